using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>Going on with a draft on another device, by a mailed link; and the warning before a draft is erased, which carries one.</summary>
public sealed class Resumptions(Store store, Vault vault, MailedLinks links, Outbox outbox, Letterhead letterhead, TimeProvider clock)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Mails the link to the mailbox in the draft.</summary>
    /// <returns>False when the draft has no usable mailbox, is gone, or a link went out within the last minute.</returns>
    public async Task<bool> MailLinkAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        var since = work.Now - AgainAfter;
        if (await Drafts.OpenDrafts(work.Db, key, work.Now).FirstOrDefaultAsync() is not { PersonId: { } person } draft
            || await work.Db.Set<MailedLink>().AnyAsync(link => link.PersonId == person && link.Kind == LinkKind.ResumeDraft && link.IssuedOn > since)
            || await AddresseeAsync(work.Db, person, draft) is not { } to)
        {
            return false;
        }

        await SendAsync(work, person, draft, (from, link) => Letters.ResumeDraft(to, from, link, draft.ExpiresOn), to.Language);
        await work.CommitAsync();
        return true;
    }

    public Task<LinkState> PeekAsync(string? token) => links.PeekAsync(LinkKind.ResumeDraft, token);

    /// <summary>Uses the link up and hands the draft to the device that asks; the key so far opens nothing any more.</summary>
    /// <returns>The new secret for the owner's cookie, or null when link or draft is dead.</returns>
    public async Task<string?> ResumeAsync(string? token)
    {
        await using var work = await store.WriteAsync();
        if (await links.ConsumeAsync(work, LinkKind.ResumeDraft, token) is not LinkState.Good { Person: var person }
            || await work.Db.Set<Draft>().FirstOrDefaultAsync(draft => draft.PersonId == person && draft.State == DraftState.Open) is not { } draft
            || draft.ExpiresOn <= work.Now)
        {
            return null;
        }

        var (key, secret) = DraftKey.Create();
        draft.HandTo(key);
        work.Record(new Act(person, Role.None, work.Now), "registration.resumed", person);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return secret;
    }

    /// <summary>Warns, once, the owners of drafts that are erased within five days.</summary>
    public async Task WarnAsync(CancellationToken stop)
    {
        var before = clock.Now() + Draft.WarnBefore;
        List<Guid> due;
        await using (var db = store.Read())
        {
            due = await db.Set<Draft>().Where(draft => draft.State == DraftState.Open && draft.WarnedOn == null && draft.ExpiresOn <= before)
                .Select(draft => draft.Id).ToListAsync(stop);
        }

        foreach (var id in due)
        {
            await using var work = await store.WriteAsync(stop);
            var draft = await work.Db.Set<Draft>().FirstAsync(draft => draft.Id == id, stop);
            if (draft is { State: DraftState.Open, WarnedOn: null, PersonId: { } person })
            {
                draft.Warned(work.Now);
                if (await AddresseeAsync(work.Db, person, draft) is { } to)
                {
                    await SendAsync(work, person, draft, (from, link) => Letters.DraftExpiryWarning(to, from, link, DateOnly.FromDateTime(draft.ExpiresOn)), to.Language);
                }

                await work.CommitAsync(stop);
            }
        }
    }

    private async Task SendAsync(Writing work, Guid person, Draft draft, Func<LetterSender, Uri, Letter> write, string language)
    {
        var token = await links.IssueAsync(work, LinkKind.ResumeDraft, person, draft.ExpiresOn - work.Now);
        await outbox.SendAsync(work, person, write(letterhead.In(language), letterhead.Link($"/register/resume?token={token}")), new Act(person, Role.None, work.Now));
    }

    private async Task<Addressee?> AddresseeAsync(SrmDbContext db, Guid person, Draft draft)
    {
        var mailbox = (await vault.OpenAsync<Answers>(person, draft.RecordId, For.Registration)).OrNull?.Mailbox?.Trim();
        return Letter.IsMailbox(mailbox)
            ? new Addressee(mailbox!, await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync())
            : null;
    }
}
