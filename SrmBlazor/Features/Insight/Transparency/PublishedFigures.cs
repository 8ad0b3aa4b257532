using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>How many of the answers came no later than the day that was due. Names are stored.</summary>
public enum Timeliness
{
    /// <summary>Too few answers to tell.</summary>
    Untold,

    All,

    /// <summary>Fewer were late than may be told.</summary>
    AllButFew,

    Percent,

    /// <summary>Fewer were in time than may be told.</summary>
    OnlyFew,
}

/// <param name="Percent">Rounded down; only where so many were in time and so many late that both may be told.</param>
/// <param name="Median">Calendar days to an answer; null where answers are too few.</param>
public sealed record PublishedPace(Timeliness OnTime, int? Percent, double? Median)
{
    public static PublishedPace Of(Line line, int least)
    {
        var late = line.Answered - line.InTime;
        return line.Answered < least ? new PublishedPace(Timeliness.Untold, null, null)
            : late == 0 ? new PublishedPace(Timeliness.All, null, line.Median)
            : late < least ? new PublishedPace(Timeliness.AllButFew, null, line.Median)
            : line.InTime < least ? new PublishedPace(Timeliness.OnlyFew, null, line.Median)
            : new PublishedPace(Timeliness.Percent, line.InTime * 100 / line.Answered, line.Median);
    }
}

public sealed record KindPace(string Kind, PublishedPace Pace);

/// <summary>
/// What everybody may know of a half year. Each list is of one sort alone, and a part has parts of its own only where it is shown itself: no number can be
/// taken from another so that few are left.
/// </summary>
/// <param name="Received">By kind.</param>
/// <param name="Ended">Given effect, denied, or ended without an answer.</param>
/// <param name="Denied">Wholly or in part; null where it is not shown how many were denied.</param>
/// <param name="Grounds">Of what was denied; null as above.</param>
/// <param name="Kinds">How fast requests of the kinds that are shown were answered.</param>
public sealed record PublishedFigures(Shares Received, Shares Ended, Shares? Denied, Shares? Grounds, PublishedPace Pace, IReadOnlyList<KindPace> Kinds)
{
    public const string Given = "Fulfilled";
    public const string DeniedPart = "Denied";
    public const string Unanswered = "Unanswered";
    public const string Wholly = "Wholly";
    public const string Partly = "Partly";

    public static PublishedFigures Of(Figures figures, int least)
    {
        var received = Shares.Of(figures.Kinds.Select(kind => new Share(kind.Of.ToString(), kind.Line.Received)), least);
        var (wholly, partly) = (figures.Grounds.Sum(line => line.Wholly), figures.Grounds.Sum(line => line.Partly));
        var ended = Shares.Of(
            [
                new Share(Given, Count(figures, RequestOutcome.Fulfilled)),
                new Share(DeniedPart, wholly + partly),
                new Share(Unanswered, Count(figures, RequestOutcome.Withdrawn) + Count(figures, RequestOutcome.Expired)),
            ], least);
        var tells = ended.Shows(DeniedPart);
        return new PublishedFigures(
            received, ended,
            tells ? Shares.Of([new Share(Wholly, wholly), new Share(Partly, partly)], least) : null,
            tells ? Shares.Of(figures.Grounds.Select(line => new Share(line.Ground.ToString(), line.Wholly + line.Partly)), least) : null,
            PublishedPace.Of(figures.Total, least),
            [.. figures.Kinds.Where(kind => received.Shows(kind.Of.ToString())).OrderBy(kind => kind.Of).Select(kind => new KindPace(kind.Of.ToString(), PublishedPace.Of(kind.Line, least)))]);
    }

    private static int Count(Figures figures, RequestOutcome outcome) => figures.Outcomes.Where(line => line.Outcome == outcome).Sum(line => line.Count);
}
