using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Accuracy;

/// <summary>Marks the texts of this feature.</summary>
public sealed class AccuracyTexts
{
    private static readonly ResourceManager Words = new(typeof(AccuracyTexts));

    private AccuracyTexts()
    {
    }

    /// <summary>For what is written to a person, in their language and not in that of who acts.</summary>
    internal static string Say(string language, string key) =>
        Words.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException($"No text {key} in {language}.");
}
