using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>What to show beside the field before anything is typed.</summary>
/// <param name="English">What the number is called, in English.</param>
/// <param name="Chinese">What the number is called, in Chinese.</param>
/// <param name="Shapes">How it is built: 0 stands for a digit, A for a letter, * for either.</param>
/// <param name="UseRestrictedByLaw">The state limits who may ask for this number: offer the passport first.</param>
public sealed record IdentityNumberHint(string English, string Chinese, IReadOnlyList<string> Shapes, bool UseRestrictedByLaw)
{
    public string LabelIn(bool chinese) => chinese ? Chinese : English;
}

public static class IdentityNumberHints
{
    private static readonly IdentityNumberHint PassportHint = new("Passport number", "护照号码", [], UseRestrictedByLaw: false);

    private static readonly IdentityNumberHint UnknownHint = new("National identity number", "本国身份号码", [], UseRestrictedByLaw: false);

    /// <summary>Two-letter codes of the countries whose national number is checked by its rule.</summary>
    public static IReadOnlyList<string> CheckedCountries { get; } = [.. NationalNumbers.All.Select(rule => rule.Country).Order(StringComparer.Ordinal)];

    public static IdentityNumberHint For(IdentityType type, string? country) => type switch
    {
        IdentityType.ResidentId => Of(NationalNumbers.ChinaResidentId),
        IdentityType.Passport => PassportHint,
        IdentityType.NationalId => Countries.Find(country) is { } known && NationalNumbers.Of(known.Alpha2) is { } rule ? Of(rule) : UnknownHint,
    };

    private static IdentityNumberHint Of(NationalNumber rule) =>
        new(rule.Label, rule.ChineseLabel, [.. rule.Shapes.Select(shape => shape.Replace('9', '0').Replace('?', '-'))], rule.UseRestrictedByLaw);
}
