using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Shared.Deadlines;

/// <summary>The table of clocks, and which row is a country's.</summary>
public sealed class DeadlineRules
{
    private static readonly string[] Columns =
        ["region", "duty", "unit", "count", "start", "roll", "calendar", "pauses", "extension", "source", "confidence", "reviewBy"];

    private DeadlineRules(IReadOnlyList<DeadlineRule> rows) => All = rows;

    /// <summary>Every row, also those that are not used because nobody verified them.</summary>
    public IReadOnlyList<DeadlineRule> All { get; }

    /// <exception cref="InvalidDataException">The table cannot be used; the message names file and line.</exception>
    public static DeadlineRules Read(string file, string text, IReadOnlyCollection<string> calendars)
    {
        var seen = new HashSet<(string, Duty)>();
        var rows = FactFile.Read(file, text, Columns, line =>
        {
            var rule = new DeadlineRule(line.Text("region"), line.Choice<Duty>("duty"), line.Choice<DeadlineUnit>("unit"), line.Count("count"),
                line.Choice<DeadlineStart>("start"), line.Choice<DeadlineRoll>("roll"), line.Text("calendar"), line.Choices<PauseReason>("pauses"),
                line["extension"].Length == 0 ? null : line.Count("extension"), line.Text("source"), line.Choice<Confidence>("confidence"), line.Date("reviewBy"));
            if (!IsRegion(rule.Region))
            {
                line.Complain(FactFault.Value, "region");
            }

            if (rule.Calendar != StatutoryCalendar.Weekdays && !calendars.Contains(rule.Calendar))
            {
                line.Complain(FactFault.Value, "calendar");
            }

            if (!seen.Add((rule.Region, rule.Duty)))
            {
                line.Complain(FactFault.Twice, "region");
            }

            return rule;
        }).Sound();
        foreach (var needed in new[] { Duty.Promise, Duty.Answer })
        {
            if (!rows.Any(row => row.Region == DeadlineRule.Default && row.Duty == needed && row.IsUsed))
            {
                throw new InvalidDataException(new FactProblem(file, 1, FactFault.Missing, "", $"{DeadlineRule.Default},{needed}").ToString());
            }
        }

        return new(rows);
    }

    /// <summary>The region's own row if it has one that is used, else the default's; null where neither says anything about the duty.</summary>
    public DeadlineRule? Find(Duty duty, string? country, string? subdivision = null) =>
        KeysOf(country, subdivision).Select(key => All.FirstOrDefault(row => row.Region == key && row.Duty == duty && row.IsUsed)).FirstOrDefault(row => row is not null);

    /// <summary>The parts of countries that have clocks of their own, used or not.</summary>
    public IReadOnlyList<string> Parts => [.. All.Select(rule => rule.Region).Where(region => region.Contains('-')).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A region as whoever asks for it means it: a country with its parts.</summary>
    public IReadOnlyList<string> Within(string region) => [region, .. Parts.Where(part => part.StartsWith($"{region}-", StringComparison.Ordinal))];

    /// <summary>Whether the text names a country, one of its subdivisions, or a region of the table.</summary>
    public static bool IsRegion(string region) =>
        region is DeadlineRule.Default or "EU" or "UK" || Countries.Find(region.Split('-')[0]) is { } country && region.StartsWith(country.Alpha2, StringComparison.Ordinal)
        && (region.Length == 2 || (region.Length is > 3 and <= 6 && region[2] == '-' && region[3..].All(char.IsAsciiLetterOrDigit)));

    /// <summary>From the narrowest to the widest. EU and UK are no countries' codes but are understood as such.</summary>
    private static IEnumerable<string> KeysOf(string? country, string? subdivision)
    {
        var code = Countries.Find(country)?.Alpha2 ?? country?.Trim().ToUpperInvariant();
        if (subdivision?.Trim().ToUpperInvariant() is { Length: > 0 } part)
        {
            yield return part.StartsWith($"{code}-", StringComparison.Ordinal) ? part : $"{code}-{part}";
        }

        if (code is { Length: > 0 })
        {
            yield return code == "GB" ? "UK" : Countries.IsInEea(code) ? "EU" : code;
        }

        yield return DeadlineRule.Default;
    }
}
