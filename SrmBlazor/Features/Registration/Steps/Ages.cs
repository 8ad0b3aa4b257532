using System.Globalization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>One row of the age table.</summary>
/// <param name="Region">Two-letter country code, <c>EEA</c> for its other members, <c>*</c> for the rest of the world.</param>
/// <param name="ChildUnder">Below this age the law asks for a guardian's consent.</param>
public sealed record AgeRow(string Region, int ChildUnder, int Majority, bool Enabled, string Source, string Confidence, DateOnly ReviewBy);

/// <summary>An answer to "how old are you?": from this age, up to and including that one; none where it is open.</summary>
public sealed record AgeRange(int From, int? To)
{
    /// <summary>How a form posts it.</summary>
    public string Code => From.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Below which age a guardian consents, and when a person is of age, by country. Rows marked unverified are not used.</summary>
public sealed class Ages(IReadOnlyList<AgeRow> rows)
{
    /// <summary>The policy promises a guardian below this age everywhere, whatever a region's floor.</summary>
    public const int PromisedChildUnder = 14;

    private readonly Dictionary<string, AgeRow> byRegion = rows.Where(row => row.Enabled).ToDictionary(row => row.Region, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What is asked instead of a date of birth: ranges that no country's limit cuts through, so that one question serves all of them.
    /// </summary>
    public IReadOnlyList<AgeRange> Ranges { get; } = RangesBetween([.. rows.Where(row => row.Enabled)
        .SelectMany(row => (int[])[Math.Max(row.ChildUnder, PromisedChildUnder), row.Majority]).Distinct().Order()]);

    public int ChildUnder(string? country) => Math.Max(PromisedChildUnder, Row(country).ChildUnder);

    public int Majority(string? country) => Row(country).Majority;

    public AgeBand BandOf(AgeRange age, string? country) =>
        age.From < ChildUnder(country) ? AgeBand.Child : age.From < Majority(country) ? AgeBand.UnderEighteen : AgeBand.Adult;

    /// <summary>The youngest a person born in that year can be: where only the year is known, this cautious end decides.</summary>
    public static int Youngest(int birthYear, DateOnly today) => today.Year - birthYear - 1;

    public static int Oldest(int birthYear, DateOnly today) => today.Year - birthYear;

    /// <summary>Who was born on 29 February is a year older on 1 March where the year has no such day: the cautious of the two.</summary>
    public static int AgeOn(DateOnly birth, DateOnly today) => today.Year - birth.Year - ((today.Month, today.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    /// <inheritdoc cref="AgeOn"/>
    public static DateOnly BirthdayIn(DateOnly birth, int years) => birth.AddYears(years) is var day && day.Day < birth.Day ? day.AddDays(1) : day;

    /// <exception cref="InvalidDataException">A line cannot be read, or the row for the rest of the world is missing.</exception>
    public static Ages Read(TextReader table)
    {
        var rows = AgeTable.Read(table);
        return rows.Any(row => row is { Region: "*", Enabled: true }) ? new Ages(rows) : throw new InvalidDataException("The age table has no row for the rest of the world (*).");
    }

    /// <summary>The table compiled into the program.</summary>
    public static Ages OfThisProgram()
    {
        using var table = new StreamReader(typeof(Ages).Assembly.GetManifestResourceStream($"{typeof(Ages).Namespace}.ages.csv")!);
        return Read(table);
    }

    private AgeRow Row(string? country) =>
        country is not null && byRegion.TryGetValue(country, out var own) ? own
        : Countries.IsInEea(country) && byRegion.TryGetValue("EEA", out var eea) ? eea
        : byRegion["*"];

    private static IReadOnlyList<AgeRange> RangesBetween(int[] limits) =>
        [.. limits.Prepend(0).Zip(limits.Select(limit => (int?)limit - 1).Append(null), (from, to) => new AgeRange(from, to))];
}
