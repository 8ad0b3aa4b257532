using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>A hit as it stood at the end of a day.</summary>
public sealed record PastHit(Guid Id, double Score, HitState State, DecisionReason? Reason, Guid? DecidedBy, Guid? ApprovedBy);

/// <summary>Why somebody was cleared, or not, on a day.</summary>
/// <param name="Lists">Ids of the list versions that the person was compared with by then.</param>
/// <param name="ComparedOn">Since when they were the ones.</param>
/// <param name="Hits">Those that were found by then and not closed.</param>
public sealed record PastScreening(ScreeningState State, Guid Basis, IReadOnlyList<Guid> Lists, string Engine, DateTime ComparedOn, IReadOnlyList<PastHit> Hits);

/// <summary>Makes a case again as it was on any day, from its steps alone, and compares anew what was compared then.</summary>
public sealed class ScreeningLog(Store store, Screenings screenings, Comparisons comparisons, ScreeningHashes hashes)
{
    public const Role Readers = Role.Screener | Role.Auditor;

    /// <summary>Null where the person was not screened by the end of the day (UTC).</summary>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<PastScreening?> WhyAsync(string reference, DateOnly day, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await db.Set<ScreeningCase>().AsNoTracking().FirstOrDefaultAsync(one => one.Reference == reference && one.Subject.PersonId != act.Who) is { } own ? await WhyAsync(db, own.Id, EndOf(day)) : null;
    }

    /// <summary>The hits that a comparison of that day's words with that day's lists gives today; null where the file is gone.</summary>
    internal async Task<IReadOnlyList<(Guid Hit, double Score)>?> ReplayAsync(Guid person, DateTime until)
    {
        await using var db = store.Read();
        if (await Screenings.FindAsync(db, person) is not { } own || await WhyAsync(db, own.Id, until) is not { } past)
        {
            return null;
        }

        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == past.Basis);
        var words = await db.Set<ScreeningEvent>().Where(one => one.CaseId == own.Id && one.On < until && one.Kind == ScreeningEventKind.Screened).OrderByDescending(one => one.Number).Select(one => one.Filed!.Value).FirstAsync();
        var (content, _) = await screenings.OpenFileAsync(db, own, person);
        var found = (await comparisons.OfAsync(basis)).Find(content.Words[words - 1]);
        return [.. found.Select(one => (own.Hits.Single(hit => hit.Entry == hashes.OfEntry(one.Key)).Id, one.Score))];
    }

    internal static async Task<PastScreening?> WhyAsync(SrmDbContext db, Guid own, DateTime until)
    {
        var steps = await db.Set<ScreeningEvent>().AsNoTracking().Where(one => one.CaseId == own && one.On < until).OrderBy(one => one.Number).ToListAsync();
        if (steps.LastOrDefault(one => one.Kind == ScreeningEventKind.Screened) is not { } screened)
        {
            return null;
        }

        // a rescreening that changed nothing left no step in the case, only its stretch
        var stretch = await db.Set<RescreeningStep>().AsNoTracking().Where(one => one.On < until && one.On >= screened.On && one.Last.CompareTo(own) >= 0
                && one.Number == db.Set<RescreeningStep>().Where(first => first.RescreeningId == one.RescreeningId && first.Last.CompareTo(own) >= 0).Min(first => first.Number))
            .OrderByDescending(one => one.Number).FirstOrDefaultAsync();
        var (id, on) = stretch is null ? (screened.BasisId!.Value, screened.On) : (stretch.BasisId, stretch.On);
        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == id);
        var hits = Fold(steps);
        return new PastScreening(ScreeningCase.StateOf([.. hits.Select(hit => hit.State)]), id, basis.VersionIds, basis.Engine, on, hits);
    }

    internal static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static List<PastHit> Fold(IEnumerable<ScreeningEvent> steps)
    {
        var hits = new Dictionary<Guid, PastHit>();
        var proposers = new Dictionary<Guid, Guid>();
        foreach (var step in steps.Where(one => one.HitId is not null))
        {
            var id = step.HitId!.Value;
            var was = hits.GetValueOrDefault(id) ?? new PastHit(id, step.Score!.Value, HitState.Open, null, null, null);
            if (step.Kind is ScreeningEventKind.ClearingProposed or ScreeningEventKind.ConfirmationProposed or ScreeningEventKind.AnswerProposed)
            {
                proposers[id] = step.By;
            }

            var (first, second) = proposers.TryGetValue(id, out var proposer) ? (proposer, (Guid?)step.By) : (step.By, null);
            PastHit Decided(HitState state) => was with { State = state, Reason = step.Reason, DecidedBy = first, ApprovedBy = second };
            var now = step.Kind switch
            {
                ScreeningEventKind.Found or ScreeningEventKind.Reopened => new PastHit(id, 0, HitState.Open, null, null, null),
                ScreeningEventKind.StaysCleared => was with { State = HitState.Cleared },
                ScreeningEventKind.Closed => was with { State = HitState.Closed },
                ScreeningEventKind.Escalated => was with { State = HitState.Escalated },
                ScreeningEventKind.Cleared or ScreeningEventKind.Overturned => Decided(HitState.Cleared),
                ScreeningEventKind.Confirmed => Decided(HitState.Confirmed),
                ScreeningEventKind.Screened or ScreeningEventKind.Renewed or ScreeningEventKind.ClearingProposed or ScreeningEventKind.ConfirmationProposed or ScreeningEventKind.Returned
                    or ScreeningEventKind.Claimed or ScreeningEventKind.Released or ScreeningEventKind.Contested or ScreeningEventKind.AnswerProposed or ScreeningEventKind.AnswerReturned
                    or ScreeningEventKind.Upheld or ScreeningEventKind.Ended or ScreeningEventKind.Assigned or ScreeningEventKind.TakenBack => was,
            };
            hits[id] = now with { Score = step.Score!.Value };
            if (step.Kind is not (ScreeningEventKind.ClearingProposed or ScreeningEventKind.ConfirmationProposed or ScreeningEventKind.AnswerProposed))
            {
                proposers.Remove(id);
            }
        }

        return [.. hits.Values.Where(hit => hit.State != HitState.Closed)];
    }
}
