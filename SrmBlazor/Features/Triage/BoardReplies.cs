using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>What becomes of a reply to a row.</summary>
public enum ReplyOutcome
{
    Sent,

    /// <summary>It is a child's, and no second person has approved.</summary>
    NeedsApproval,

    Ended,

    /// <summary>It went on meanwhile: what was to be said may not fit any more.</summary>
    Faster,

    /// <summary>It is not true of it, as it is now: it went further already, or is not so far.</summary>
    DoesNotFit,

    /// <summary>Identity checks and screenings have letters of their own.</summary>
    NoRequest,
}

/// <param name="Text">What would be sent.</param>
public sealed record Replied(BoardRow Row, ReplyOutcome Outcome, string Text = "")
{
    public override string ToString() => $"{Row.Reference} {Outcome}";
}

/// <summary>The same reply to several requests of the board, each in the language of whoever asked and each for itself.</summary>
public sealed class BoardReplies(Board board, Replies replies)
{
    /// <summary>What would be sent to whom, as the rows are now.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<IReadOnlyList<Replied>> ForecastAsync(IReadOnlyCollection<BoardRow> rows, ReplySituation situation, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        var now = (await board.RefreshAsync(rows, BoardSort.Due, act)).ToDictionary(row => row.Id);
        List<Replied> forecast = [];
        foreach (var row in rows.Select(row => now.GetValueOrDefault(row.Id, row)))
        {
            var prevented = Prevented(row, situation);
            var text = prevented is null ? (await replies.DraftsAsync(row.Reference, act)).FirstOrDefault(draft => draft.Situation == situation)?.Text : null;
            forecast.Add(new Replied(row, prevented ?? (text is null ? ReplyOutcome.NeedsApproval : ReplyOutcome.Sent), text ?? ""));
        }

        return forecast;
    }

    /// <summary>Sends it to each as it was seen; what became of each.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<IReadOnlyList<Replied>> SendAsync(IReadOnlyCollection<BoardRow> rows, ReplySituation situation, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, Board.Size, nameof(rows));
        List<Replied> replied = [];
        foreach (var row in rows)
        {
            replied.Add(new Replied(row, Prevented(row, situation) ?? Of(await replies.SendAsync(row.Reference, row.Stamp, situation, act))));
        }

        return replied;
    }

    private static ReplyOutcome? Prevented(BoardRow row, ReplySituation situation) =>
        row.Matter != Matter.Request ? ReplyOutcome.NoRequest
        : row.Stage == RequestStage.Ended ? ReplyOutcome.Ended
        : ReplyTemplates.Fits(situation, Enum.Parse<RequestState>(row.State)) ? null : ReplyOutcome.DoesNotFit;

    private static ReplyOutcome Of(RequestResult result) => result switch
    {
        RequestResult.Done => ReplyOutcome.Sent,
        RequestResult.Invalid { Fault: RequestFault.NeedsApproval } => ReplyOutcome.NeedsApproval,
        RequestResult.Invalid => ReplyOutcome.Ended,
        _ => ReplyOutcome.Faster,
    };
}
