namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Why a step in a case was not taken.</summary>
public enum ScreeningFault
{
    /// <summary>The hit was decided, or is not in a state for this.</summary>
    NotNow,

    /// <summary>A second person does this: the actor proposed, escalated or decided it.</summary>
    SomebodyElse,
    NoReason,
    NoNote,
    NoteTooLong,
    NothingChosen,

    /// <summary>A child's case: a second person must approve first.</summary>
    NeedsApproval,

    /// <summary>The colleague screens nobody, or not this person.</summary>
    NotTheirWork,

    /// <summary>The moment in which a move is taken back is over.</summary>
    TooLate,

    /// <summary>What was found opens for nobody now.</summary>
    FileShut,
}

/// <summary>What became of a step.</summary>
public abstract record ScreeningResult
{
    private ScreeningResult()
    {
    }

    /// <param name="Waits">It takes effect when a second person agrees.</param>
    public sealed record Done(ScreeningState State, bool Waits) : ScreeningResult;

    public sealed record Invalid(ScreeningFault Fault) : ScreeningResult;

    /// <summary>Somebody else was faster: load again.</summary>
    public sealed record ChangedMeanwhile : ScreeningResult;

    public sealed record NotFound : ScreeningResult;
}
