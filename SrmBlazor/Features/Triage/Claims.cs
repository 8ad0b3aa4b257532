using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

public enum ClaimOutcome
{
    Taken,

    /// <summary>Somebody was faster, or it went on meanwhile.</summary>
    Faster,

    /// <summary>A second person must approve first: it is a child's.</summary>
    Shut,

    /// <summary>Somebody else has to do it.</summary>
    SomebodyElse,
}

/// <summary>Takes in hand what stands on the board, as it was seen: of two who reach for it one has it and the other is told.</summary>
public sealed class Claims(RequestDesk requests, Decisions checks)
{
    /// <exception cref="NotAllowedException">The actor does not do this kind of work.</exception>
    public async Task<ClaimOutcome> ClaimAsync(BoardRow row, Act act) => row.Matter switch
    {
        Matter.Request => await requests.ClaimAsync(row.Reference, row.Stamp, act) switch
        {
            RequestResult.Done => ClaimOutcome.Taken,
            RequestResult.Invalid { Fault: RequestFault.SomebodyElse } => ClaimOutcome.SomebodyElse,
            _ => ClaimOutcome.Faster,
        },
        Matter.IdentityCheck => await checks.ClaimAsync(row.Reference, row.Stamp, act) switch
        {
            DecisionResult.Done => ClaimOutcome.Taken,
            DecisionResult.NotFound => ClaimOutcome.Shut,
            _ => ClaimOutcome.Faster,
        },
    };
}
