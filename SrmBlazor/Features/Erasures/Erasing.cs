using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Erasures.Pages;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>
/// Carries deletions and closings of accounts out: it begins the erasure that belongs to the request, once, and the erasure says itself when it is
/// certified. What two people agreed to is what is done: a plan that changed between them is looked at again.
/// </summary>
public sealed class Erasing(RequestKind kind, Store store, Vault vault, ErasurePlans plans, ErasureDesk desk, FailPoints faults) : IRequestWork
{
    public RequestKind Kind => kind;

    public Type CasePart => typeof(DeletionCase);

    public bool HasOwnPage => true;

    public bool TakesWords => true;

    public bool TellsAccount => true;

    public async Task<bool> HasToDoAsync(Guid person, Guid request) => kind == RequestKind.CloseAccount || await FindAsync(vault, person, request) is not null;

    public async Task ProposedAsync(Writing work, RightsRequest request, Act act)
    {
        var (person, found) = (request.PersonId!.Value, await FindAsync(vault, request.PersonId!.Value, request.Id));
        var wish = WishOf(request, found);
        var proposed = wish! with { Proposed = (await plans.OfAsync(work.Db, person, wish.ScopeOf(), wish.Ground, act.On)).Meaning };
        if (found is null)
        {
            await vault.SealAsync(work, person, proposed, For.RightsRequest, act, "request.proposed");
        }
        else
        {
            await vault.SaveAsync(work, person, found.Id, found.Version, proposed, For.RightsRequest, act);
        }
    }

    public async Task<bool> StandsAsync(Writing work, RightsRequest request, Act act) =>
        await FindAsync(vault, request.PersonId!.Value, request.Id) is { Record: var wish }
        && (await plans.OfAsync(work.Db, request.PersonId!.Value, wish.ScopeOf(), wish.Ground, act.On)).Meaning == wish.Proposed;

    /// <summary>A closing that is taken back does not begin; what was chosen stays as long as what was written.</summary>
    public async Task EndedAsync(Writing work, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        if (request.State == RequestState.Withdrawn && await work.Db.Set<ErasureRun>().FirstOrDefaultAsync(run => run.RequestId == request.Id && run.State == ErasureState.CoolingOff) is { } waiting)
        {
            waiting.TakeBack(act.On);
            work.Record(act, "erasure.taken-back", person, $"{waiting.Id:N}");
            work.Announce(Topics.Erasures);
        }

        if (request.State == RequestState.Closed && await FindAsync(vault, person, request.Id) is { Id: var record })
        {
            work.End(person, For.RightsRequest, act, "request.closed", record);
        }
    }

    public async Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop)
    {
        await using var writing = await store.WriteAsync(stop);
        var act = new Act(Guid.Empty, Role.None, writing.Now);
        if (await writing.Db.Set<ErasureRun>().AnyAsync(run => run.RequestId == work.Id && run.State != ErasureState.TakenBack, stop))
        {
            return new WorkResult.GoesOn();
        }

        var request = await writing.Db.Set<RightsRequest>().AsNoTracking().SingleAsync(one => one.Id == work.Id, stop);
        if (WishOf(request, await FindAsync(vault, work.Person, work.Id)) is not { } wish)
        {
            return new WorkResult.Failed("NothingChosen");
        }

        await desk.BeginAsync(writing, await plans.OfAsync(writing.Db, work.Person, wish.ScopeOf(), wish.Ground, act.On), act, work.Id);
        faults.Reach("erasing.before-begun");
        await writing.CommitAsync(stop);
        faults.Reach("erasing.after-begun");
        return new WorkResult.GoesOn();
    }

    internal static async Task<Opening<DeletionWish>.Opened?> FindAsync(Vault vault, Guid person, Guid request) =>
        (await vault.OpenAllAsync<DeletionWish>(person, For.RightsRequest)).LastOrDefault(one => one.Record.Request == request.ToString());

    /// <summary>Who closes an account need not choose anything.</summary>
    internal static DeletionWish? WishOf(RightsRequest request, Opening<DeletionWish>.Opened? found) =>
        found?.Record ?? (request.Kind == RequestKind.CloseAccount ? DeletionWish.Of(request, ErasureScope.Closing, ErasureGround.StoppedUsing) : null);
}
