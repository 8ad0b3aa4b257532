using System.Globalization;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>What somebody typed of a person besides the name. Null for what cannot be read, which is then not compared.</summary>
internal static class Known
{
    /// <summary>ISO 3166-1 alpha-2, for a code or an English name of a country.</summary>
    public static string? Country(string? text) => text is null ? null : Countries.Find(text)?.Alpha2 ?? ListCountries.Find(text.Trim());

    /// <summary>From 1960, and from a date that begins with the year.</summary>
    public static int? Year(string? text) =>
        text?.Trim() is { Length: >= 4 } date && (date.Length == 4 || date[4] == '-') && int.TryParse(date[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1850 and <= 2100 ? year : null;
}
