namespace SrmBlazor.Features.Registration.Steps;

internal static class TodayOf
{
    // ages and expiry dates turn over with the day of the default clock row, China's, which has no summer time
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime);

    /// <summary>The instant in which the day begins there (UTC).</summary>
    public static DateTime Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).UtcDateTime;
}
