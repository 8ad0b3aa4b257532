using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Intake;

/// <summary>Marks the texts of this feature.</summary>
public sealed class IntakeTexts
{
    private static readonly ResourceManager Words = new(typeof(IntakeTexts));

    private IntakeTexts()
    {
    }

    /// <summary>For what is written to a person, in their language and not in that of who acts.</summary>
    internal static string Say(string language, string key) =>
        Words.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException($"No text {key} in {language}.");
}
