using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Erasures;

/// <summary>The words of deletions and closings, of certificates, and of erasures under way.</summary>
public sealed class ErasuresTexts
{
    private static readonly ResourceManager Words = new(typeof(ErasuresTexts));

    private ErasuresTexts()
    {
    }

    /// <summary>For what is written to a person, in their language and not in that of who acts.</summary>
    internal static string Say(string language, string key) =>
        Words.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException($"No text {key} in {language}.");
}
