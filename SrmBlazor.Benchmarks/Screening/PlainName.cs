using System.Globalization;
using System.Text;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>A name as methods that know of letters only prepare it: small letters without accents, words in alphabetical order.</summary>
internal sealed record PlainName(string Sorted, string Whole, IReadOnlyList<string> Words, IReadOnlyList<string> Sounds)
{
    public static PlainName Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’'))
                plain.Append(' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(string.Join(' ', words.Order(StringComparer.Ordinal)), string.Join(' ', words), words, [.. words.Select(Soundex)]);
    }

    /// <summary>The American Soundex of the National Archives.</summary>
    private static string Soundex(string word)
    {
        var code = new StringBuilder(4).Append(word[0]);
        var last = Digit(word[0]);
        foreach (var letter in word.Skip(1))
        {
            var digit = Digit(letter);
            if (digit is >= '1' && digit != last && code.Length < 4)
                code.Append(digit);
            last = letter is 'h' or 'w' ? last : digit;
        }

        return code.ToString().PadRight(4, '0');
    }

    private static char Digit(char letter) => letter switch
    {
        'b' or 'f' or 'p' or 'v' => '1',
        'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => '2',
        'd' or 't' => '3',
        'l' => '4',
        'm' or 'n' => '5',
        'r' => '6',
        _ => '0',
    };
}
