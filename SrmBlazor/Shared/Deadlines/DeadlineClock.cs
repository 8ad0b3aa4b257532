namespace SrmBlazor.Shared.Deadlines;

/// <summary>Why a day counts or does not.</summary>
public enum DayReason
{
    /// <summary>Not counted: the day on which the clock starts.</summary>
    Start,

    /// <summary>Counted: a working day, or any day where every day counts.</summary>
    Counted,

    /// <summary>Counted: a day of a weekend on which work is made up for.</summary>
    MadeUp,

    /// <summary>Not counted.</summary>
    Weekend,

    /// <summary>Not counted: a statutory day off.</summary>
    Holiday,

    /// <summary>Not counted: something was asked of the person.</summary>
    Paused,

    /// <summary>Not counted: the last day fell on one that is not worked, and the next that is takes its place.</summary>
    Rolled,
}

/// <summary>A day of a clock.</summary>
/// <param name="Number">Which of the counted days it is, from 1; null where it is not counted.</param>
/// <param name="Holiday">The name of the statutory day, as published, also where something else decides.</param>
public sealed record ClockDay(DateOnly Date, DayReason Why, int? Number = null, string? Holiday = null, PauseReason? Pause = null)
{
    public bool IsCounted => Number is not null;
}

/// <summary>Days in a row on which the clock ran or stood still.</summary>
public sealed record ClockSegment(DateOnly From, DateOnly To, PauseReason? Pause)
{
    public bool Counts => Pause is null;
}

public enum ClockState
{
    /// <summary>Something the clock waits for has not happened; the day is the one it would be if it happened now.</summary>
    Waiting,
    Running,

    /// <summary>Something was asked of the person; the day is the one it would be if the answer came now.</summary>
    Paused,
}

public enum DeadlineWarning
{
    None,
    Half,
    FourFifths,

    /// <summary>The day has come, or is over.</summary>
    Due,
}

/// <summary>One clock: the day, and every day that led to it.</summary>
/// <param name="EndsOn">UTC instant after which it is too late.</param>
/// <param name="ExtendedBy">In units of the rule; 0 where it was not.</param>
/// <param name="MissingYears">Years that were needed and are not published: the day is the earliest that it can be as far as is known.</param>
/// <param name="Days">From the day of the start to the last, none left out.</param>
public sealed record DeadlineClock(
    DeadlineRule Rule, ClockState State, DateOnly Due, DateTime EndsOn, int ExtendedBy, IReadOnlyList<int> MissingYears, IReadOnlyList<ClockDay> Days, string Zone)
{
    public DateOnly From => Days[0].Date;

    public bool IsExtended => ExtendedBy > 0;

    public bool IsProvisional => MissingYears.Count > 0;

    /// <summary>When the clock ran and when it stood still, in order.</summary>
    public IReadOnlyList<ClockSegment> Segments
    {
        get
        {
            var segments = new List<ClockSegment>();
            foreach (var day in Days.Skip(1))
            {
                if (segments.Count > 0 && segments[^1].Pause == day.Pause)
                {
                    segments[^1] = segments[^1] with { To = day.Date };
                }
                else
                {
                    segments.Add(new(day.Date, day.Date, day.Pause));
                }
            }

            return segments;
        }
    }

    public bool IsOverdue(DateTime now) => now >= EndsOn;

    /// <summary>How much of the time is gone, 0 to 1; 1 on the last day.</summary>
    public double Elapsed(DateTime now)
    {
        var today = LegalZone.DayIn(Zone, now);
        return today >= Due ? 1 : (double)Spent.Count(day => day.Date <= today) / Spent.Count;
    }

    /// <summary>The first day on which so many hundredths of the time are gone.</summary>
    public DateOnly DayOf(int percent) => Spent.Count == 0 ? Due : Spent[Math.Max(0, (percent * Spent.Count + 99) / 100 - 1)].Date;

    /// <summary>The day before the last, of those that count.</summary>
    public DateOnly DayBefore => Spent.Count > 1 ? Spent[^2].Date : Due;

    private IReadOnlyList<ClockDay> Spent => [.. Days.Where(day => day.IsCounted || day.Why == DayReason.Rolled)];

    public DeadlineWarning Warning(DateTime now) => Elapsed(now) switch
    {
        >= 1 => DeadlineWarning.Due,
        >= 0.8 => DeadlineWarning.FourFifths,
        >= 0.5 => DeadlineWarning.Half,
        _ => DeadlineWarning.None,
    };
}

/// <summary>The two clocks of a request: what was promised, which staff aim for, and what the law of the region demands at the latest.</summary>
public sealed record Reckoning(DeadlineClock Promise, DeadlineClock Limit)
{
    public bool IsProvisional => Promise.IsProvisional || Limit.IsProvisional;

    /// <summary>The earlier of the two days.</summary>
    public DateOnly Aim => Promise.Due < Limit.Due ? Promise.Due : Limit.Due;
}
