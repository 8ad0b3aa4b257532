namespace SrmBlazor.Features.RightsRequests;

/// <summary>What can happen to a request: names are stored, and the timeline shows them.</summary>
public enum RequestStep
{
    Submitted,
    IdentityProved,
    IdentityAsked,
    AuthorityAsked,
    EvidenceKept,
    Reminded,
    Expired,
    Reopened,
    Claimed,

    /// <summary>Somebody gave it to a colleague.</summary>
    Assigned,
    Released,

    /// <summary>Whoever claimed, assigned or released it took that back at once.</summary>
    Undone,
    ClarificationAsked,
    Clarified,

    /// <summary>The question stayed unanswered: we go on with the widest reasonable reading.</summary>
    WentOn,

    Wrote,
    Paused,
    Resumed,
    Extended,
    DueChanged,
    Restricted,
    Proposed,
    Returned,
    CoolingBegun,
    ExecutionBegun,
    ExecutionFailed,
    CheckBegun,
    CheckFailed,
    Escalated,
    Decided,
    Withdrawn,
    HoldEnded,
    Appealed,
    Overturned,
    Upheld,
    Closed,
}

/// <summary>From which states each step can be taken. Everything else is impossible.</summary>
public static class RequestWay
{
    private static readonly RequestState[] Waiting = [RequestState.AwaitingIdentity, RequestState.AwaitingAuthority];

    private static readonly RequestState[] Answered = [RequestState.Fulfilled, RequestState.PartlyFulfilled, RequestState.Refused, RequestState.NoDataHeld];

    private static readonly RequestState[] Open =
    [
        RequestState.Submitted, .. Waiting, RequestState.Triage, RequestState.InProgress, RequestState.AwaitingClarification, RequestState.AwaitingReview, RequestState.CoolingOff,
    ];

    private static readonly RequestState[] NotClosed = [.. Enum.GetValues<RequestState>().Where(state => state != RequestState.Closed)];

    public static bool Allows(RequestState state, RequestStep step) => From(step).Contains(state);

    private static RequestState[] From(RequestStep step) => step switch
    {
        RequestStep.Submitted => [],
        RequestStep.IdentityProved => [RequestState.Submitted, .. Waiting],
        RequestStep.IdentityAsked or RequestStep.AuthorityAsked => [RequestState.Submitted, RequestState.Triage, RequestState.InProgress],
        RequestStep.EvidenceKept => [RequestState.Submitted, .. Waiting, RequestState.Triage, RequestState.InProgress],
        RequestStep.Reminded or RequestStep.Expired => Waiting,
        RequestStep.Reopened => [RequestState.Expired],
        RequestStep.Claimed or RequestStep.Assigned or RequestStep.Undone => [RequestState.Triage, RequestState.InProgress, RequestState.Appealed],
        RequestStep.Released => [RequestState.InProgress],
        RequestStep.ClarificationAsked => [RequestState.Triage, RequestState.InProgress],
        RequestStep.Clarified or RequestStep.WentOn => [RequestState.AwaitingClarification],
        RequestStep.Wrote => NotClosed,
        RequestStep.Paused or RequestStep.Resumed => [.. Waiting, RequestState.AwaitingClarification],
        RequestStep.Extended => [.. Open, RequestState.Executing, RequestState.Verifying, RequestState.Failed],
        RequestStep.DueChanged => [.. Open, RequestState.Executing, RequestState.Verifying, RequestState.Failed, RequestState.Appealed],
        RequestStep.Restricted => [RequestState.InProgress],
        RequestStep.Proposed => [RequestState.InProgress, .. Waiting],
        RequestStep.Returned => [RequestState.AwaitingReview],
        RequestStep.CoolingBegun => [RequestState.AwaitingReview, RequestState.Triage],
        RequestStep.ExecutionBegun => [RequestState.AwaitingReview, RequestState.Triage, RequestState.CoolingOff, RequestState.Failed],
        RequestStep.ExecutionFailed or RequestStep.CheckBegun => [RequestState.Executing],
        RequestStep.CheckFailed => [RequestState.Verifying],
        RequestStep.Escalated => [RequestState.Failed],
        RequestStep.Decided => [RequestState.InProgress, RequestState.AwaitingReview, RequestState.Verifying],
        RequestStep.Withdrawn => Open,
        RequestStep.HoldEnded => [RequestState.PartlyFulfilled],
        RequestStep.Appealed => Answered,
        RequestStep.Overturned or RequestStep.Upheld => [RequestState.Appealed],
        RequestStep.Closed => [.. Answered, RequestState.Withdrawn, RequestState.Expired],
    };
}
