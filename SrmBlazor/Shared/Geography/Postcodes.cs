using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SrmBlazor.Shared.Geography;

/// <summary>Checks postcodes by the pattern of their country. Spaces and hyphens are never a reason to refuse.</summary>
public static class Postcodes
{
    public const int LongestEntry = 16;

    private static readonly FrozenDictionary<string, Pattern> ByCountry = FactTable.Read("postcodes.csv")
        .ToFrozenDictionary(cells => cells[0], cells => new Pattern(cells[1], cells[2], cells[3] == "yes"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether letters in that country are addressed with a postcode without exception.</summary>
    public static bool IsRequiredIn(string country) => ByCountry.TryGetValue(country, out var pattern) && pattern.Required;

    public static string? ExampleFor(string country) => ByCountry.TryGetValue(country, out var pattern) ? pattern.Example : null;

    /// <param name="required">The form asks for the postcode here; otherwise an empty entry is accepted.</param>
    public static PostcodeVerdict Check(string? typed, string country, bool required)
    {
        var pattern = ByCountry.GetValueOrDefault(country);
        var plain = string.Join(' ', TypedText.ToPlain(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var compact = TypedText.ToCompact(plain);

        PostcodeProblem? problem = 0 switch
        {
            _ when compact.Length == 0 => required ? PostcodeProblem.Missing : null,
            _ when plain.Length > LongestEntry => PostcodeProblem.TooLong,
            _ when !compact.All(char.IsAsciiLetterOrDigit) => PostcodeProblem.ForeignCharacters,
            _ when pattern is not null && !pattern.Fits(compact) && !pattern.Fits(WithoutCountryPrefix(compact, country)) => PostcodeProblem.WrongShape,
            _ => null,
        };
        var kept = problem is null && compact.Length > 0;
        return new(problem, kept ? plain : null, kept ? compact : null, pattern?.Example, pattern is not null);
    }

    // "D-10115" and "SE-114 55" are how senders abroad write them
    private static string WithoutCountryPrefix(string compact, string country) =>
        compact.StartsWith(country, StringComparison.OrdinalIgnoreCase) ? compact[country.Length..]
        : compact.StartsWith(country[..1], StringComparison.OrdinalIgnoreCase) ? compact[1..]
        : compact;

    private sealed class Pattern(string expression, string example, bool required)
    {
        // built on first use: most installations meet a handful of the 170 countries
        private readonly Lazy<Regex> regex = new(() => new Regex($"^(?:{expression})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

        public string Example => example;

        public bool Required => required;

        public bool Fits(string compact) => regex.Value.IsMatch(compact);
    }
}
