namespace SrmBlazor.Shared.Geography;

/// <summary>A country or territory of ISO 3166-1, with our own names for it.</summary>
/// <param name="Alpha2">Two letters, the form in which the program stores a country.</param>
/// <param name="Alpha3">Three letters, the form that a passport's machine-readable zone uses.</param>
/// <param name="InEea">Whether the GDPR applies as in an EEA state; EU territories overseas (Réunion, Åland …) included.</param>
/// <param name="Pinyin">Syllables without tones, parted by spaces: the sort key of the Chinese name.</param>
public sealed record Country(string Alpha2, string Alpha3, bool InEea, string English, string Chinese, string Pinyin)
{
    public string NameIn(bool chinese) => chinese ? Chinese : English;
}
