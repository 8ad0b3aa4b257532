using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight;

/// <summary>Requests of one day that came in alike.</summary>
internal sealed record Arrived(DateOnly Day, RequestKind Kind, string Region, int Count);

/// <summary>Requests of one day that ended alike.</summary>
internal sealed record Ended(DateOnly Day, RequestKind Kind, string Region, RequestOutcome Outcome, DenialGround? Ground, int Days, DateOnly? DueOn, int Count);

/// <summary>Counts one part of the requests.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<int, int> days = [];
    private int received;
    private int answered;
    private int inTime;
    private int refused;

    public Line Line => new(received, answered, inTime, Median(), refused);

    public void Add(Arrived arrived) => received += arrived.Count;

    public void Add(Ended ended)
    {
        if (!ended.Outcome.IsAnswer())
        {
            return;
        }

        answered += ended.Count;
        inTime += ended.DueOn >= ended.Day ? ended.Count : 0;
        refused += ended.Outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld ? ended.Count : 0;
        days[ended.Days] = days.GetValueOrDefault(ended.Days) + ended.Count;
    }

    /// <summary>What half of the answers took no longer than; between two in the middle, their mean.</summary>
    private double? Median() => answered == 0 ? null : (DaysAt((answered - 1) / 2) + DaysAt(answered / 2)) / 2.0;

    private int DaysAt(int place)
    {
        foreach (var (taken, count) in days)
        {
            place -= count;
            if (place < 0)
            {
                return taken;
            }
        }

        throw new InvalidOperationException("Nothing was answered.");
    }
}
