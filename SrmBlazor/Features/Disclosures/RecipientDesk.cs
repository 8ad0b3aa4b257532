using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Disclosures;

/// <summary>A notice as staff see it: no person, only what the recipient knows too.</summary>
/// <param name="Name">The recipient's; its key where the register knows it no more.</param>
public sealed record NoticeRow(Guid Id, string Name, NoticeCause Cause, string References, NoticeState State, NoticeReason? Reason, DateTime SentOn, DateTime AnswerBy, DateTime? AnsweredOn)
{
    /// <summary>An answer can be noted, also after a refusal or where nobody could be told.</summary>
    public bool TakesAnswer => State is not (NoticeState.Acknowledged or NoticeState.NotAsked);

    /// <summary>The class of its tag.</summary>
    public string Tone => State switch
    {
        NoticeState.Sent => "tag info",
        NoticeState.Acknowledged => "tag success",
        NoticeState.Refused or NoticeState.Impossible or NoticeState.Overdue => "tag warning",
        NoticeState.NotAsked => "tag",
    };
}

/// <summary>Where staff follow what recipients answered, and note what came by another way than the link.</summary>
public sealed class RecipientDesk(Store store, RecipientRegister register, RecipientNotices notices, MailedLinks links, TimeProvider clock)
{
    public const int Page = 100;

    public const Role Editors = Role.PrivacyOfficer | Role.Administrator;
    public const Role Readers = Editors | Role.Auditor;

    /// <summary>Those that wait first, then the newest.</summary>
    /// <param name="language">For the recipients' names.</param>
    /// <exception cref="NotAllowedException">The actor may not read them.</exception>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(string language, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var found = await db.Set<RecipientNotice>().AsNoTracking()
            .OrderBy(one => one.State == NoticeState.Overdue ? 0 : one.State == NoticeState.Sent || one.State == NoticeState.Impossible ? 1 : 2).ThenByDescending(one => one.SentOn)
            .Take(Page).ToListAsync();
        return [.. found.Select(one => new NoticeRow(one.Id, register.Find(one.RecipientKey)?.Name.In(language) ?? one.RecipientKey, one.Cause, one.References, one.State, one.Reason, one.SentOn, one.AnswerBy, one.AnsweredOn))];
    }

    /// <summary>Notes an answer; the link of the letter is worth nothing any more.</summary>
    /// <returns>False where there is no such notice, it takes no answer, or the reason does not go with it.</returns>
    /// <exception cref="NotAllowedException">The actor may not note answers.</exception>
    public async Task<bool> NoteAsync(Guid notice, NoticeState state, NoticeReason? reason, Act act)
    {
        act.Demand(Editors);
        await using var work = await store.WriteAsync();
        if (!RecipientNotice.Fits(state, reason)
            || await work.Db.Set<RecipientNotice>().FirstOrDefaultAsync(one => one.Id == notice && one.State != NoticeState.Acknowledged && one.State != NoticeState.NotAsked) is not { } found)
        {
            return false;
        }

        found.Answer(state, reason, work.Now);
        await links.WithdrawAsync(work, LinkKind.RecipientNotice, notice);
        work.Record(act with { On = work.Now }, "recipient.noted", found.PersonId ?? Guid.Empty, $"{notice:N} {state}");
        Announce(work, found);
        await work.CommitAsync();
        return true;
    }

    /// <summary>Marks who has not answered in time and reminds once, and whom no letter reached. Each in a transaction of its own; safe to repeat.</summary>
    public async Task FollowUpAsync(CancellationToken stop)
    {
        var now = clock.Now();
        List<Guid> waiting;
        await using (var db = store.Read())
        {
            waiting = await db.Set<RecipientNotice>().Where(one => one.State == NoticeState.Sent
                    && (one.AnswerBy <= now || db.Set<OutboxMail>().Any(mail => mail.Id == one.MailId && (mail.State == MailState.Lapsed || mail.State == MailState.Refused))))
                .Select(one => one.Id).ToListAsync(stop);
        }

        foreach (var id in waiting)
        {
            stop.ThrowIfCancellationRequested();
            await FollowUpAsync(id);
        }
    }

    private async Task FollowUpAsync(Guid id)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<RecipientNotice>().FirstOrDefaultAsync(one => one.Id == id && one.State == NoticeState.Sent) is not { } notice)
        {
            return;
        }

        var act = Act.OfSystem(clock);
        if (await work.Db.Set<OutboxMail>().AnyAsync(mail => mail.Id == notice.MailId && (mail.State == MailState.Lapsed || mail.State == MailState.Refused)))
        {
            notice.Answer(NoticeState.Impossible, NoticeReason.NotReachable, act.On);
        }
        else
        {
            notice.Lapse();
            if (notice.PersonId is not null && register.Find(notice.RecipientKey) is { } recipient)
            {
                await notices.RemindAsync(work, notice, recipient, act);
            }
        }

        work.Record(act, "recipient.followed-up", notice.PersonId ?? Guid.Empty, $"{id:N} {notice.State}");
        Announce(work, notice);
        await work.CommitAsync();
    }

    private static void Announce(Writing work, RecipientNotice notice)
    {
        work.Announce(Topics.Queue);
        if (notice.PersonId is { } person)
        {
            work.Announce(Topics.Person(person));
        }
    }
}
