namespace SrmBlazor.Features.RightsRequests;

/// <summary>What somebody asks for. Names are stored.</summary>
public enum RequestKind
{
    Access,
    Copy,
    Transfer,
    Correct,
    Delete,
    ChangeConsents,
    CloseAccount,
    Restrict,
    Objection,

    /// <summary>Why something was decided, and by which rules (PIPL 24, 48).</summary>
    Explain,

    Complaint,

    /// <summary>By a close relative of a person who died (PIPL 49).</summary>
    NextOfKin,

    /// <summary>Any other question or suggestion.</summary>
    Other,
}

/// <summary>How it came to us.</summary>
public enum RequestChannel
{
    Dashboard,
    Form,
    Letter,
    Email,
    Phone,
}

public enum RequestState
{
    /// <summary>Came in; nobody knows yet whether it comes from the person.</summary>
    Submitted,

    AwaitingIdentity,

    /// <summary>Whoever asks for somebody else has to show that they may.</summary>
    AwaitingAuthority,

    /// <summary>Ready to be taken in hand.</summary>
    Triage,

    InProgress,
    AwaitingClarification,

    /// <summary>An answer is proposed; a second person decides.</summary>
    AwaitingReview,

    /// <summary>Will be carried out unless the person thinks otherwise.</summary>
    CoolingOff,

    Executing,

    /// <summary>Carried out; whether nothing was left behind is being checked.</summary>
    Verifying,

    Failed,
    Fulfilled,
    PartlyFulfilled,
    Refused,
    NoDataHeld,
    Withdrawn,

    /// <summary>Nobody showed who asked; an answer opens it again.</summary>
    Expired,

    Appealed,
    Closed,
}

/// <summary>Whose turn it is. Names are stored.</summary>
public enum RequestStage
{
    /// <summary>Staff have something to do.</summary>
    ToDo,

    /// <summary>The person is asked for something, or has time to think.</summary>
    WithPerson,

    /// <summary>A second member of staff decides.</summary>
    Review,

    /// <summary>The program carries it out.</summary>
    Running,

    Appeal,
    Ended,
}

public static class RequestStates
{
    public static RequestStage Stage(this RequestState state) => state switch
    {
        RequestState.Submitted or RequestState.Triage or RequestState.InProgress or RequestState.Failed => RequestStage.ToDo,
        RequestState.AwaitingIdentity or RequestState.AwaitingAuthority or RequestState.AwaitingClarification or RequestState.CoolingOff => RequestStage.WithPerson,
        RequestState.AwaitingReview => RequestStage.Review,
        RequestState.Executing or RequestState.Verifying => RequestStage.Running,
        RequestState.Appealed => RequestStage.Appeal,
        RequestState.Fulfilled or RequestState.PartlyFulfilled or RequestState.Refused or RequestState.NoDataHeld or RequestState.Withdrawn or RequestState.Expired or RequestState.Closed => RequestStage.Ended,
    };

    /// <summary>Ended with a decision, whether or not it can still be appealed.</summary>
    public static bool IsDecided(this RequestState state) => state.Stage() == RequestStage.Ended;

    public static bool WaitsForPerson(this RequestState state) => state is
        RequestState.AwaitingIdentity or RequestState.AwaitingAuthority or RequestState.AwaitingClarification;

    /// <summary>Nothing is undone any more: it cannot be withdrawn.</summary>
    public static bool IsUnderway(this RequestState state) => state is RequestState.Executing or RequestState.Verifying or RequestState.Failed;
}

public static class RequestKinds
{
    /// <summary>Destroys what cannot be brought back.</summary>
    public static bool Erases(this RequestKind kind) => kind is RequestKind.Delete or RequestKind.CloseAccount;

    /// <summary>Runs without a decision by staff once it is certain who asks.</summary>
    public static bool RunsByItself(this RequestKind kind) => kind is RequestKind.Access or RequestKind.Copy or RequestKind.CloseAccount;

    /// <summary>Where a supplier does it alone and at once; null where staff are asked.</summary>
    public static string? OwnPage(this RequestKind kind) => kind switch
    {
        RequestKind.Access => "/privacy/data",
        RequestKind.Copy => "/privacy/data#copy",
        RequestKind.Transfer => "/privacy/transfer",
        RequestKind.Correct => "/privacy/correct",
        RequestKind.Delete => "/privacy/delete",
        RequestKind.CloseAccount => "/privacy/close",
        RequestKind.Restrict or RequestKind.Objection => "/privacy/restrict",
        RequestKind.ChangeConsents or RequestKind.Explain or RequestKind.Complaint or RequestKind.NextOfKin or RequestKind.Other => null,
    };

    /// <summary>Carries away or destroys: who asks must have signed in just now.</summary>
    public static bool NeedsConfirmation(this RequestKind kind) =>
        kind is RequestKind.Access or RequestKind.Copy or RequestKind.Transfer or RequestKind.Correct or RequestKind.Delete or RequestKind.CloseAccount;
}
