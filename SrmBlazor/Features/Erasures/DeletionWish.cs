using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Erasures;

/// <summary>What a request is to delete, for the program: its message says the same in words. Kept as long as they are.</summary>
/// <param name="Request">The id of the request that it belongs to.</param>
/// <param name="Records">Where records are chosen: their ids.</param>
/// <param name="Shown">What the plan meant that the person was shown; empty where staff chose for them.</param>
/// <param name="Proposed">What the plan meant that a second person decides about; empty so far.</param>
public sealed record DeletionWish(string Request, ErasureReach Reach, IReadOnlyList<string> Records, ErasureGround Ground, string Shown, string Proposed) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("deletion-wish")
        .HeldBy(For.RightsRequest).AsTransient()
        .Has(nameof(Request), Category.Handling)
        .Has(nameof(Reach), Category.Handling)
        .Has(nameof(Records), Category.Handling)
        .Has(nameof(Ground), Category.Handling)
        .Has(nameof(Shown), Category.Handling)
        .Has(nameof(Proposed), Category.Handling);

    internal ErasureScope ScopeOf() => new(Reach, [.. Records.Select(Guid.Parse)]);

    internal static DeletionWish Of(RightsRequest request, ErasureScope scope, ErasureGround ground, string shown = "") =>
        new(request.Id.ToString(), scope.Reach, [.. scope.Records.Select(record => record.ToString())], ground, shown, "");
}
