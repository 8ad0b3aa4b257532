using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications;

/// <summary>Mails waiting, and mails that reached nobody.</summary>
/// <param name="WaitingSince">When the oldest waiting mail was queued.</param>
public sealed record OutboxFigures(int Waiting, int Lapsed, int Refused, DateTime? WaitingSince);

/// <summary>
/// Where letters are left. A letter is kept with the change that causes it, or not at all, and leaves after the commit. What concerns somebody with an
/// account is noted in their inbox with the same save; the letter is left out where its reader wants none of its kind.
/// </summary>
public sealed class Outbox(Vault vault, Store store, Letterhead letterhead, IOptions<MailOptions> options)
{
    /// <summary>Seals the letter within the caller's transaction; it leaves as soon as that is committed.</summary>
    /// <param name="needs">Purposes of the person that must be live at every attempt: a consent taken back stops what has not left yet.</param>
    /// <returns>The id of the <see cref="OutboxMail"/>; of its notice alone where the reader wants no mail of this kind.</returns>
    public Task<Guid> SendAsync(Writing work, Guid person, Letter letter, Act act, params Purpose[] needs) => QueueAsync(work, person, letter, act, released: true, needs);

    /// <summary>Seals a letter that must not leave yet: the news of a deletion is written while the mailbox is still known.</summary>
    public Task<Guid> PrepareAsync(Writing work, Guid person, Letter letter, Act act) => QueueAsync(work, person, letter, act, released: false);

    /// <summary>Lets a prepared letter go. One that lapsed meanwhile, or went before, stays as it is.</summary>
    public async Task<bool> ReleaseAsync(Writing work, Guid mail, Act act)
    {
        var released = await work.Db.Set<OutboxMail>().Where(one => one.Id == mail && one.State == MailState.Waiting && one.NextTryOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextTryOn, act.On));
        await InboxPost.ReleaseAsync(work, mail, act.On);
        work.Announce(Topics.Mail);
        return released == 1;
    }

    public async Task<OutboxFigures> FiguresAsync()
    {
        await using var db = store.Read();
        var counts = await db.Set<OutboxMail>().GroupBy(mail => mail.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Since = group.Min(mail => mail.QueuedOn) }).ToDictionaryAsync(line => line.State);
        int Count(MailState state) => counts.GetValueOrDefault(state)?.Count ?? 0;
        return new(Count(MailState.Waiting), Count(MailState.Lapsed), Count(MailState.Refused), counts.GetValueOrDefault(MailState.Waiting)?.Since);
    }

    private async Task<Guid> QueueAsync(Writing work, Guid person, Letter letter, Act act, bool released, params Purpose[] needs)
    {
        var notice = await InboxPost.NoteAsync(work, person, letter, act.On, released);
        if (notice is not null && !notice.Kind.MustBeMailed())
        {
            if (!await MailChoice.IsWantedAsync(work.Db, person, notice.Kind))
            {
                return notice.Id;
            }

            letter = letter with { Unsubscribe = letterhead.Link($"{MailChoices.UnsubscribePath}?token={notice.OfferEnd()}") };
        }

        var record = await vault.SealAsync(work, person, OutgoingMail.Of(letter), For.DeliverMessage, act, "mail.queued");
        var mail = OutboxMail.Queue(notice?.Id ?? Guid.CreateVersion7(), person, record, MessageId.New(options.Value), letter, act.On, released, needs);
        work.Db.Add(mail);
        work.Announce(Topics.Mail);
        return mail.Id;
    }
}
