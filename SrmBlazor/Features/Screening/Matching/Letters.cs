using System.Globalization;
using System.Text;
using SrmBlazor.Features.Screening.Matching.Scripts;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>The letters of a name before it is cut into words: compatible forms made one, invisible characters taken out, look-alikes folded.</summary>
internal static class Letters
{
    private const string CyrillicTwins = "АВЕЅІЈКМНОРСТУХЬаеѕіјорсухһԁԛԝ";
    private const string LatinTwins = "ABESIJKMHOPCTYXbaesijopcyxhdqw";
    private const string GreekTwins = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονκικαρυχ";
    private const string GreekAsLatin = "ABEZHIKMNOPTYXovkikapyx";

    /// <summary>Compatible forms (full-width letters, ligatures, presentation forms) as NFKC has them, without what cannot be seen.</summary>
    public static string Clean(string name, ref NameFlags flags)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var letter in IsWellFormed(name) ? name.Normalize(NormalizationForm.FormKC) : name)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.Format && letter is not ('\u200C' or '\u200D'))
            {
                flags |= NameFlags.HiddenCharacters;
            }
            else if (category is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(' ');
            }
            else if (letter is not ('\u200C' or '\u200D' or 'ـ') && !IsArabicMark(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }

    /// <summary>A word whose letters are of two scripts is read in the one that most of its distinctive letters are of.</summary>
    public static string Fold(string word, ref NameFlags flags)
    {
        var (latin, cyrillic, greek) = (Count(word, Script.Latin), Count(word, Script.Cyrillic), Count(word, Script.Greek));
        if (latin > 0 && cyrillic + greek > 0)
        {
            flags |= NameFlags.Homoglyphs;
            var cyrillicOnly = word.Count(letter => Alphabets.Of(letter) == Script.Cyrillic && !CyrillicTwins.Contains(letter, StringComparison.Ordinal));
            var latinOnly = word.Count(letter => char.IsAsciiLetter(letter) && !LatinTwins.Contains(letter, StringComparison.Ordinal));
            word = cyrillicOnly > latinOnly ? Map(word, LatinTwins, CyrillicTwins) : Map(Map(word, CyrillicTwins, LatinTwins), GreekTwins, GreekAsLatin);
        }

        return DigitsInside(word, ref flags);
    }

    /// <summary>0, 1, 3, 5 between letters are o, l, e, s.</summary>
    private static string DigitsInside(string word, ref NameFlags flags)
    {
        if (!word.Any(char.IsAsciiDigit) || word.Count(char.IsLetter) < word.Count(char.IsAsciiDigit) + 1)
        {
            return word;
        }

        var letters = word.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            var between = (at == 0 || char.IsLetter(letters[at - 1])) && at + 1 < letters.Length && char.IsLetter(letters[at + 1]);
            var at1 = "01345".IndexOf(letters[at], StringComparison.Ordinal);
            if (between && at1 >= 0 && !(at == 0 && letters[at + 1] is 's' or 'S' or 'e' or 't' or 'T'))
            {
                letters[at] = "oleas"[at1];
                flags |= NameFlags.DigitsForLetters;
            }
        }

        return new string(letters);
    }

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsArabicMark(char letter) => letter is (>= '\u064B' and <= '\u065F') or '\u0670';

    private static int Count(string word, Script script) => word.Count(letter => char.IsLetter(letter) && Alphabets.Of(letter) == script);

    private static string Map(string word, string from, string to) =>
        string.Concat(word.Select(letter => from.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? to[at] : letter));
}
