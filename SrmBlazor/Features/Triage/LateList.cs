using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>A request that is late, or will be. Nothing of it was opened.</summary>
/// <param name="Expected">When it will be answered at the present pace; null where it is late already, or hardly anything took as long.</param>
public sealed record LateRow(string Reference, RequestKind Kind, RequestState State, string Region, DateOnly ReceivedOn, int Age, DateOnly Due, DateOnly? Expected, bool IsLate, Guid? Holder);

/// <param name="Answers">How many answers the pace was read from.</param>
/// <param name="IsKnown">Whether these are enough to tell a pace.</param>
public sealed record LateRows(IReadOnlyList<LateRow> Rows, int Answers, bool IsKnown);

/// <summary>What is late, and what will be at the present pace. It reads as far as the next few hundred days' worth of due dates needs, never all.</summary>
public sealed class LateList(Store store, BoardMemory memory)
{
    /// <summary>So many of those that are late already are shown; the board has them all.</summary>
    public const int Shown = 50;

    /// <summary>So many of those that are due next are looked at.</summary>
    public const int Looked = 500;

    public const string Path = RequestAlarm.Late;

    private const Role MaySee = Role.PrivacyOfficer | Role.Administrator;

    /// <exception cref="NotAllowedException">The actor is neither a privacy officer nor an administrator.</exception>
    public Task<LateRows> ReadAsync(Act act)
    {
        act.Demand(MaySee);
        return memory.RememberAsync(new Question(RequestClock.Today(act.On)), () => ReadAllAsync(act.On));
    }

    private async Task<LateRows> ReadAllAsync(DateTime now)
    {
        var today = RequestClock.Today(now);
        await using var db = store.Read();
        var pace = await Pace.ReadAsync(db, now);
        var late = await Pressing(db, today, late: true).Take(Shown).ToListAsync();
        var next = await Pressing(db, today, late: false).Take(Looked).ToListAsync();
        return new LateRows([.. late.Select(one => RowOf(one, today, null)), .. pace.IsKnown ? next.Select(one => Foreseen(one, today, pace)).OfType<LateRow>() : []], pace.Count, pace.IsKnown);
    }

    /// <summary>By the day they are due; appeals have no clock before they are right. Asked by the state: two conditions on the stage become one that hides the index.</summary>
    internal static IQueryable<RightsRequest> Pressing(SrmDbContext db, DateOnly today, bool late) =>
        BoardRequests.All(db).Where(one => one.Stage != RequestStage.Ended && one.State != RequestState.Appealed && (late ? one.DueOn < today : one.DueOn >= today)).OrderBy(one => one.DueOn).ThenBy(one => one.Number);

    /// <summary>Null for what will be in time.</summary>
    private static LateRow? Foreseen(RightsRequest request, DateOnly today, Pace pace)
    {
        var expected = pace.Of(request.Kind, request.Region, today.DayNumber - request.ClockFrom.DayNumber) is { } days ? request.ClockFrom.AddDays(days) : (DateOnly?)null;
        return expected <= request.DueOn ? null : RowOf(request, today, expected);
    }

    private static LateRow RowOf(RightsRequest request, DateOnly today, DateOnly? expected) => new(
        request.Reference, request.Kind, request.State, request.Region, request.ReceivedOn, Math.Max(0, today.DayNumber - request.ClockFrom.DayNumber), request.DueOn!.Value, expected,
        request.DueOn < today, request.Assignee);

    private sealed record Question(DateOnly Day);
}
