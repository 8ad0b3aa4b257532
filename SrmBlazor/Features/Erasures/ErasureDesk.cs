using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>Plans an erasure and begins it. The plan is shown before it is confirmed, and what then happens is the plan.</summary>
public sealed class ErasureDesk(Store store, ErasurePlans plans)
{
    private const Role Deciders = Role.PrivacyOfficer | Role.Coordinator;

    /// <summary>What would happen, and to what. Kinds and dates, no values.</summary>
    /// <exception cref="NotAllowedException">It is neither the person's own nor for staff who decide about requests.</exception>
    public async Task<ErasurePlan> PlanAsync(Guid person, ErasureScope scope, ErasureGround ground, Act act)
    {
        act.Demand(act.IsOwner(person) ? Deciders | Role.Supplier : Deciders);
        await using var db = store.Read();
        return await plans.OfAsync(db, person, scope, ground, act.On);
    }

    /// <summary>
    /// Begins what was planned, within the caller's transaction; the round carries it out after the commit. Whether it may be done, and that two
    /// decided where staff decide, is asked by whoever calls.
    /// </summary>
    /// <param name="request">The request for deletion behind it.</param>
    /// <param name="startsOn">Not before; null: at once.</param>
    /// <returns>The run's id; null where what is held is no longer what was planned, so that the plan has to be shown again.</returns>
    public async Task<Guid?> BeginAsync(Writing work, ErasurePlan plan, Act act, Guid? request = null, DateTime? startsOn = null)
    {
        var now = await plans.OfAsync(work.Db, plan.Person, plan.Scope, plan.Ground, act.On);
        if (now.Meaning != plan.Meaning)
        {
            return null;
        }

        var run = ErasureRun.Begin(now, act.On, startsOn ?? act.On, request);
        work.Db.Add(run);
        work.Record(act, "erasure.begun", plan.Person, $"{run.Id:N} {plan.Hash}");
        work.Announce(Topics.Erasures);
        work.Announce(Topics.Person(plan.Person));
        return run.Id;
    }

    /// <summary>Erasures that are not through, the oldest first: for staff, who must see to it where something was found.</summary>
    /// <exception cref="NotAllowedException">The actor does not look after requests.</exception>
    public async Task<IReadOnlyList<OpenErasure>> OpenAsync(Act act)
    {
        act.Demand(Deciders | Role.Administrator);
        await using var db = store.Read();
        return await db.Set<ErasureRun>().AsNoTracking().Where(run => run.State != ErasureState.Certified && run.State != ErasureState.TakenBack).OrderBy(run => run.PlannedOn)
            .Select(run => OpenErasure.Of(run)).ToListAsync();
    }
}

/// <param name="Found">Where something was found: tables and files, parted by semicolons.</param>
public sealed record OpenErasure(Guid Id, ErasureState State, ErasureReach Reach, DateTime PlannedOn, DateTime StartsOn, DateTime? CheckedOn, int Tries, string Found)
{
    internal static OpenErasure Of(ErasureRun run) => new(run.Id, run.State, run.Reach, run.PlannedOn, run.StartsOn, run.CheckedOn, run.Tries, run.Found);
}
