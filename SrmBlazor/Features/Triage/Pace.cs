using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>How many days answers took of late, by kind and region. Read from the newest answers alone, however many there are.</summary>
internal sealed class Pace
{
    public const int Days = 90;

    /// <summary>So many answers tell the pace; a million do not tell it better.</summary>
    public const int Most = 2_000;

    /// <summary>Fewer are chance.</summary>
    public const int Least = 5;

    private static readonly RequestOutcome[] Answers = [RequestOutcome.Fulfilled, RequestOutcome.PartlyFulfilled, RequestOutcome.Refused, RequestOutcome.NoDataHeld];

    private readonly Dictionary<(RequestKind? Kind, string? Region), List<int>> taken = [];

    private Pace(IEnumerable<(RequestKind Kind, string Region, int Days)> answers)
    {
        foreach (var (kind, region, days) in answers.OrderBy(answer => answer.Days))
        {
            foreach (var group in ((RequestKind?, string?)[])[(kind, region), (kind, null), (null, null)])
            {
                (taken.TryGetValue(group, out var known) ? known : taken[group] = []).Add(days);
            }
        }
    }

    public int Count => taken.GetValueOrDefault((null, null))?.Count ?? 0;

    public bool IsKnown => Count >= Least;

    public static async Task<Pace> ReadAsync(SrmDbContext db, DateTime now)
    {
        var read = await Newest(db, now).ToListAsync();
        return new Pace(read.Select(one => (one.Kind, one.Region, RequestClock.Today(one.On).DayNumber - one.ClockFrom.DayNumber)).Where(one => one.Item3 >= 0));
    }

    public static IQueryable<Answered> Newest(SrmDbContext db, DateTime now)
    {
        var since = now.AddDays(-Days);
        return db.Set<RequestDecision>().AsNoTracking().Where(one => one.On >= since && Answers.Contains(one.Outcome)).OrderByDescending(one => one.On).Take(Most)
            .Join(db.Set<RightsRequest>(), one => one.RequestId, request => request.Id, (one, request) => new Answered(request.Kind, request.Region, request.ClockFrom, one.On));
    }

    /// <summary>
    /// The middle of what took at least as long as this has been open: of its kind and region, else of its kind, else of all. Null where hardly
    /// anything took as long.
    /// </summary>
    public int? Of(RequestKind kind, string region, int age)
    {
        foreach (var group in ((RequestKind?, string?)[])[(kind, region), (kind, null), (null, null)])
        {
            if (taken.GetValueOrDefault(group) is { } days && days.FindIndex(one => one >= age) is >= 0 and var first && days.Count - first >= Least)
            {
                return days[first + (days.Count - first - 1) / 2];
            }
        }

        return null;
    }

    internal sealed record Answered(RequestKind Kind, string Region, DateOnly ClockFrom, DateTime On);
}
