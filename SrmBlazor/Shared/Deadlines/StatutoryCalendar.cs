using System.Collections.Frozen;

namespace SrmBlazor.Shared.Deadlines;

/// <summary>What the papers for one year name; the last days of the year before may be among them.</summary>
public sealed record StatutoryYear(int Year, IReadOnlyList<StatutoryDay> Days)
{
    public IEnumerable<string> Sources => Days.Select(day => day.Source).Distinct(StringComparer.Ordinal);
}

/// <summary>
/// Which days are worked: Monday to Friday, except what a list names as off, and besides what it names as worked. A year that nobody has
/// published yet has Mondays to Fridays only.
/// </summary>
public sealed class StatutoryCalendar
{
    /// <summary>The calendar of places whose public holidays are not listed.</summary>
    public const string Weekdays = "weekdays";

    public static readonly StatutoryCalendar MondayToFriday = new(Weekdays, Array.Empty<StatutoryYear>());

    private readonly FrozenDictionary<DateOnly, StatutoryDay> named;

    private StatutoryCalendar(string name, IReadOnlyList<StatutoryYear> years)
    {
        (Name, Years) = (name, years);
        // where two papers name a day, the later one knew of the earlier
        named = years.SelectMany(year => year.Days).GroupBy(day => day.Date).ToFrozenDictionary(same => same.Key, same => same.Last());
    }

    public StatutoryCalendar(string name, IEnumerable<StatutoryDay> days) : this(name, YearsIn(days)) { }

    public string Name { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<StatutoryYear> Years { get; }

    /// <summary>The list's word about a day; null where it names none.</summary>
    public StatutoryDay? Find(DateOnly date) => named.GetValueOrDefault(date);

    public bool IsWorkingDay(DateOnly date) =>
        Find(date) is { } day ? day.Kind == StatutoryKind.Work : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Whether the days of the year are known, so that a date worked out with them stands.</summary>
    public bool Knows(int year) => Name == Weekdays || Years.Any(known => known.Year == year);

    /// <summary>The calendar after a list was read: a year that it names is replaced as a whole.</summary>
    public StatutoryCalendar With(IEnumerable<StatutoryDay> days)
    {
        var read = YearsIn(days);
        return new(Name, [.. Years.Where(year => read.All(other => other.Year != year.Year)).Concat(read).OrderBy(year => year.Year)]);
    }

    /// <summary>
    /// The paper for a year may begin in the December before (2022-12-31 stands in that of 2023); such a day tells nothing of its own year.
    /// </summary>
    public static IReadOnlyList<StatutoryYear> YearsIn(IEnumerable<StatutoryDay> days) =>
    [
        .. days.GroupBy(day => day.Source, StringComparer.Ordinal)
            .SelectMany(paper => paper.Select(day => (Year: day.Date.Year + (IsAheadOfItsPaper(day, paper) ? 1 : 0), Day: day)))
            .GroupBy(pair => pair.Year, pair => pair.Day)
            .OrderBy(year => year.Key)
            .Select(year => new StatutoryYear(year.Key, [.. year.OrderBy(day => day.Date)])),
    ];

    private static bool IsAheadOfItsPaper(StatutoryDay day, IEnumerable<StatutoryDay> paper) =>
        day.Date.Month == 12
        && paper.Any(other => other.Date.Year == day.Date.Year + 1)
        && !paper.Any(other => other.Date.Year == day.Date.Year && other.Date.Month < 12);
}
