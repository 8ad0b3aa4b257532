namespace SrmBlazor.Features.RightsRequests.Pages;

/// <summary>What a privacy officer can choose to do with a request.</summary>
public enum DeskTask
{
    Claim,
    Release,
    Prove,
    AskIdentity,
    AskAuthority,
    AskClarification,
    Write,
    Pause,
    Resume,
    Extend,
    Restrict,
    Answer,
    Fulfil,
    FulfilPartly,
    Refuse,
    NoData,
    Approve,
    Return,
    Overturn,
    Uphold,
}

/// <summary>Which of them can be done now: what is not possible is not offered.</summary>
public static class DeskTasks
{
    public static IEnumerable<DeskTask> Of(OpenedRequest one) => Enum.GetValues<DeskTask>().Where(task => IsPossible(task, one));

    public static bool NeedsText(this DeskTask task) => task is not (DeskTask.Claim or DeskTask.Release or DeskTask.Prove or DeskTask.Pause or DeskTask.Resume or DeskTask.Approve or DeskTask.Restrict);

    public static bool NeedsGround(this DeskTask task) => task is DeskTask.FulfilPartly or DeskTask.Refuse or DeskTask.NoData;

    public static RequestOutcome? Proposes(this DeskTask task) => task switch
    {
        DeskTask.Fulfil => RequestOutcome.Fulfilled,
        DeskTask.FulfilPartly => RequestOutcome.PartlyFulfilled,
        DeskTask.Refuse => RequestOutcome.Refused,
        DeskTask.NoData => RequestOutcome.NoDataHeld,
        DeskTask.Claim or DeskTask.Release or DeskTask.Prove or DeskTask.AskIdentity or DeskTask.AskAuthority or DeskTask.AskClarification or DeskTask.Write or DeskTask.Pause or DeskTask.Resume
            or DeskTask.Extend or DeskTask.Restrict or DeskTask.Answer or DeskTask.Approve or DeskTask.Return or DeskTask.Overturn or DeskTask.Uphold => null,
    };

    private static bool IsPossible(DeskTask task, OpenedRequest one) => task switch
    {
        DeskTask.Claim => Can(one, RequestStep.Claimed) && one.Row.Holder != Hands.Me && one.MayHearAppeal,
        DeskTask.Release => Can(one, RequestStep.Released) && one.Row.Holder == Hands.Me,
        DeskTask.Prove => Can(one, RequestStep.IdentityProved),
        DeskTask.AskIdentity => Can(one, RequestStep.IdentityAsked),
        DeskTask.AskAuthority => Can(one, RequestStep.AuthorityAsked),
        DeskTask.AskClarification => Can(one, RequestStep.ClarificationAsked),
        DeskTask.Write => Can(one, RequestStep.Wrote) && !one.Row.State.IsDecided(),
        DeskTask.Pause => one.CanPause,
        DeskTask.Resume => one.IsPaused,
        DeskTask.Extend => one.CanExtend,
        DeskTask.Restrict => Can(one, RequestStep.Restricted) && one.Proved && one.Row.Kind is (RequestKind.Restrict or RequestKind.Objection or RequestKind.Correct),
        DeskTask.Answer => InHand(one) && one.Proved && !one.CarriedOut && !RightsRequest.NeedsReview(one.Row.Kind, RequestOutcome.Fulfilled),
        DeskTask.Fulfil => InHand(one) && one.Proved && one.CarriedOut,
        DeskTask.FulfilPartly => InHand(one) && one.Proved && (one.CarriedOut || !one.Row.Kind.Erases()),
        DeskTask.Refuse => InHand(one) || one.Row.State is RequestState.AwaitingIdentity or RequestState.AwaitingAuthority,
        DeskTask.NoData => InHand(one),
        DeskTask.Approve => one.Proposal is { IsMine: false } && one.Row.State == RequestState.AwaitingReview,
        DeskTask.Return => Can(one, RequestStep.Returned),
        DeskTask.Overturn or DeskTask.Uphold => Can(one, RequestStep.Upheld) && one.MayHearAppeal,
    };

    private static bool Can(OpenedRequest one, RequestStep step) => one.Possible.Contains(step);

    private static bool InHand(OpenedRequest one) => one.Row.State == RequestState.InProgress;
}
