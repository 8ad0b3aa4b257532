using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>What can be chosen to be deleted: all records of one kind.</summary>
/// <param name="IsChoice">The person can empty it at once and alone.</param>
public sealed record Deletable(RecordKind Kind, IReadOnlyList<Guid> Records, bool IsChoice);

/// <summary>A supplier asks to have data deleted. The person is always the one who acts; two officers decide.</summary>
public sealed class MyDeletions(Store store, Vault vault, ErasurePlans plans, RequestBook book)
{
    /// <summary>What is held and is not needed to handle requests themselves, or for as long as an account lasts.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Deletable>> ListAsync(Act act)
    {
        act.Demand(Role.Supplier);
        var held = await vault.OpenEverythingAsync(act.Who, For.Access, _ => false);
        return [.. held.Where(one => IsFree(one.Kind)).GroupBy(one => one.Kind).Select(group => new Deletable(group.Key, [.. group.Select(one => one.Id)], group.All(IsChoice)))];
    }

    /// <summary>Asks for a deletion, with what was chosen and shown.</summary>
    /// <param name="hash">Of the plan that was shown.</param>
    /// <param name="words">What was chosen and why, in the person's language.</param>
    /// <param name="text">What the person adds; may be empty.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<RequestResult> SubmitAsync(ErasureScope scope, ErasureGround ground, string hash, string words, string text, Act act)
    {
        act.Demand(Role.Supplier);
        if (!act.IsConfirmed)
        {
            return new RequestResult.NotConfirmed();
        }

        if (FaultOf(scope, $"{words}\n\n{text}", act) is { } fault)
        {
            return new RequestResult.Invalid(fault);
        }

        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var plan = await plans.OfAsync(work.Db, act.Who, scope, ground, on.On);
        if (plan.Hash != hash)
        {
            return new RequestResult.ChangedMeanwhile();
        }

        if (plan.Goes.Count + plan.Stays.Count == 0)
        {
            return new RequestResult.Invalid(RequestFault.NothingHeld);
        }

        var request = await book.OpenAsync(work, new Asked(act.Who, RequestKind.Delete, RequestChannel.Dashboard, RequestClock.Today(on.On), $"{words}\n\n{text}", Proved: true), on);
        await vault.SealAsync(work, act.Who, DeletionWish.Of(request, scope, ground, plan.Meaning), For.RightsRequest, on, "request.submitted");
        await book.CommitAsync(work, request, on);
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    /// <summary>What can be chosen one by one: the mailbox ends with the account, and what law alone keeps ends by its term.</summary>
    internal static bool IsFree(RecordKind kind) => !kind.Transient && !RequestDecisions.IsNeeded(kind.Name) && !kind.Holders.All(purpose => purpose.OutlastsErasure);

    /// <summary>Whoever works here hands the work over before everything goes.</summary>
    private static RequestFault? FaultOf(ErasureScope scope, string message, Act act) =>
        scope.Reach is not (ErasureReach.All or ErasureReach.Chosen) || scope.Reach == ErasureReach.Chosen && scope.Records.Count == 0 ? RequestFault.NothingHeld
        : scope.Reach == ErasureReach.All && act.Is(Role.Staff) ? RequestFault.NotOffered
        : RequestBook.FaultOf(message);

    private static bool IsChoice(Holding one) => one.Holds.Count > 0 && one.Holds.All(hold => hold.Purpose is { Basic: false, PerRecord: true, Basis: Basis.Consent });
}
