using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What the clocks of the region say about a request. It writes nothing down itself.</summary>
public sealed class RequestClock(DeadlineBook book)
{
    /// <summary>Both clocks with every day that led to them.</summary>
    public Reckoning Reckon(RightsRequest request, DateTime now) => book.Current.Reckon(CaseOf(request), now);

    /// <summary>
    /// The clock that staff are warned by: the earlier of the two as long as no more time was taken, then that of the law. Null where none
    /// presses: ended, appealed, standing still, or running out by the person's own wish.
    /// </summary>
    public DeadlineClock? Pressing(RightsRequest request, DateTime now)
    {
        if (request.Stage is RequestStage.Ended or RequestStage.Appeal || request.State == RequestState.CoolingOff || request.OpenPause is not null)
        {
            return null;
        }

        var (promise, limit) = Reckon(request, now);
        return limit.IsExtended || limit.State != ClockState.Waiting && limit.Due < promise.Due ? limit : promise;
    }

    /// <summary>Which rules and calendars dates are worked out by now.</summary>
    public string Version => book.Current.Version;

    /// <returns>Whether a day moved.</returns>
    public bool Apply(RightsRequest request, Act act)
    {
        if (!request.Allows(RequestStep.DueChanged))
        {
            return false;
        }

        request.ReckonedUnder(Version);
        // a clock that still waits for something has no day to be held to
        var (reckoning, program) = (Reckon(request, act.On), act with { Who = Guid.Empty });
        return reckoning.Limit.State == ClockState.Waiting
            ? request.Reckon(reckoning.Promise.Due, null, reckoning.Promise.IsProvisional, program)
            : request.Reckon(reckoning.Aim, reckoning.Limit.Due, reckoning.IsProvisional, program);
    }

    /// <summary>The days that count, up to the one that staff aim for.</summary>
    internal IReadOnlyList<DateOnly> DaysOf(RightsRequest request, DateTime now) =>
        [.. Reckon(request, now).Promise.Days.Where(day => day.IsCounted && day.Date <= request.DueOn).Select(day => day.Date)];

    public bool MayPause(RightsRequest request, PauseReason reason) => book.Current.MayPause(CountryOf(request), SubdivisionOf(request), reason).IsLawful;

    /// <summary>Whether more time can be taken now, if the person is told in the same save.</summary>
    public bool MayExtend(RightsRequest request, DateTime now)
    {
        var by = book.Current.MayPause(CountryOf(request), SubdivisionOf(request), PauseReason.Clarification).Rule.Extension ?? 1;
        return request.ExtendedOn is null && book.Current.MayExtend(CaseOf(request), by, now, now) == ExtensionVerdict.Allowed;
    }

    /// <summary>The day in the place whose calendar counts.</summary>
    public static DateOnly Today(DateTime now) => LegalZone.DayIn(DeadlineCase.DefaultZone, now);

    private DeadlineCase CaseOf(RightsRequest request)
    {
        var arrived = Noon(request.ClockFrom);
        var extension = book.Current.MayPause(CountryOf(request), SubdivisionOf(request), PauseReason.Clarification).Rule.Extension;
        return new DeadlineCase(CountryOf(request), arrived)
        {
            Subdivision = SubdivisionOf(request),
            IdentityProvedOn = request.IdentityProvedOn,
            ClearOn = request.ClearOn,
            Pauses = [.. request.Pauses.Where(pause => pause.BeganOn >= arrived.AddDays(-1)).Select(pause => new Pause(pause.Reason, pause.BeganOn, pause.EndedOn))],
            Extension = request.ExtendedOn is { } told && extension is { } by ? new Extension(by, told, told) : null,
        };
    }

    /// <summary>An instant that lies on this day in China.</summary>
    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);

    private static string? CountryOf(RightsRequest request) => request.Region.Length == 0 ? null : request.Region.Split('-')[0];

    private static string? SubdivisionOf(RightsRequest request) => request.Region.Contains('-', StringComparison.Ordinal) ? request.Region : null;
}
