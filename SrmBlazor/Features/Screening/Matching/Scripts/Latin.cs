using System.Globalization;
using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// Latin letters to a–z. Accents fall away with decomposition; letters that do not decompose follow the transliterations of
/// ICAO Doc 9303 part 3, section 6A (ß ss, æ ae, ø oe) except where lists write the bare letter (ø o, ł l, đ d).
/// </summary>
internal static class Latin
{
    public static string Fold(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                plain.Append(lower);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Special(lower));
            }
        }

        return plain.ToString();
    }

    private static string Special(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' or 'ǽ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ð' or 'đ' => "d",
        'þ' => "th",
        'ł' => "l",
        'ı' => "i",
        'ŋ' => "ng",
        'ħ' => "h",
        'ŧ' => "t",
        'ə' or 'ǝ' => "e",
        'ƒ' => "f",
        _ => "",
    };
}
