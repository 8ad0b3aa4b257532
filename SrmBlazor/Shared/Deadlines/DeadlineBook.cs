namespace SrmBlazor.Shared.Deadlines;

/// <summary>Where everybody finds the clocks as they are now. Calendars that are imported while the program runs replace them as a whole.</summary>
public sealed class DeadlineBook(DeadlineLaw shipped)
{
    private volatile DeadlineLaw current = shipped;

    /// <summary>What the program and the configured folder bring, without anything imported.</summary>
    public DeadlineLaw Shipped { get; } = shipped;

    /// <summary>Take it once for one piece of work: it never changes under it.</summary>
    public DeadlineLaw Current => current;

    public void Replace(DeadlineLaw law) => current = law;

    /// <summary>
    /// Reads what is compiled in and what the folder adds: <c>rules.csv</c> takes the place of ours; a <c>days-NAME.csv</c> replaces the years that
    /// it names, or makes a calendar of its own.
    /// </summary>
    /// <exception cref="InvalidDataException">A table cannot be used; the message names file and line.</exception>
    public static DeadlineBook Open(string? folder)
    {
        var calendars = new List<StatutoryCalendar> { new("CN", StatutoryDay.Read("days-CN.csv", FactFile.Embedded("days-CN.csv")).Sound()) };
        foreach (var file in folder is { Length: > 0 } ? Directory.GetFiles(folder, "days-*.csv").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var (name, days) = (Path.GetFileNameWithoutExtension(file)["days-".Length..], StatutoryDay.Read(file, File.ReadAllText(file)).Sound());
            var at = calendars.FindIndex(calendar => calendar.Name == name);
            if (at < 0)
            {
                calendars.Add(new(name, days));
            }
            else
            {
                calendars[at] = calendars[at].With(days);
            }
        }

        var own = folder is { Length: > 0 } ? Path.Combine(folder, "rules.csv") : "";
        var (source, text) = File.Exists(own) ? (own, File.ReadAllText(own)) : ("rules.csv", FactFile.Embedded("rules.csv"));
        return new(new DeadlineLaw(DeadlineRules.Read(source, text, [.. calendars.Select(calendar => calendar.Name)]), calendars));
    }
}
