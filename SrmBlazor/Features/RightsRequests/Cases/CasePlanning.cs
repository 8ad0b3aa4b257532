using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>
/// Keeps the tasks of a case beside its request, in the save of each of its steps: makes what is missing, closes what the request shows to be done,
/// opens again what it shows to be undone. What a member of staff closed stays as they left it.
/// </summary>
public sealed class CasePlanning(RequestClock clock, DataMap map)
{
    /// <summary>What answering itself leaves behind is nothing to collect.</summary>
    private static readonly Purpose[] OfHandling = [For.RightsRequest, For.RequestProof, For.RequestIntake, For.DeliverMessage, For.ProveErasure];

    /// <summary>Within the transaction of a step, whose rows need not be saved yet.</summary>
    internal async Task FollowAsync(Writing work, RightsRequest request, Act act)
    {
        var tasks = await work.Db.Set<CaseTask>().Where(task => task.RequestId == request.Id).ToListAsync();
        // where the program does it at once there is nothing for staff to do
        if (request.DueOn is not { } due || tasks.Count == 0 && (request.State.IsDecided() || request.State.IsUnderway() || request.State == RequestState.CoolingOff))
        {
            return;
        }

        var today = RequestClock.Today(act.On);
        var facts = await FactsAsync(work.Db, request, act);
        var planned = CasePlan.Of(facts).ToHashSet();
        if (facts.Ended is null)
        {
            tasks.AddRange(planned.Except(tasks.Select(task => (task.Kind, task.Purpose))).Select(one => CaseTask.Of(request.Id, one.Kind, one.Purpose, today, due)).ToList());
            work.Db.AddRange(tasks.Where(task => work.Db.Entry(task).State == EntityState.Detached));
        }

        tasks.ForEach(task => Follow(task, facts, planned.Contains((task.Kind, task.Purpose)), today, act.On));
        if (request.Allows(RequestStep.DueChanged))
        {
            var days = clock.DaysOf(request, act.On);
            tasks.Where(task => task.State == CaseTaskState.Open).ToList().ForEach(task => task.FallDue(DayOf([.. days.Where(day => day > task.MadeOn)], task.Kind, due)));
        }
    }

    private static void Follow(CaseTask task, CaseFacts facts, bool planned, DateOnly today, DateTime now)
    {
        var done = CasePlan.IsFulfilled(task.Kind, facts);
        if (task.IsClosedByProgram && facts.Ended is null && planned && !done)
        {
            task.Reopen(today);
        }

        if (task.State != CaseTaskState.Open)
        {
            return;
        }

        if (done)
        {
            task.Finish(Guid.Empty, now);
        }
        else if (!CasePlan.Outlasts(task.Kind, facts))
        {
            task.LeaveOut(NotNeededReason.CaseEnded, Guid.Empty, now);
        }
        else if (!planned)
        {
            task.LeaveOut(task.Kind == CaseTaskKind.Collect ? NotNeededReason.NothingHeld : NotNeededReason.DoesNotApply, Guid.Empty, now);
        }
    }

    /// <summary>Among the days that the clock counts, and never after the day that staff aim for.</summary>
    private static DateOnly DayOf(IReadOnlyList<DateOnly> days, CaseTaskKind kind, DateOnly due) =>
        days.Count == 0 ? due : days[Math.Clamp((int)Math.Ceiling(days.Count * kind.Share()) - 1, 0, days.Count - 1)];

    private async Task<CaseFacts> FactsAsync(SrmDbContext db, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        var decided = request.State.IsDecided() ? request.LastDecision : null;
        var setAside = request.Events.Any(step => step.Step == RequestStep.Restricted) || await db.Set<RequestEvent>().AnyAsync(step => step.RequestId == request.Id && step.Step == RequestStep.Restricted);
        var forAnother = db.Set<Representation>().Local.Any(one => one.RequestId == request.Id) || await db.Set<Representation>().AnyAsync(one => one.RequestId == request.Id);
        return new CaseFacts(
            request.Kind, request.IdentityProvedOn is not null, forAnother, setAside, request.ProposedOutcome, request.ReviewedBy is not null || decided?.Reviewer is not null, request.Tries > 0,
            decided?.Outcome, CasePlan.NeedsHeld(request.Kind) ? await PurposesAsync(db, person, act) : []);
    }

    /// <summary>Each record is collected once: under the first purpose that holds it now.</summary>
    private async Task<IReadOnlyCollection<string>> PurposesAsync(SrmDbContext db, Guid person, Act act)
    {
        var rows = await db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live).Select(row => new { row.Id, row.Kind }).ToListAsync();
        var ledger = await db.LedgerAsync(person);
        return
        [
            .. rows.Join(map.Kinds.Where(kind => !kind.Transient), row => row.Kind, kind => kind.Name, (row, kind) => kind.Holders.FirstOrDefault(purpose => ledger.Lasts(purpose, row.Id, act.On)))
                .OfType<Purpose>().Except(OfHandling).Select(purpose => purpose.Key).Distinct(StringComparer.Ordinal),
        ];
    }
}
