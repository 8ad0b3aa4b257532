using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>What becomes of a row that is given to a colleague.</summary>
public enum HandOutcome
{
    Given,

    /// <summary>It is in somebody else's hands and was to stay there.</summary>
    WithAnother,

    /// <summary>The colleague has it already.</summary>
    Theirs,

    /// <summary>Somebody was faster, or it went on meanwhile.</summary>
    Faster,

    Ended,

    /// <summary>It waits for the person, for a second decision or for the program.</summary>
    NotNow,

    /// <summary>A second person must approve first: it is a child's.</summary>
    Shut,

    /// <summary>The colleague decided what it is about.</summary>
    SomebodyElse,

    /// <summary>The colleague does not do this kind of work.</summary>
    NotTheirWork,

    /// <summary>The actor does not do this kind of work.</summary>
    NotYours,
}

public sealed record Handed(BoardRow Row, HandOutcome Outcome)
{
    /// <summary>What can be told from the row alone.</summary>
    internal static HandOutcome? Prevented(BoardRow row, Guid colleague, bool takeOver, Act act) =>
        row.Stage == RequestStage.Ended ? HandOutcome.Ended
        : row.Holder == colleague ? HandOutcome.Theirs
        : row.Matter != Matter.Screening && row.Stage is not (RequestStage.ToDo or RequestStage.Appeal) ? HandOutcome.NotNow
        : row.Holder is { } holder && holder != act.Who && !takeOver ? HandOutcome.WithAnother
        : null;

    internal static HandOutcome Of(RequestFault fault) =>
        fault == RequestFault.NotTheirWork ? HandOutcome.NotTheirWork : fault == RequestFault.SomebodyElse ? HandOutcome.SomebodyElse : HandOutcome.NotNow;

    internal static HandOutcome Of(DecisionResult result) => result switch
    {
        DecisionResult.Done => HandOutcome.Given,
        DecisionResult.NotFound => HandOutcome.Shut,
        DecisionResult.Invalid => HandOutcome.NotTheirWork,
        _ => HandOutcome.Faster,
    };

    internal static HandOutcome Of(ScreeningResult result) => result switch
    {
        ScreeningResult.Done => HandOutcome.Given,
        ScreeningResult.Invalid { Fault: ScreeningFault.NeedsApproval } => HandOutcome.Shut,
        ScreeningResult.Invalid { Fault: ScreeningFault.NotTheirWork } => HandOutcome.NotTheirWork,
        ScreeningResult.Invalid { Fault: ScreeningFault.SomebodyElse } => HandOutcome.SomebodyElse,
        _ => HandOutcome.Faster,
    };
}

public enum UndoOutcome
{
    Undone,

    /// <summary>The moment is over.</summary>
    TooLate,

    /// <summary>Somebody did something with it since.</summary>
    MovedOn,
}

public sealed record Undone(BoardRow Row, UndoOutcome Outcome);
