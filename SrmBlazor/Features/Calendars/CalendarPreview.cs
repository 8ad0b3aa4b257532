using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <param name="Before">Null where the calendar names no such day yet; <paramref name="After"/> null where it no longer will.</param>
public sealed record ChangedDay(DateOnly Date, StatutoryDay? Before, StatutoryDay? After);

/// <param name="IsNew">Nothing was known of the year.</param>
public sealed record ChangedYear(int Year, bool IsNew, IReadOnlyList<ChangedDay> Days);

/// <summary>What a list would change, before anybody confirms it.</summary>
/// <param name="ShownVersion">Of the clocks that it was compared with; given back with the confirmation.</param>
/// <param name="Problems">Why it cannot be read; then nothing else is said.</param>
public sealed record CalendarPreview(string Calendar, string ShownVersion, bool IsTooLong, IReadOnlyList<FactProblem> Problems, IReadOnlyList<ChangedYear> Years)
{
    public bool IsReadable => !IsTooLong && Problems.Count == 0;

    public static CalendarPreview Of(DeadlineLaw law, string calendar, string list)
    {
        if (list.Length > CalendarImport.LongestList)
        {
            return new(calendar, law.Version, IsTooLong: true, [], []);
        }

        var (days, problems) = StatutoryDay.Read(calendar, list);
        return new(calendar, law.Version, IsTooLong: false, problems, problems.Count > 0 ? [] : [.. ChangesOf(law, calendar, days)]);
    }

    private static IEnumerable<ChangedYear> ChangesOf(DeadlineLaw law, string calendar, IReadOnlyList<StatutoryDay> days)
    {
        var known = law.Calendars.FirstOrDefault(one => one.Name == calendar)?.Years ?? [];
        foreach (var year in StatutoryCalendar.YearsIn(days))
        {
            var (before, after) = ((known.FirstOrDefault(one => one.Year == year.Year)?.Days ?? []).ToDictionary(day => day.Date), year.Days.ToDictionary(day => day.Date));
            var changed = before.Keys.Union(after.Keys).Order().Select(date => new ChangedDay(date, before.GetValueOrDefault(date), after.GetValueOrDefault(date)))
                .Where(day => day.Before != day.After).ToList();
            if (changed.Count > 0)
            {
                yield return new(year.Year, before.Count == 0, changed);
            }
        }
    }
}
