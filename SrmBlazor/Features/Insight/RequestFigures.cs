using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Insight;

/// <summary>How well requests are answered. It reads states and days alone and opens no sealed record; each question is answered by one index from end to end.</summary>
public sealed class RequestFigures(Store store, FigureMemory memory)
{
    private const Role MaySee = Role.PrivacyOfficer | Role.Administrator;

    /// <summary>Of one period, and of what is open; at most a minute old.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a privacy officer nor an administrator.</exception>
    public Task<Figures> ReadAsync(Scope scope, Act act)
    {
        act.Demand(MaySee);
        return memory.RememberAsync(scope, () => CountAsync(scope, act.On));
    }

    internal async Task<Figures> CountAsync(Scope scope, DateTime on)
    {
        await using var db = store.Read();
        var counting = new Counting(scope.Period);
        await foreach (var arrived in Arrivals(db, scope).AsAsyncEnumerable())
        {
            counting.Add(arrived);
        }

        await foreach (var ended in Endings(db, scope).AsAsyncEnumerable())
        {
            counting.Add(ended);
        }

        foreach (var open in await Open(db, scope).ToListAsync())
        {
            counting.AddOpen(open.ReceivedOn, open.DueOn, open.Count, RequestClock.Today(on));
        }

        return counting.Figures(on);
    }

    internal static IQueryable<Arrived> Arrivals(SrmDbContext db, Scope scope) => Of(db, scope)
        .Where(one => one.ReceivedOn >= scope.Period.From && one.ReceivedOn <= scope.Period.To)
        .GroupBy(one => new { one.ReceivedOn, one.Kind, one.Region })
        .Select(alike => new Arrived(alike.Key.ReceivedOn, alike.Key.Kind, alike.Key.Region, alike.Count()));

    internal static IQueryable<Ended> Endings(SrmDbContext db, Scope scope)
    {
        var endings = db.Set<RequestEnding>().AsNoTracking().Where(one => one.Day >= scope.Period.From && one.Day <= scope.Period.To);
        endings = scope.Kind is { } kind ? endings.Where(one => one.Kind == kind) : endings;
        endings = scope.Country is { } country ? endings.Where(one => one.Region == country || one.Region.StartsWith(country + "-")) : endings;
        return endings
            .GroupBy(one => new { one.Day, one.Kind, one.Region, one.Outcome, one.Ground, one.Days, one.DueOn })
            .Select(alike => new Ended(alike.Key.Day, alike.Key.Kind, alike.Key.Region, alike.Key.Outcome, alike.Key.Ground, alike.Key.Days, alike.Key.DueOn, alike.Count()));
    }

    internal static IQueryable<Waiting> Open(SrmDbContext db, Scope scope) => Of(db, scope)
        .Where(one => one.Stage != RequestStage.Ended)
        .GroupBy(one => new { one.ReceivedOn, one.DueOn })
        .Select(alike => new Waiting(alike.Key.ReceivedOn, alike.Key.DueOn, alike.Count()));

    private static IQueryable<RightsRequest> Of(SrmDbContext db, Scope scope)
    {
        var requests = db.Set<RightsRequest>().AsNoTracking();
        requests = scope.Kind is { } kind ? requests.Where(one => one.Kind == kind) : requests;
        return scope.Country is { } country ? requests.Where(one => one.Region == country || one.Region.StartsWith(country + "-")) : requests;
    }

    internal sealed record Waiting(DateOnly ReceivedOn, DateOnly? DueOn, int Count);
}
