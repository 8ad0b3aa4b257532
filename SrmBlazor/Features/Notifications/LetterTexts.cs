using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Notifications;

/// <summary>The words of the letters, read in a named language: a letter is written by a worker whose thread has none.</summary>
public sealed class LetterTexts
{
    private static readonly ResourceManager Words = new(typeof(LetterTexts));

    private LetterTexts() { }

    internal static string? Find(string language, string key) => Words.GetString(key, CultureInfo.GetCultureInfo(language));

    internal static string Say(string language, string key, params object[] values) =>
        string.Format(CultureInfo.GetCultureInfo(language), Find(language, key) ?? throw new MissingManifestResourceException($"No text {key} in {language}."), values);
}
