namespace SrmBlazor.Features.Verification;

/// <summary>What is missing from a decision, or in its way.</summary>
public enum DecisionFault
{
    NoItems,
    NoText,
    TextTooLong,
    NoGround,

    /// <summary>The ten days are over: the scan is being destroyed and the supplier asked for a new one.</summary>
    CheckOver,

    /// <summary>The consent to ID number and scan is taken back: nothing is left to compare.</summary>
    NoConsent,

    /// <summary>Name or document is disputed and set aside until somebody has decided about it.</summary>
    Disputed,

    /// <summary>A guardian takes part already.</summary>
    ChildKnown,

    /// <summary>The colleague does not check identities, or not any more.</summary>
    NotTheirWork,

    /// <summary>It can be taken back for a moment only.</summary>
    TooLate,
}

/// <summary>What became of a decision.</summary>
public abstract record DecisionResult
{
    private DecisionResult()
    {
    }

    /// <param name="Erasure">What was destroyed with it: the number of the deletion receipt.</param>
    public sealed record Done(Guid? Erasure, Guid Stamp) : DecisionResult;

    /// <summary>Somebody was faster; nothing was kept of this decision.</summary>
    public sealed record ChangedMeanwhile(Standing Now) : DecisionResult;

    public sealed record NotFound : DecisionResult;

    public sealed record Invalid(DecisionFault Fault) : DecisionResult;
}
