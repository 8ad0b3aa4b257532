using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>
/// The child's side: a guardian is written to, and nothing is kept of the child but this invitation (PIPL 31) until the guardian answers. What
/// is answered is the same whatever the mailbox.
/// </summary>
public sealed class Invitations(Store store, Vault vault, MailedLinks links, Outbox outbox, Letterhead letterhead, AccountLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>A child begins: person, invitation and letter are made, and no draft is open.</summary>
    /// <returns>The secret for the owner's cookie.</returns>
    public async Task<string> BeginAsync(string mailbox, string country, string language)
    {
        var (key, secret) = DraftKey.Create();
        var child = Person.Create(language, country);
        await using var work = await store.WriteAsync();
        work.Db.Add(child);
        var draft = Draft.Await(child.Id, key, work.Now);
        work.Db.Add(draft);
        await AskAsync(work, child, draft.ExpiresOn, mailbox);
        return secret;
    }

    /// <summary>The child was found by an answer, and names a guardian now.</summary>
    /// <returns>False where no draft of this key waits for one, or one was asked already.</returns>
    public async Task<bool> InviteAsync(DraftKey key, string mailbox)
    {
        await using var work = await store.WriteAsync();
        return await InviteAsync(work, await WaitingChild.FindAsync(work.Db, key, work.Now), mailbox);
    }

    /// <summary>Writes once more to the same mailbox, at most once a minute; earlier links end.</summary>
    /// <returns>False where nobody waits, or it was too soon.</returns>
    public async Task<bool> AskAgainAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        return await AskAgainAsync(work, await WaitingChild.FindAsync(work.Db, key, work.Now));
    }

    /// <summary>Within the caller's transaction, which it commits.</summary>
    internal async Task<bool> InviteAsync(Writing work, WaitingChild? waiting, string mailbox)
    {
        if (waiting is not { Person: var person } || await IsAskedAsync(work.Db, person))
        {
            return false;
        }

        await AskAsync(work, await work.Db.Set<Person>().FirstAsync(one => one.Id == person), waiting.ErasedOn, mailbox);
        return true;
    }

    /// <summary>Within the caller's transaction, which it commits.</summary>
    internal async Task<bool> AskAgainAsync(Writing work, WaitingChild? waiting)
    {
        var since = work.Now - AgainAfter;
        if (waiting is not { Person: var person }
            || await work.Db.Set<MailedLink>().AnyAsync(link => link.PersonId == person && link.Kind == LinkKind.Guardian && link.IssuedOn > since)
            || await InvitationAsync(work.Db, person) is not { } invitation || !limits.AllowsLetter(invitation.Mailbox))
        {
            return false;
        }

        var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
        await SendAsync(work, person, waiting.ErasedOn, invitation.Mailbox, language);
        await work.CommitAsync();
        return true;
    }

    internal async Task<bool> IsAskedAsync(SrmDbContext db, Guid child) => await InvitationAsync(db, child) is not null;

    /// <summary>How the child's registration stands; also after it ended, as long as the key is known.</summary>
    public async Task<Waiting> StandingAsync(DraftKey key)
    {
        await using var db = store.Read();
        var draft = await db.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(draft => draft.KeyHash == key.Hash);
        if (draft?.PersonId is not { } person)
        {
            return new Waiting(WaitingState.None);
        }

        return draft.State switch
        {
            DraftState.AwaitsGuardian when draft.ExpiresOn <= clock.Now() => new Waiting(WaitingState.Lapsed),
            DraftState.AwaitsGuardian => new Waiting(await IsAskedAsync(db, person) ? WaitingState.Asked : WaitingState.NoGuardianYet, draft.ExpiresOn),
            DraftState.Open => new Waiting(await Children.HasAsync(db, person) ? WaitingState.MayGoOn : WaitingState.None),
            DraftState.Submitted => new Waiting(WaitingState.None),
            DraftState.Ended => new Waiting(await EndAsync(db, person)),
        };
    }

    private async Task AskAsync(Writing work, Person child, DateTime erasedOn, string mailbox)
    {
        var act = new Act(child.Id, Role.None, work.Now);
        var address = MailboxForm.Tidy(mailbox);
        await vault.SealAsync(work, child.Id, new GuardianInvitation(address, child.Region, nameof(AgeBand.Child)), For.GuardianInvitation, act, Causes.Asked);
        work.Record(act, Causes.Asked, child.Id);
        await SendAsync(work, child.Id, erasedOn, address, child.Language);
        await work.CommitAsync();
    }

    private async Task SendAsync(Writing work, Guid child, DateTime erasedOn, string mailbox, string language)
    {
        var token = await links.IssueAsync(work, LinkKind.Guardian, child, erasedOn - work.Now);
        var letter = Letters.GuardianAsked(new Addressee(mailbox, language), letterhead.In(language), letterhead.Link($"/guardian/{token}"), erasedOn);
        await outbox.SendAsync(work, child, letter, new Act(child, Role.None, work.Now));
    }

    private async Task<GuardianInvitation?> InvitationAsync(SrmDbContext db, Guid child) =>
        (await vault.OpenAsync<GuardianInvitation>(db, child, For.GuardianInvitation)).OrNull;

    private static async Task<WaitingState> EndAsync(SrmDbContext db, Guid person) =>
        await db.Set<PurposeEvent>().Where(line => line.PersonId == person && line.Purpose == For.ChildData.Key).OrderByDescending(line => line.Number).Select(line => line.Cause).FirstOrDefaultAsync() switch
        {
            Causes.Refused => WaitingState.Refused,
            Causes.Withdrawn => WaitingState.Withdrawn,
            "registration.lapsed" => WaitingState.Lapsed,
            _ => WaitingState.None,
        };
}
