using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Which cases the queue shows.</summary>
public enum QueueView
{
    /// <summary>Somebody must look.</summary>
    Waiting,
    Confirmed,
    Cleared,
}

/// <summary>
/// Screening as screeners see it. The queue opens no sealed record. A case shows the person masked and leaves a row in their access ledger; the clear
/// words leave their own before anything is shown. One's own case is not found.
/// </summary>
public sealed class ScreeningDesk(Store store, Vault vault, AccessLedger access, Screenings screenings, ScreeningDecisions decisions)
{
    public const int PageSize = 25;

    /// <summary>For what a child's case may be opened.</summary>
    public static readonly IReadOnlyList<ApprovalReason> Reasons = [ApprovalReason.AfterCorrection, ApprovalReason.GuardianAsked, ApprovalReason.LegalRequest];

    /// <summary>One page, those that wait longest first; of decided ones the last decided first.</summary>
    /// <param name="after">The <see cref="QueuePage.Next"/> of the page before; null for the first.</param>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<QueuePage> PageAsync(QueueView view, string? after, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        var all = In(db, view).Where(one => one.Subject.PersonId != act.Who);
        var place = QueuePlace.Parse(after);
        if (place is { Since: var since, Id: var id })
        {
            all = view == QueueView.Waiting
                ? all.Where(one => one.Since > since || one.Since == since && one.Id.CompareTo(id) > 0)
                : all.Where(one => one.Since < since || one.Since == since && one.Id.CompareTo(id) < 0);
        }

        all = view == QueueView.Waiting ? all.OrderBy(one => one.Since).ThenBy(one => one.Id) : all.OrderByDescending(one => one.Since).ThenByDescending(one => one.Id);
        var rows = await all.Take(PageSize + 1).Select(one => new
        {
            one.Id,
            one.Reference,
            one.State,
            one.BestScore,
            one.OpenHits,
            one.Since,
            one.HolderId,
            Proposed = one.Hits.Any(hit => hit.ProposedBy != null),
            Contested = one.State == ScreeningState.Confirmed && db.Set<ScreeningContest>().Any(contest => contest.CaseId == one.Id && (contest.State == ContestState.Open || contest.State == ContestState.Proposed)),
        }).ToListAsync();
        return new QueuePage(
            [.. rows.Take(PageSize).Select(one => new QueueRow(one.Reference, one.State, one.BestScore, one.OpenHits, one.Since, (int)(act.On - one.Since).TotalDays, HandOf(one.HolderId, act), one.Proposed, one.Contested))],
            rows.Count > PageSize ? new QueuePlace(rows[PageSize - 1].Since, rows[PageSize - 1].Id).ToString() : null,
            place is null);
    }

    /// <summary>How many wait.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<int> CountAsync(Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        return await In(db, QueueView.Waiting).CountAsync(one => one.Subject.PersonId != act.Who);
    }

    /// <summary>Whether the actor may open a case: a child's needs a second person's approval. Null when there is none of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<Gate?> GateAsync(string reference, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        return await ScreeningDecisions.FindAsync(db, reference, act) is { Subject.PersonId: { } person } own ? await ScreeningDecisions.GateOfAsync(db, own, person, act) : null;
    }

    /// <summary>Asks for the approval.</summary>
    /// <returns>False where none is needed, or one is asked for or given already.</returns>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<bool> AskAsync(string reference, ApprovalReason reason, Act act)
    {
        act.Demand(Role.Screener);
        await using var work = await store.WriteAsync();
        return await ScreeningDecisions.FindAsync(work.Db, reference, act) is { Subject.PersonId: { } person } own && await Children.IsAsync(work.Db, person)
            && await ChildGate.AskAsync(work, new ChildCase(person, own.Id, own.Reference), reason, act with { On = work.Now });
    }

    /// <summary>Opens a case with the person masked; null when there is none, or it may not be opened.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<OpenedScreening?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not ({ } own, var person))
        {
            return null;
        }

        await access.RecordCaseAsync(person, own.Id, act);
        var file = await screenings.OpenFileAsync(db, own, person);
        var content = file?.Content ?? FileContent.Empty;
        var steps = await db.Set<ScreeningEvent>().AsNoTracking().Where(one => one.CaseId == own.Id).OrderBy(one => one.Number).ToListAsync();
        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == own.BasisId);
        var contest = own.State == ScreeningState.Confirmed ? await ScreeningContests.OpenOfAsync(db, own.Id) : null;
        return new OpenedScreening(
            own.Reference, own.State, own.Stamp, own.Since, own.ScreenedOn, basis.Engine, HandOf(own.HolderId, act),
            own.IsWaiting && own.IsFor(act.Who) && contest?.ProposedBy != act.Who,
            file is null ? Facts.Shut : Facts.Masked(content.Words[own.Words - 1]),
            [.. own.Hits.Where(hit => file is not null && hit.State != HitState.Closed).OrderBy(hit => !hit.IsOpen).ThenByDescending(hit => hit.Score).ThenBy(hit => hit.Id)
                .Select(hit => HitView.Of(hit, content.EvidenceOf(hit.Id)!.Masked(), decisions.NeedsTwo(hit), steps, act))],
            [.. steps.Select(step => PastStep.Of(step, steps, content, act))],
            contest is null ? null : await ContestOfAsync(own, contest, person, act),
            file is null);
    }

    /// <summary>The stamp of a case as it is now, without opening it.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<Guid?> StampAsync(string reference, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        return (await FindAsync(db, reference, act))?.Own.Stamp;
    }

    /// <summary>Shows what was compared, in clear, after its row is in the access ledger; null when it may not be opened.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<RevealedScreening?> RevealAsync(string reference, RevealReason reason, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not ({ } own, var person)
            || (await access.RevealAsync<ScreeningFile>(person, own.FileId, own.Id, For.Screening, reason, act)).OrNull is not { } file)
        {
            return null;
        }

        var content = FileContent.Of(file);
        return new RevealedScreening(Facts.Clear(content.Words[own.Words - 1]), own.Hits.Where(hit => hit.State != HitState.Closed).ToDictionary(hit => hit.Id, hit => content.EvidenceOf(hit.Id)!));
    }

    private static async Task<(ScreeningCase Own, Guid Person)?> FindAsync(SrmDbContext db, string reference, Act act) =>
        await ScreeningDecisions.FindAsync(db, reference, act) is { Subject.PersonId: { } person } own && (await ScreeningDecisions.GateOfAsync(db, own, person, act)).IsOpen ? (own, person) : null;

    private async Task<ContestView> ContestOfAsync(ScreeningCase own, ScreeningContest contest, Guid person, Act act)
    {
        var text = (await vault.OpenAsync<ScreeningMessage>(person, contest.MessageId, For.ExplainDecision)).OrNull?.Text;
        var answer = contest.AnswerId is { } id ? (await vault.OpenAsync<ScreeningMessage>(person, id, For.ExplainDecision)).OrNull?.Text : null;
        return new ContestView(text ?? "", contest.SentOn, contest.State, contest.Overturns, answer, contest.ProposedBy == act.Who, !ScreeningContests.Decided(own, act));
    }

    private static IQueryable<ScreeningCase> In(SrmDbContext db, QueueView view)
    {
        var all = db.Set<ScreeningCase>().AsNoTracking().Where(one => !one.IsEnded && one.Subject.PersonId != null);
        return view switch
        {
            QueueView.Waiting => all.Where(one => one.State == ScreeningState.UnderReview || one.State == ScreeningState.Escalated
                || one.State == ScreeningState.Confirmed && db.Set<ScreeningContest>().Any(contest => contest.CaseId == one.Id && (contest.State == ContestState.Open || contest.State == ContestState.Proposed))),
            QueueView.Confirmed => all.Where(one => one.State == ScreeningState.Confirmed),
            QueueView.Cleared => all.Where(one => one.State == ScreeningState.Cleared && one.Hits.Any()),
        };
    }

    internal static Hand HandOf(Guid? who, Act act) => who is null ? Hand.Nobody : who == Guid.Empty ? Hand.Program : who == act.Who ? Hand.Me : Hand.Colleague;
}

/// <summary>Who did something or has it in hand, without a name.</summary>
public enum Hand
{
    Nobody,
    Me,
    Colleague,
    Program,

    /// <summary>The supplier.</summary>
    Person,
}

/// <summary>The place of a row in the queue.</summary>
internal sealed record QueuePlace(DateTime Since, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Since.Ticks:x}-{Id:N}");

    /// <summary>Null where the text is no place.</summary>
    public static QueuePlace? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var on) && on is >= 0 and <= 3_000_000_000_000_000_000
            && Guid.TryParseExact(id, "N", out var own) ? new QueuePlace(new DateTime(on, DateTimeKind.Utc), own) : null;
}

/// <summary>What of a case can be seen without opening it.</summary>
/// <param name="BestScore">0 to 1.</param>
public sealed record QueueRow(string Reference, ScreeningState State, double BestScore, int OpenHits, DateTime Since, int Days, Hand Holder, bool WaitsForSecond, bool Contested);

/// <param name="Next">What to ask for the page after this one with; null on the last.</param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, string? Next, bool IsFirst);
