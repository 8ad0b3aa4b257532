namespace SrmBlazor.Shared.Deadlines;

/// <summary>The clocks as shipped, and short ways to say when.</summary>
internal static class Clocks
{
    public static readonly DeadlineLaw Law = DeadlineBook.Open(folder: null).Current;

    /// <summary>Noon in Shanghai, where the default clock runs.</summary>
    public static DateTime Noon(string day) => Noon(Date(day));

    public static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);

    public static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DeadlineCase From(string day, string? country, string? subdivision = null) => DeadlineCase.PlainFrom(country, Noon(day)) with { Subdivision = subdivision };

    public static DeadlineClock Limit(DeadlineCase asked, string? now = null) => Law.Reckon(asked, now is null ? asked.ReceivedOn : Noon(now)).Limit;

    public static Pause Paused(PauseReason reason, string from, string? to) => new(reason, Noon(from), to is null ? null : Noon(to));

    public static Extension Extended(int by, string on) => new(by, Noon(on), Noon(on));
}
