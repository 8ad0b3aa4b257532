using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// The three romanisations that a Cyrillic name meets on lists and in passports: BGN/PCGN 1947 (Russian) with the letters of its sister
/// tables; ICAO Doc 9303 (passports since 2014: й i, ю iu, я ia); and the Ukrainian order KMU No. 55 of 2010 (г h, и y).
/// </summary>
internal static class Cyrillic
{
    private const string Letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "іїєґў" + "јљњћђџѓќѕ" + "қғұүәөңһҳҷ";

    private static readonly string[] Bgn =
    [
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
        "i", "yi", "ye", "g", "w", "j", "lj", "nj", "c", "dj", "dz", "g", "k", "dz", "q", "gh", "u", "u", "a", "o", "ng", "h", "h", "j",
    ];

    public static IEnumerable<string> Spellings(string word)
    {
        var (bgn, passport, ukrainian) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var before = ' ';
        foreach (var letter in word.ToLowerInvariant())
        {
            var at = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0)
            {
                bgn.Append(letter is 'е' && IsOpen(before) ? "ye" : Bgn[at]);
                passport.Append(letter switch { 'й' => "i", 'ю' => "iu", 'я' => "ia", 'ъ' => "ie", _ => Bgn[at] });
                ukrainian.Append(letter switch { 'г' => "h", 'и' => "y", 'й' => before == ' ' ? "y" : "i", 'ю' => before == ' ' ? "yu" : "iu", 'я' => before == ' ' ? "ya" : "ia", 'ї' => before == ' ' ? "yi" : "i", _ => Bgn[at] });
            }

            before = letter;
        }

        return new[] { bgn.ToString(), passport.ToString(), ukrainian.ToString() }.Distinct(StringComparer.Ordinal);
    }

    /// <summary>BGN/PCGN writes е as ye at the beginning, after vowels and after ъ and ь.</summary>
    private static bool IsOpen(char before) => before == ' ' || "аеёиоуыэюяйъь".Contains(before, StringComparison.Ordinal);
}
