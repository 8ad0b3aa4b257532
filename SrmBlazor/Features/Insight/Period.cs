using System.Globalization;

namespace SrmBlazor.Features.Insight;

/// <summary>What is usually asked for.</summary>
public enum Preset
{
    Weeks13,
    Months12,
    ThisYear,
    LastYear,
}

/// <summary>From a day to a day, both counted, and cut into weeks or months.</summary>
public sealed record Period
{
    public const int MostYears = 5;

    private const int ByWeekUpTo = 100;

    private Period(DateOnly from, DateOnly to) => (From, To) = (from, to);

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>Whether it is cut into weeks; otherwise into months.</summary>
    public bool ByWeek => To.DayNumber - From.DayNumber < ByWeekUpTo;

    /// <summary>The first days of its parts. The first and the last may be cut off.</summary>
    public IEnumerable<DateOnly> Steps
    {
        get
        {
            for (var step = From; step <= To; step = Next(step))
            {
                yield return step;
            }
        }
    }

    /// <summary>In whichever order; not beyond today, and of so many years at most.</summary>
    public static Period Between(DateOnly one, DateOnly other, DateOnly today)
    {
        var to = Earlier(Later(one, other), today);
        return new Period(Later(Earlier(Earlier(one, other), to), to.AddYears(-MostYears).AddDays(1)), to);
    }

    public static Period Of(Preset preset, DateOnly today) => preset switch
    {
        Preset.Weeks13 => new Period(Monday(today).AddDays(-12 * 7), today),
        Preset.Months12 => new Period(First(today).AddMonths(-11), today),
        Preset.ThisYear => new Period(new DateOnly(today.Year, 1, 1), today),
        Preset.LastYear => new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
    };

    /// <summary>As it stands in an address; what is no day leads to the twelve months.</summary>
    public static Period Read(string? from, string? to, DateOnly today) => DayOf(from) is { } one && DayOf(to) is { } other ? Between(one, other, today) : Of(Preset.Months12, today);

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The part that a day of it belongs to.</summary>
    public DateOnly StepOf(DateOnly day) => Later(ByWeek ? Monday(day) : First(day), From);

    private DateOnly Next(DateOnly step) => ByWeek ? Monday(step).AddDays(7) : First(step).AddMonths(1);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
