using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Shared.Deadlines;

/// <summary>Whether the clock may stand still for a reason, and by which rule.</summary>
public sealed record PauseVerdict(PauseReason Reason, DeadlineRule Rule)
{
    public bool IsLawful => Rule.Pauses.Contains(Reason);
}

public enum ExtensionVerdict
{
    Allowed,

    /// <summary>The region knows no extension.</summary>
    NotAvailable,
    AlreadyExtended,

    /// <summary>By more than the region allows.</summary>
    BeyondCap,

    /// <summary>The day is over.</summary>
    TooLate,

    /// <summary>The person is not told with the same save.</summary>
    NotTold,
}

/// <summary>
/// The clocks of requests: pure, the same answer to the same question. What is lawful is decided here alone; a pause or an extension that is
/// not lawful changes no date, whoever wrote it down.
/// </summary>
public sealed class DeadlineLaw
{
    private readonly IReadOnlyDictionary<string, StatutoryCalendar> calendars;

    public DeadlineLaw(DeadlineRules rules, IEnumerable<StatutoryCalendar> calendars)
    {
        Rules = rules;
        this.calendars = calendars.Append(StatutoryCalendar.MondayToFriday).ToDictionary(calendar => calendar.Name, StringComparer.Ordinal);
        Version = VersionOf(Rules, Calendars);
    }

    public DeadlineRules Rules { get; }

    /// <summary>Those with lists, by name.</summary>
    public IReadOnlyList<StatutoryCalendar> Calendars => [.. calendars.Values.Where(calendar => calendar.Name != StatutoryCalendar.Weekdays).OrderBy(calendar => calendar.Name, StringComparer.Ordinal)];

    /// <summary>Sixteen hexadecimal digits of a hash of rules and days: dates worked out under another one are to be worked out anew.</summary>
    public string Version { get; }

    /// <summary>
    /// Reads what is compiled in and what the folder adds: <c>rules.csv</c> takes the place of ours; a <c>days-NAME.csv</c> replaces the years that
    /// it names, or makes a calendar of its own.
    /// </summary>
    /// <exception cref="InvalidDataException">A table cannot be used; the message names file and line.</exception>
    public static DeadlineLaw Open(string? folder)
    {
        var listed = new Dictionary<string, StatutoryCalendar>(StringComparer.Ordinal) { ["CN"] = new("CN", StatutoryDay.Read("days-CN.csv", FactFile.Embedded("days-CN.csv")).Sound()) };
        foreach (var file in folder is { Length: > 0 } ? Directory.GetFiles(folder, "days-*.csv").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var (name, days) = (Path.GetFileNameWithoutExtension(file)["days-".Length..], StatutoryDay.Read(file, File.ReadAllText(file)).Sound());
            listed[name] = listed.TryGetValue(name, out var known) ? known.With(days) : new(name, days);
        }

        var own = folder is { Length: > 0 } ? Path.Combine(folder, "rules.csv") : "";
        var (source, text) = File.Exists(own) ? (own, File.ReadAllText(own)) : ("rules.csv", FactFile.Embedded("rules.csv"));
        return new(DeadlineRules.Read(source, text, listed.Keys), listed.Values);
    }

    /// <summary>Both clocks as they stand now. Only where a clock waits or is paused does the day depend on <paramref name="now"/>.</summary>
    public Reckoning Reckon(DeadlineCase asked, DateTime now) => new(Reckon(Duty.Promise, asked, now)!, Reckon(Duty.Answer, asked, now)!);

    /// <summary>One clock; null where the region has none for the duty.</summary>
    public DeadlineClock? Reckon(Duty duty, DeadlineCase asked, DateTime now) => RuleOf(duty, asked) is { } rule ? Count(rule, asked, now) : null;

    /// <summary>A clock by a rule of somebody else's table, such as an incident's.</summary>
    public DeadlineClock Count(DeadlineRule rule, DeadlineCase asked, DateTime now)
    {
        var plain = Walk(rule, asked, now, extension: 0);
        return asked.Extension is { } extension && extension.By <= rule.Extension && IsInTime(plain, extension.GrantedOn) && IsInTime(plain, extension.ToldOn)
            ? Walk(rule, asked, now, extension.By)
            : plain;
    }

    public PauseVerdict MayPause(string? country, string? subdivision, PauseReason reason) => new(reason, Rules.Find(Duty.Answer, country, subdivision)!);

    /// <param name="by">In units of the region's rule.</param>
    /// <param name="toldOn">When the person is told: with the save that extends; null when they are not.</param>
    public ExtensionVerdict MayExtend(DeadlineCase asked, int by, DateTime? toldOn, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(by);
        var rule = RuleOf(Duty.Answer, asked)!;
        if (rule.Extension is not { } cap)
        {
            return ExtensionVerdict.NotAvailable;
        }

        var plain = Walk(rule, asked, now, extension: 0);
        return asked.Extension is not null ? ExtensionVerdict.AlreadyExtended
            : by > cap ? ExtensionVerdict.BeyondCap
            : !IsInTime(plain, now) ? ExtensionVerdict.TooLate
            : toldOn is not { } told || !IsInTime(plain, told) ? ExtensionVerdict.NotTold
            : ExtensionVerdict.Allowed;
    }

    /// <summary>The same clocks after a list of days was read into one calendar.</summary>
    public DeadlineLaw With(string calendar, IEnumerable<StatutoryDay> days) =>
        new(Rules, Calendars.Select(known => known.Name == calendar ? known.With(days) : known));

    private DeadlineClock Walk(DeadlineRule rule, DeadlineCase asked, DateTime now, int extension) => new Counting(rule, calendars[rule.Calendar], asked, now).Count(extension);

    private static bool IsInTime(DeadlineClock clock, DateTime instant) => instant < clock.EndsOn;

    private DeadlineRule? RuleOf(Duty duty, DeadlineCase asked) => Rules.Find(duty, asked.Country, asked.Subdivision);

    private static string VersionOf(DeadlineRules rules, IEnumerable<StatutoryCalendar> calendars)
    {
        var facts = new StringBuilder();
        foreach (var rule in rules.All)
        {
            facts.AppendLine(CultureInfo.InvariantCulture,
                $"{rule.Region},{rule.Duty},{rule.Unit},{rule.Count},{rule.Start},{rule.Roll},{rule.Calendar},{string.Join(' ', rule.Pauses)},{rule.Extension},{rule.IsUsed}");
        }

        foreach (var (calendar, year) in calendars.SelectMany(calendar => calendar.Years, (calendar, year) => (calendar, year)))
        {
            foreach (var day in year.Days)
            {
                facts.AppendLine(CultureInfo.InvariantCulture, $"{calendar.Name},{year.Year},{day.Date:yyyy-MM-dd},{day.Kind},{day.Name}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())))[..16];
    }
}
