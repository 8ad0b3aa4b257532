using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Transfers;

/// <summary>Marks the texts of this feature.</summary>
public sealed class TransfersTexts
{
    private static readonly ResourceManager Words = new(typeof(TransfersTexts));

    private TransfersTexts()
    {
    }

    /// <summary>For what is written to a person, in their language and not in that of who acts.</summary>
    internal static string Say(string language, string key, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text {key} in {language}."), values);
    }
}
