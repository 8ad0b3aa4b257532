using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
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

/// <summary>Moves what stands on the board from hand to hand, as it was seen: of two who reach for it one has it and the other is told.</summary>
public sealed class Claims(Board board, RequestDesk requests, RequestMoves moves, Decisions checks, ScreeningDecisions screenings, ScreeningMoves screeningMoves)
{
    /// <exception cref="NotAllowedException">The actor does not do this kind of work.</exception>
    public async Task<ClaimOutcome> ClaimAsync(BoardRow row, Act act) => row.Matter switch
    {
        Matter.Request => Claimed(await requests.ClaimAsync(row.Reference, row.Stamp, act)),
        Matter.IdentityCheck => Claimed(await checks.ClaimAsync(row.Reference, row.Stamp, act)),
        Matter.Screening => Claimed(await screenings.ClaimAsync(row.Reference, row.Stamp, act)),
    };

    /// <summary>Puts back what the actor has in hand.</summary>
    /// <exception cref="NotAllowedException">The actor does not do this kind of work.</exception>
    public async Task<ClaimOutcome> ReleaseAsync(BoardRow row, Act act) => row.Matter switch
    {
        Matter.Request => Claimed(await requests.ReleaseAsync(row.Reference, row.Stamp, act)),
        Matter.IdentityCheck => Claimed(await checks.ReleaseAsync(row.Reference, row.Stamp, act)),
        Matter.Screening => Claimed(await screenings.ReleaseAsync(row.Reference, row.Stamp, act)),
    };

    /// <summary>What giving these rows to a colleague would do to each, as they are now.</summary>
    /// <param name="takeOver">Also what is in another colleague's hands.</param>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyList<Handed>> ForecastAsync(IReadOnlyCollection<BoardRow> rows, Guid colleague, bool takeOver, Act act)
    {
        var now = (await board.RefreshAsync(rows, BoardSort.Due, act)).ToDictionary(row => row.Id);
        List<Handed> forecast = [];
        foreach (var row in rows)
        {
            forecast.Add(!Board.Sees(row.Matter, act) ? new Handed(row, HandOutcome.NotYours)
                : !now.TryGetValue(row.Id, out var fresh) ? new Handed(row, HandOutcome.Ended)
                : new Handed(fresh, Handed.Prevented(fresh, colleague, takeOver, act) ?? await HindranceAsync(fresh, colleague, act) ?? HandOutcome.Given));
        }

        return forecast;
    }

    /// <summary>Gives the rows to a colleague, each for itself and as it was seen; what became of each.</summary>
    /// <inheritdoc cref="ForecastAsync"/>
    public async Task<IReadOnlyList<Handed>> AssignAsync(IReadOnlyCollection<BoardRow> rows, Guid colleague, bool takeOver, Act act)
    {
        act.Demand(Board.MaySee);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, Board.Size, nameof(rows));
        List<Handed> handed = [];
        foreach (var row in rows)
        {
            var outcome = Board.Sees(row.Matter, act) ? Handed.Prevented(row, colleague, takeOver, act) ?? await AssignAsync(row, colleague, act) : HandOutcome.NotYours;
            // the loser is told whether it has ended meanwhile
            var ended = outcome == HandOutcome.Faster && (await board.RefreshAsync([row], BoardSort.Due, act)).All(now => now.Stage == RequestStage.Ended);
            handed.Add(new Handed(row, ended ? HandOutcome.Ended : outcome));
        }

        return handed;
    }

    /// <summary>Takes back what the actor moved a moment ago, each row for itself, unless somebody did something with it since.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyList<Undone>> UndoAsync(IReadOnlyCollection<BoardRow> rows, Act act)
    {
        act.Demand(Board.MaySee);
        List<Undone> undone = [];
        foreach (var row in rows.Where(row => Board.Sees(row.Matter, act)))
        {
            undone.Add(new Undone(row, row.Matter switch
            {
                Matter.Request => await moves.UndoAsync(row.Reference, act) switch
                {
                    RequestResult.Done => UndoOutcome.Undone,
                    RequestResult.Invalid { Fault: RequestFault.TooLate } => UndoOutcome.TooLate,
                    _ => UndoOutcome.MovedOn,
                },
                Matter.IdentityCheck => await checks.UndoAsync(row.Reference, act) switch
                {
                    DecisionResult.Done => UndoOutcome.Undone,
                    DecisionResult.Invalid { Fault: DecisionFault.TooLate } => UndoOutcome.TooLate,
                    _ => UndoOutcome.MovedOn,
                },
                Matter.Screening => await screeningMoves.UndoAsync(row.Reference, act) switch
                {
                    ScreeningResult.Done => UndoOutcome.Undone,
                    ScreeningResult.Invalid { Fault: ScreeningFault.TooLate } => UndoOutcome.TooLate,
                    _ => UndoOutcome.MovedOn,
                },
            }));
        }

        return undone;
    }

    private async Task<HandOutcome> AssignAsync(BoardRow row, Guid colleague, Act act) => row.Matter switch
    {
        Matter.Request => await moves.AssignAsync(row.Reference, row.Stamp, colleague, act) switch
        {
            RequestResult.Done => HandOutcome.Given,
            RequestResult.Invalid { Fault: var fault } => Handed.Of(fault),
            _ => HandOutcome.Faster,
        },
        Matter.IdentityCheck => Handed.Of(await checks.AssignAsync(row.Reference, row.Stamp, colleague, act)),
        Matter.Screening => Handed.Of(await screeningMoves.AssignAsync(row.Reference, row.Stamp, colleague, act)),
    };

    private async Task<HandOutcome?> HindranceAsync(BoardRow row, Guid colleague, Act act) => row.Matter switch
    {
        Matter.Request => await moves.HindranceAsync(row.Reference, colleague) is { } fault ? Handed.Of(fault) : null,
        Matter.IdentityCheck => await checks.HindranceAsync(row.Reference, colleague, act) is { } result ? Handed.Of(result) : null,
        Matter.Screening => await screeningMoves.HindranceAsync(row.Reference, colleague, act) is { } hindrance ? Handed.Of(hindrance) : null,
    };

    private static ClaimOutcome Claimed(RequestResult result) => result switch
    {
        RequestResult.Done => ClaimOutcome.Taken,
        RequestResult.Invalid { Fault: RequestFault.SomebodyElse } => ClaimOutcome.SomebodyElse,
        _ => ClaimOutcome.Faster,
    };

    private static ClaimOutcome Claimed(DecisionResult result) => result switch
    {
        DecisionResult.Done => ClaimOutcome.Taken,
        DecisionResult.NotFound => ClaimOutcome.Shut,
        _ => ClaimOutcome.Faster,
    };

    private static ClaimOutcome Claimed(ScreeningResult result) => result switch
    {
        ScreeningResult.Done => ClaimOutcome.Taken,
        ScreeningResult.Invalid { Fault: ScreeningFault.NeedsApproval } => ClaimOutcome.Shut,
        ScreeningResult.Invalid { Fault: ScreeningFault.SomebodyElse } => ClaimOutcome.SomebodyElse,
        _ => ClaimOutcome.Faster,
    };
}
