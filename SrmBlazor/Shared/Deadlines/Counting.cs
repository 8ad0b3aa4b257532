namespace SrmBlazor.Shared.Deadlines;

/// <summary>
/// Counts one clock, day by day. Months are days too, as many as lie between the day of the start and the same day of the later month; so one
/// walk serves every unit, and what it walked over is the explanation.
/// </summary>
internal sealed class Counting(DeadlineRule rule, StatutoryCalendar calendar, DeadlineCase asked, DateTime now)
{
    private readonly List<ClockDay> days = [];
    private readonly SortedSet<int> missing = [];
    private readonly Pause[] pauses = [.. asked.Pauses.Where(pause => rule.Pauses.Contains(pause.Reason))];
    private readonly DateOnly today = LegalZone.DayIn(asked.Zone, now);

    public DeadlineClock Count(int extension)
    {
        var start = StartedOn();
        var (units, from) = (rule.Count + extension, start ?? (now > asked.ReceivedOn ? now : asked.ReceivedOn));
        days.Add(new(Day(from), DayReason.Start));
        var ends = rule.Unit == DeadlineUnit.Hour ? WalkHours(from, units) : WalkDays(units);
        return new(rule, StateOf(start), days[^1].Date, ends, extension, [.. missing], days, asked.Zone);
    }

    private DateTime? StartedOn() => rule.Start switch
    {
        DeadlineStart.Receipt => asked.ReceivedOn,
        DeadlineStart.IdentityProved => Latest(asked.ReceivedOn, asked.IdentityProvedOn),
        DeadlineStart.IdentityProvedAndClear => Latest(asked.ReceivedOn, asked.IdentityProvedOn) is { } proved ? Latest(proved, asked.ClearOn) : null,
    };

    private static DateTime? Latest(DateTime one, DateTime? other) => other is { } known ? known > one ? known : one : null;

    private ClockState StateOf(DateTime? start) =>
        start is null ? ClockState.Waiting
        : pauses.Any(pause => pause.To is null && Day(pause.From) <= days[^1].Date) ? ClockState.Paused
        : ClockState.Running;

    private DateTime WalkDays(int units)
    {
        var date = days[0].Date;
        var needed = rule.Unit switch
        {
            DeadlineUnit.WorkingDay or DeadlineUnit.CalendarDay => units,
            DeadlineUnit.CalendarMonth => date.AddMonths(units).DayNumber - date.DayNumber,
            DeadlineUnit.Hour => throw new InvalidOperationException("Hours are no days."),
        };
        for (var counted = 0; counted < needed;)
        {
            var day = Judge(date = date.AddDays(1), counted + 1);
            counted = day.Number ?? counted;
            days.Add(day);
        }

        if (rule.Roll == DeadlineRoll.NextWorkingDay)
        {
            while (PauseOn(date) is not null || !IsWorkingDay(date))
            {
                date = date.AddDays(1);
                days.Add(new(date, DayReason.Rolled, Holiday: calendar.Find(date)?.Name, Pause: PauseOn(date)));
            }
        }

        return LegalZone.EndOf(date, asked.Zone);
    }

    private ClockDay Judge(DateOnly date, int number)
    {
        var listed = calendar.Find(date);
        if (PauseOn(date) is { } reason)
        {
            return new(date, DayReason.Paused, Holiday: listed?.Name, Pause: reason);
        }

        if (rule.Unit != DeadlineUnit.WorkingDay)
        {
            return new(date, DayReason.Counted, number, listed?.Name);
        }

        return IsWorkingDay(date)
            ? new(date, listed is null ? DayReason.Counted : DayReason.MadeUp, number, listed?.Name)
            : new(date, listed is null ? DayReason.Weekend : DayReason.Holiday, Holiday: listed?.Name);
    }

    private bool IsWorkingDay(DateOnly date)
    {
        if (!calendar.Knows(date.Year))
        {
            missing.Add(date.Year);
        }

        return calendar.IsWorkingDay(date);
    }

    /// <summary>A question asked in the course of a day leaves the day ours; a day into which an open question reaches is the person's, also that of the answer.</summary>
    private PauseReason? PauseOn(DateOnly date) =>
        pauses.Where(pause => Day(pause.From) < date && date <= (pause.To is { } to ? Day(to) : today)).Select(pause => (PauseReason?)pause.Reason).FirstOrDefault();

    private DateTime WalkHours(DateTime from, int hours)
    {
        var (end, until) = (from.AddHours(hours), from);
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            var (begins, ends) = (pause.From > until ? pause.From : until, pause.To ?? now);
            if (begins < end && ends > begins)
            {
                (end, until) = (end + (ends - begins), ends);
            }
        }

        for (var date = days[0].Date.AddDays(1); date <= Day(end); date = date.AddDays(1))
        {
            var pause = PauseOn(date);
            days.Add(new(date, pause is null ? DayReason.Counted : DayReason.Paused, pause is null ? days.Count(day => day.IsCounted) + 1 : null, Pause: pause));
        }

        return end;
    }

    private DateOnly Day(DateTime instant) => LegalZone.DayIn(asked.Zone, instant);
}
