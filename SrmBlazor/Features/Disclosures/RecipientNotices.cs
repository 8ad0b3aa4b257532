using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Disclosures;

/// <summary>How a recipient stands towards one correction, deletion or withdrawal.</summary>
public sealed record NoticeStatus(Guid Id, string RecipientKey, NoticeState State, NoticeReason? Reason, DateTime SentOn, DateTime? AnsweredOn);

/// <summary>
/// Tells those who hold data of a person by a disclosure that it was corrected, or is to be deleted (GDPR 19). A letter names the reference of
/// the disclosure and nothing of the person.
/// </summary>
public sealed class RecipientNotices(Store store, RecipientRegister register, MailedLinks links, Outbox outbox, Letterhead letterhead, IOptions<NoticeOptions> options)
{
    /// <summary>A link outlives the day of the reminder.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(90);

    /// <summary>
    /// One notice for each recipient that holds anything of the person, within the caller's transaction. Called again for the same cause it
    /// adds nothing.
    /// </summary>
    /// <param name="causeId">What it follows from; <see cref="OfAsync"/> answers for it.</param>
    /// <returns>The notices made now, also those that say why a recipient is not asked or cannot be.</returns>
    public Task<IReadOnlyList<RecipientNotice>> TellAsync(Writing work, Guid person, NoticeCause cause, Guid causeId, Act act) =>
        TellAsync(work, person, cause, causeId, act, _ => true, []);

    /// <summary>Only those who received one of the corrected items are told, and which.</summary>
    /// <param name="items">Kind and property, such as <c>identity.FullName</c>.</param>
    public Task<IReadOnlyList<RecipientNotice>> CorrectedAsync(Writing work, Guid person, IReadOnlyCollection<string> items, Guid causeId, Act act) =>
        TellAsync(work, person, NoticeCause.Correction, causeId, act, one => one.Items.Split(' ').Intersect(items, StringComparer.Ordinal).Any(), items);

    /// <summary>Of what is erased, those who received any are told.</summary>
    /// <param name="recipients">Keys of those.</param>
    public Task<IReadOnlyList<RecipientNotice>> ErasedAsync(Writing work, Guid person, IReadOnlyCollection<string> recipients, Guid causeId, Act act) =>
        TellAsync(work, person, NoticeCause.Deletion, causeId, act, one => recipients.Contains(one.RecipientKey), []);

    /// <summary>Where the recipients stand towards what was done.</summary>
    public async Task<IReadOnlyList<NoticeStatus>> OfAsync(Guid causeId)
    {
        await using var db = store.Read();
        return await db.Set<RecipientNotice>().Where(one => one.CauseId == causeId).OrderBy(one => one.RecipientKey)
            .Select(one => new NoticeStatus(one.Id, one.RecipientKey, one.State, one.Reason, one.SentOn, one.AnsweredOn)).ToListAsync();
    }

    /// <summary>A consent by which data left is taken back: who received it by that consent is told.</summary>
    internal async Task FollowAsync(Writing work, ConsentEvent decision, Act act)
    {
        if (decision is { State: ConsentState.Withdrawn, PersonId: { } person } && (decision.Purpose == For.ShareAffiliate.Key || decision.Purpose == For.CrossBorder.Key))
        {
            var onlyAbroad = decision.Purpose == For.CrossBorder.Key;
            await TellAsync(work, person, NoticeCause.Withdrawal, decision.Id, act,
                one => !onlyAbroad || register.Find(one.RecipientKey) is not { } recipient || register.IsAbroad(recipient), []);
        }
    }

    /// <summary>The letter once more, with a fresh link.</summary>
    internal async Task RemindAsync(Writing work, RecipientNotice notice, Recipient recipient, Act act)
    {
        var link = await LinkAsync(work, notice);
        var letter = Letters.DataReminder(new Addressee(recipient.Mailbox, recipient.Language), letterhead.In(recipient.Language), link, notice.References);
        await outbox.SendAsync(work, notice.PersonId!.Value, letter, act);
    }

    private async Task<IReadOnlyList<RecipientNotice>> TellAsync(
        Writing work, Guid person, NoticeCause cause, Guid causeId, Act act, Func<Disclosure, bool> concerns, IReadOnlyCollection<string> items)
    {
        var held = await HeldAsync(work.Db, person, cause);
        var told = await work.Db.Set<RecipientNotice>().Where(one => one.CauseId == causeId).Select(one => one.RecipientKey).ToListAsync();
        var made = new List<RecipientNotice>();
        foreach (var group in held.Where(concerns).GroupBy(one => one.RecipientKey, StringComparer.Ordinal).Where(group => !told.Contains(group.Key)))
        {
            var notice = RecipientNotice.Of(person, group.Key, cause, causeId, group.OrderByDescending(one => one.On).Take(Most).Select(one => Disclosure.ReferenceOf(one.Id)), act.On, options.Value.AnswerWithin);
            work.Db.Add(notice);
            await SendAsync(work, notice, register.Find(group.Key), items, act);
            work.Record(act, "recipient.told", person, $"{notice.Id:N} {group.Key} {notice.State}");
            made.Add(notice);
        }

        if (made.Count > 0)
        {
            work.Announce(Topics.Queue);
            work.Announce(Topics.Person(person));
        }

        return made;
    }

    private async Task SendAsync(Writing work, RecipientNotice notice, Recipient? recipient, IReadOnlyCollection<string> items, Act act)
    {
        if (recipient is null)
        {
            notice.Leave(NoticeState.Impossible, NoticeReason.Gone);
            return;
        }

        if (recipient.NotAsked is { } reason)
        {
            notice.Leave(NoticeState.NotAsked, reason);
            return;
        }

        var (to, from, link) = (new Addressee(recipient.Mailbox, recipient.Language), letterhead.In(recipient.Language), await LinkAsync(work, notice));
        var words = new PolicyWords(recipient.Language);
        var answerBy = DateOnly.FromDateTime(notice.AnswerBy);
        var letter = notice.Cause == NoticeCause.Correction
            ? Letters.DataToCorrect(to, from, link, notice.References, string.Join('\n', recipient.Items.Intersect(items, StringComparer.Ordinal).Select(words.ItemLabel)), answerBy)
            : Letters.DataToErase(to, from, link, notice.References, answerBy);
        notice.SendBy(await outbox.SendAsync(work, notice.PersonId!.Value, letter, act));
    }

    private async Task<Uri> LinkAsync(Writing work, RecipientNotice notice) =>
        letterhead.Link($"/recipient/{await links.IssueAsync(work, LinkKind.RecipientNotice, notice.Id, LinkLife)}");

    /// <summary>What has left and was not deleted again. A letter that waits for its turn does not leave any more when its consent is taken back.</summary>
    private static async Task<List<Disclosure>> HeldAsync(SrmDbContext db, Guid person, NoticeCause cause)
    {
        var left = await db.Set<Disclosure>().AsNoTracking().Where(one => one.PersonId == person)
            .Join(db.Set<OutboxMail>(), one => one.MailId, mail => mail.Id, (one, mail) => new { Disclosure = one, mail.State })
            .Where(pair => pair.State == MailState.Sent || (pair.State == MailState.Waiting && cause != NoticeCause.Withdrawal)).Select(pair => pair.Disclosure).ToListAsync();
        var gone = (await db.Set<RecipientNotice>().Where(one => one.PersonId == person && one.State == NoticeState.Acknowledged && one.Cause != NoticeCause.Correction)
                .Select(one => new { one.RecipientKey, one.SentOn }).ToListAsync())
            .ToLookup(one => one.RecipientKey, one => one.SentOn, StringComparer.Ordinal);
        return [.. left.Where(one => !gone[one.RecipientKey].Any(since => since >= one.On))];
    }

    /// <summary>As many references as one letter names; the newest.</summary>
    private const int Most = 30;
}
