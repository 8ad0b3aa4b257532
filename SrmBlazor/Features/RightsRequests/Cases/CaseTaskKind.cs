namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>What there is to do in a case. Names are stored.</summary>
public enum CaseTaskKind
{
    ConfirmIdentity,

    /// <summary>Whoever asks for somebody else may.</summary>
    ConfirmAuthority,

    /// <summary>One for each purpose for which something is held.</summary>
    Collect,

    /// <summary>What names somebody else does not go out with it.</summary>
    ReviewOthers,
    CheckEvidence,
    CheckConditions,
    CheckConsents,
    PlanErasure,
    SetAside,
    WeighInterests,
    FindReasons,
    LookInto,
    Decide,

    /// <summary>A second member of staff agrees.</summary>
    SecondOfficer,
    CarryOut,
    Answer,
    TellRecipients,
}

public enum CaseTaskState
{
    Open,
    Done,
    NotNeeded,
}

/// <summary>Why a task is not needed. Names are stored.</summary>
public enum NotNeededReason
{
    /// <summary>Nothing of it is held any more.</summary>
    NothingHeld,
    DoesNotApply,

    /// <summary>Done in another request of the same person.</summary>
    DoneInTwin,

    /// <summary>Without it the request was answered, taken back or left to rest.</summary>
    CaseEnded,
}

public static class CaseTaskKinds
{
    /// <summary>The reasons that staff can give.</summary>
    public static readonly IReadOnlyList<NotNeededReason> Reasons = [NotNeededReason.NothingHeld, NotNeededReason.DoesNotApply, NotNeededReason.DoneInTwin];

    /// <summary>Done when staff say so: of all others the request itself shows whether it was done.</summary>
    public static bool IsDoneByHand(this CaseTaskKind kind) => kind switch
    {
        CaseTaskKind.Collect or CaseTaskKind.ReviewOthers or CaseTaskKind.CheckEvidence or CaseTaskKind.CheckConsents or CaseTaskKind.WeighInterests or CaseTaskKind.FindReasons or CaseTaskKind.LookInto
            or CaseTaskKind.TellRecipients => true,
        CaseTaskKind.ConfirmIdentity or CaseTaskKind.ConfirmAuthority or CaseTaskKind.CheckConditions or CaseTaskKind.PlanErasure or CaseTaskKind.SetAside or CaseTaskKind.Decide
            or CaseTaskKind.SecondOfficer or CaseTaskKind.CarryOut or CaseTaskKind.Answer => false,
    };

    /// <summary>What nobody can leave out is not said to be needless by hand.</summary>
    public static bool MayBeLeftOut(this CaseTaskKind kind) => kind.IsDoneByHand() || kind is CaseTaskKind.SetAside;

    /// <summary>How much of the request's clock may be gone when it is done.</summary>
    internal static double Share(this CaseTaskKind kind) => kind switch
    {
        CaseTaskKind.ConfirmIdentity or CaseTaskKind.ConfirmAuthority or CaseTaskKind.SetAside => 0.2,
        CaseTaskKind.Collect or CaseTaskKind.CheckEvidence or CaseTaskKind.CheckConditions or CaseTaskKind.CheckConsents or CaseTaskKind.FindReasons or CaseTaskKind.LookInto => 0.5,
        CaseTaskKind.ReviewOthers or CaseTaskKind.WeighInterests or CaseTaskKind.PlanErasure => 0.65,
        CaseTaskKind.Decide => 0.75,
        CaseTaskKind.SecondOfficer => 0.85,
        CaseTaskKind.CarryOut or CaseTaskKind.Answer or CaseTaskKind.TellRecipients => 1,
    };
}
