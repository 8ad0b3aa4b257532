using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>Takes every erasure one step after the other to its end. Each step may be repeated: a crash between two of them is a step not yet done.</summary>
internal sealed partial class ErasureRound(Store store, Vault vault, Execution execution, Verification verification, Certificates certificates, TimeProvider clock, ILogger<ErasureRound> log)
{
    /// <summary>So long before a term is over, what goes then is taken down for its check: afterwards nothing may open it.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken stop = default)
    {
        foreach (var run in await IdsAsync(RestIsNear(clock.Now()), stop))
        {
            await GuardAsync(run, () => ContinueAsync(run));
        }

        foreach (var run in await IdsAsync(IsDue(clock.Now()), stop))
        {
            await GuardAsync(run, () => AdvanceAsync(run, stop));
        }

        await certificates.DropAsync();
    }

    /// <summary>One erasure as far as it goes now.</summary>
    public async Task AdvanceAsync(Guid id, CancellationToken stop = default)
    {
        for (var (before, run) = ((ErasureState?)null, await FindAsync(id)); run.State != before && !stop.IsCancellationRequested; run = await FindAsync(id))
        {
            if (run.State == ErasureState.Dirty && before is not null)
            {
                return; // found just now: looking again at once finds the same
            }

            before = run.State;
            switch (run.State)
            {
                case ErasureState.Planned or ErasureState.CoolingOff:
                    await execution.ExecuteAsync(id);
                    break;
                case ErasureState.Executing:
                    await execution.CarryOutAsync(run);
                    break;
                case ErasureState.Verifying or ErasureState.Dirty:
                    await verification.VerifyAsync(run, stop);
                    break;
                case ErasureState.Clean:
                    await certificates.IssueAsync(run);
                    break;
                case ErasureState.Certified or ErasureState.TakenBack:
                    break;
            }
        }
    }

    private static System.Linq.Expressions.Expression<Func<ErasureRun, bool>> RestIsNear(DateTime now)
    {
        var near = now + Ahead;
        return run => run.State == ErasureState.Certified && run.RestOn != null && run.RestOn <= near;
    }

    private static System.Linq.Expressions.Expression<Func<ErasureRun, bool>> IsDue(DateTime now) => run =>
        run.State == ErasureState.Executing || run.State == ErasureState.Verifying || run.State == ErasureState.Clean
        || (run.State == ErasureState.Planned || run.State == ErasureState.CoolingOff) && run.StartsOn <= now
        || run.State == ErasureState.Dirty && run.NextTryOn <= now;

    /// <summary>The first of what had to stay goes soon: what is left is planned anew, and completes the same certificate.</summary>
    private async Task ContinueAsync(Guid id)
    {
        await using var work = await store.WriteAsync();
        var run = await work.Db.Set<ErasureRun>().SingleAsync(one => one.Id == id);
        if (run.RestOn is null || run.PersonId is not { } person)
        {
            return;
        }

        var act = new Act(Guid.Empty, Role.None, work.Now);
        var plan = run.AsPlanned;
        var left = plan.Stays.Select(one => one.Record).ToList();
        var held = await vault.OpenEverythingAsync(person, For.Access, kind => kind.Telling.Count > 0);
        var soon = plan.Stays.Where(one => one.Until <= run.RestOn).Select(one => one.Record).ToHashSet();
        var proof = await vault.SealAsync(work, person, ErasureProof.Of(held.Where(one => soon.Contains(one.Id))), For.ProveErasure, act, "erasure.rest");
        work.Db.Add(run.Continue(plan with { Scope = new ErasureScope(ErasureReach.Rest, left) }, proof, act.On));
        run.HandOn(act.On);
        await work.CommitAsync();
    }

    private async Task<ErasureRun> FindAsync(Guid id)
    {
        await using var db = store.Read();
        return await db.Set<ErasureRun>().AsNoTracking().SingleAsync(run => run.Id == id);
    }

    private async Task<List<Guid>> IdsAsync(System.Linq.Expressions.Expression<Func<ErasureRun, bool>> which, CancellationToken stop)
    {
        await using var db = store.Read();
        return await db.Set<ErasureRun>().Where(which).OrderBy(run => run.PlannedOn).Select(run => run.Id).ToListAsync(stop);
    }

    /// <summary>Trouble with one erasure leaves it where it is and does not stop the others.</summary>
    private async Task GuardAsync(Guid run, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, run, failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The erasure {Run} failed with {Failure} and is tried again.")]
    private static partial void Failed(ILogger log, Guid run, string failure);
}
