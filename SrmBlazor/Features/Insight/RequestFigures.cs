using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Insight;

/// <summary>How well requests are answered. It reads states and days alone and opens no sealed record; each question is answered by one index from end to end.</summary>
public sealed class RequestFigures(Store store, FigureMemory memory)
{
    private const Role MaySee = Role.PrivacyOfficer | Role.Administrator;

    /// <summary>Of one period, and of everything that is open; at most a minute old.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a privacy officer nor an administrator.</exception>
    public Task<Figures> ReadAsync(Period period, Act act)
    {
        act.Demand(MaySee);
        return memory.RememberAsync(period, () => CountAsync(period, act.On));
    }

    internal async Task<Figures> CountAsync(Period period, DateTime on)
    {
        await using var db = store.Read();
        var counting = new Counting(period);
        await foreach (var arrived in Arrivals(db, period).AsAsyncEnumerable())
        {
            counting.Add(arrived);
        }

        await foreach (var ended in Endings(db, period).AsAsyncEnumerable())
        {
            counting.Add(ended);
        }

        foreach (var open in await Open(db).ToListAsync())
        {
            counting.AddOpen(open.ReceivedOn, open.DueOn, open.Count, RequestClock.Today(on));
        }

        return counting.Figures(on);
    }

    internal static IQueryable<Arrived> Arrivals(SrmDbContext db, Period period) => db.Set<RightsRequest>().AsNoTracking()
        .Where(one => one.ReceivedOn >= period.From && one.ReceivedOn <= period.To)
        .GroupBy(one => new { one.ReceivedOn, one.Kind, one.Region })
        .Select(alike => new Arrived(alike.Key.ReceivedOn, alike.Key.Kind, alike.Key.Region, alike.Count()));

    internal static IQueryable<Ended> Endings(SrmDbContext db, Period period) => db.Set<RequestEnding>().AsNoTracking()
        .Where(one => one.Day >= period.From && one.Day <= period.To)
        .GroupBy(one => new { one.Day, one.Kind, one.Region, one.Outcome, one.Ground, one.Days, one.DueOn })
        .Select(alike => new Ended(alike.Key.Day, alike.Key.Kind, alike.Key.Region, alike.Key.Outcome, alike.Key.Ground, alike.Key.Days, alike.Key.DueOn, alike.Count()));

    internal static IQueryable<Waiting> Open(SrmDbContext db) => db.Set<RightsRequest>().AsNoTracking()
        .Where(one => one.Stage != RequestStage.Ended)
        .GroupBy(one => new { one.ReceivedOn, one.DueOn })
        .Select(alike => new Waiting(alike.Key.ReceivedOn, alike.Key.DueOn, alike.Count()));

    internal sealed record Waiting(DateOnly ReceivedOn, DateOnly? DueOn, int Count);
}
