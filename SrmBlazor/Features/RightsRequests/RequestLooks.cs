using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>When the clock next has something to do with a request, so that a round reads only those and never all that are open.</summary>
public sealed class RequestLooks(RequestClock clock, RequestWindows windows, IOptions<WarningOptions> warnings)
{
    /// <summary>Null where nothing happens by the clock alone.</summary>
    internal async Task<DateTime?> NextAsync(SrmDbContext db, RightsRequest request, DateTime now)
    {
        DateTime?[] moments = [ByState(request, now), clock.Pressing(request, now) is { } pressing ? Warned(pressing, await GivenAsync(db, request)) : null];
        return moments.Min();
    }

    /// <summary>The level that staff are to be warned of now; null for none.</summary>
    internal async Task<(WarningLevel Level, DateOnly Due)?> WarningAsync(SrmDbContext db, RightsRequest request, DateTime now)
    {
        if (clock.Pressing(request, now) is not { } pressing)
        {
            return null;
        }

        var given = await GivenAsync(db, request);
        var reached = Levels(pressing).Where(level => level.On <= now).Select(level => (WarningLevel?)level.Level).Max();
        return reached is { } level && (given is null || level > given) ? (level, pressing.Due) : null;
    }

    /// <summary>What is left out because a later one is reached is never said.</summary>
    private DateTime? Warned(DeadlineClock pressing, WarningLevel? given) =>
        Levels(pressing).Where(level => given is null || level.Level > given).Select(level => (DateTime?)level.On).Min();

    private IEnumerable<(WarningLevel Level, DateTime On)> Levels(DeadlineClock pressing) =>
        Enum.GetValues<WarningLevel>().Select(level => (level, LegalZone.EndOf(DayOf(pressing, level).AddDays(-1), pressing.Zone)));

    private DateOnly DayOf(DeadlineClock pressing, WarningLevel level) => level switch
    {
        WarningLevel.First => pressing.DayOf(warnings.Value.FirstPercent),
        WarningLevel.Second => pressing.DayOf(warnings.Value.SecondPercent),
        WarningLevel.DayBefore => pressing.DayBefore,
        WarningLevel.LastDay => pressing.Due,
    };

    /// <summary>What is being carried out is looked at each time.</summary>
    private DateTime? ByState(RightsRequest request, DateTime now) => request.State switch
    {
        RequestState.AwaitingIdentity or RequestState.AwaitingAuthority => request.AskedOn?.AddDays(windows.Identity * (request.Reminders + 1)),
        RequestState.AwaitingClarification => request.AskedOn?.AddDays(windows.Clarification),
        RequestState.CoolingOff => request.CoolsUntil,
        RequestState.Executing or RequestState.Failed => request.LookOn < now ? request.LookOn : now,
        _ => request.ClosedOn is null ? request.AppealUntil : null,
    };

    /// <summary>The last level that was said of this clock, this save included.</summary>
    private static async Task<WarningLevel?> GivenAsync(SrmDbContext db, RightsRequest request)
    {
        var (id, from) = (request.Id, request.WarnedFrom);
        var said = await db.Set<RequestWarning>().AsNoTracking().Where(one => one.RequestId == id && one.ClockFrom == from).Select(one => one.Level).ToListAsync();
        return said.Concat(db.Set<RequestWarning>().Local.Where(one => one.RequestId == id && one.ClockFrom == from).Select(one => one.Level)).Select(level => (WarningLevel?)level).Max();
    }
}
