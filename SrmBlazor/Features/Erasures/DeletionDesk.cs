using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>A request for deletion as privacy officers see it: kinds and dates, no values.</summary>
/// <param name="Plan">As it would be carried out now, or was; null while nobody has said what is to go.</param>
/// <param name="Chosen">Who said it was staff.</param>
/// <param name="IsOther">The plan is not what the person was shown.</param>
/// <param name="IsStale">The plan is not what was proposed.</param>
/// <param name="Kinds">Where staff may choose: kinds of records that can go one by one. Null where they may not.</param>
/// <param name="Run">The erasure, while it is not through.</param>
public sealed record OpenDeletion(ErasurePlan? Plan, bool Chosen, bool IsOther, bool IsStale, IReadOnlyList<string>? Kinds, OpenErasure? Run);

/// <summary>Deletions before privacy officers. What a letter says in words, one of them chooses; what a person chose nobody changes.</summary>
public sealed class DeletionDesk(Store store, Vault vault, ErasurePlans plans, DataMap map)
{
    /// <summary>Null where no deletion is asked for under this reference, or the gate of a child's request is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<OpenDeletion?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not { PersonId: { } person } request)
        {
            return null;
        }

        if (await db.Set<ErasureRun>().AsNoTracking().Where(run => run.RequestId == request.Id && run.Reach != ErasureReach.Rest && run.State != ErasureState.TakenBack).FirstOrDefaultAsync() is { } run)
        {
            return new OpenDeletion(run.AsPlanned, Chosen: false, IsOther: false, IsStale: false, null, run.State == ErasureState.Certified ? null : OpenErasure.Of(run));
        }

        var found = await Erasing.FindAsync(vault, person, request.Id);
        var plan = !request.State.IsDecided() && Erasing.WishOf(request, found) is { } wish ? await plans.OfAsync(db, person, wish.ScopeOf(), wish.Ground, act.On) : null;
        return new OpenDeletion(plan, plan is not null && found is { Record.Shown: "" }, IsNot(plan, found?.Record.Shown), request.State == RequestState.AwaitingReview && IsNot(plan, found?.Record.Proposed),
            MayChoose(request, found) ? [.. (await FreeAsync(db, person)).Select(row => row.Kind).Distinct()] : null, null);
    }

    /// <summary>Says what a request means that came in words: everything, or all records of some kinds, on one of the six grounds.</summary>
    /// <param name="kinds">Names of the data map; none for everything, and with it the account.</param>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> ChooseAsync(string reference, IReadOnlyCollection<string> kinds, ErasureGround ground, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await FindAsync(work.Db, reference, on) is not { PersonId: { } person } request)
        {
            return new RequestResult.NotFound();
        }

        var found = await Erasing.FindAsync(vault, person, request.Id);
        if (!MayChoose(request, found))
        {
            return new RequestResult.Invalid(request.IdentityProvedOn is null ? RequestFault.NotProved : RequestFault.NotNow);
        }

        var scope = kinds.Count == 0 ? ErasureScope.All : ErasureScope.Of([.. (await FreeAsync(work.Db, person)).Where(row => kinds.Contains(row.Kind)).Select(row => row.Record)]);
        if (scope is { Reach: ErasureReach.Chosen, Records.Count: 0 })
        {
            return new RequestResult.Invalid(RequestFault.NothingHeld);
        }

        var wish = DeletionWish.Of(request, scope, ground);
        if (found is null)
        {
            await vault.SealAsync(work, person, wish, For.RightsRequest, on, "request.deletion-chosen");
        }
        else if (await vault.SaveAsync(work, person, found.Id, found.Version, wish, For.RightsRequest, on) != SaveOutcome.Saved)
        {
            return new RequestResult.ChangedMeanwhile();
        }

        work.Record(on, "request.deletion-chosen", person, $"{request.Reference} {scope.Reach} {ground} {scope.Records.Count}");
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    private static async Task<RightsRequest?> FindAsync(SrmDbContext db, string reference, Act act) =>
        await RequestDesk.FindAsync(db, reference, act) is { Kind: RequestKind.Delete or RequestKind.CloseAccount } request ? request : null;

    private static bool MayChoose(RightsRequest request, Opening<DeletionWish>.Opened? found) =>
        request is { Kind: RequestKind.Delete, State: RequestState.InProgress, IdentityProvedOn: not null } && found is null or { Record.Shown: "" };

    private static bool IsNot(ErasurePlan? plan, string? meaning) => plan is not null && meaning is { Length: > 0 } && plan.Meaning != meaning;

    private async Task<IReadOnlyList<(Guid Record, string Kind)>> FreeAsync(SrmDbContext db, Guid person) =>
        [.. (await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live).OrderBy(row => row.Kind).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Kind }).ToListAsync()).Where(row => MyDeletions.IsFree(map[row.Kind])).Select(row => (row.Id, row.Kind))];
}
