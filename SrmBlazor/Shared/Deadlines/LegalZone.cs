namespace SrmBlazor.Shared.Deadlines;

/// <summary>Days as the law counts them: of a place, not of a moment.</summary>
public static class LegalZone
{
    public static DateOnly DayIn(string zone, DateTime instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    /// <summary>The UTC instant at which the day is over there.</summary>
    public static DateTime EndOf(DateOnly day, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // some places put the clock forward at midnight, which then does not exist
        while (place.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(midnight, place);
    }
}
