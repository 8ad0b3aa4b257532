using System.Text;
using SrmBlazor.Features.Screening.Matching.Scripts;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Cuts a clean name into its words in the letters in which they are written.</summary>
internal static class WordCutter
{
    public static List<Part> Cut(string name, ref NameFlags flags)
    {
        var parts = new List<Part>();
        var word = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var letter = name[at];
            if (char.IsLetterOrDigit(letter) || IsMark(letter))
            {
                if (word.Length > 1 && IsHump(word, letter) || (word.Length > 0 && ChangesToOrFromHan(word[^1], letter)))
                {
                    Take(parts, word, tied: false, ref flags);
                }

                word.Append(letter);
            }
            else if (letter == '.')
            {
                TakeDotted(parts, word, name, at, ref flags);
            }
            else if (!IsApostrophe(letter) && letter != '%')
            {
                Take(parts, word, IsHyphen(letter), ref flags);
                if (letter == '&')
                {
                    parts.Add(new Part("and", "&", IsTied: false));
                }
            }
        }

        Take(parts, word, tied: false, ref flags);
        return Initials(parts);
    }

    private static void Take(List<Part> parts, StringBuilder word, bool tied, ref NameFlags flags)
    {
        if (word.Length > 0)
        {
            var written = word.ToString();
            parts.Add(new Part(Letters.Fold(written, ref flags), written, tied));
            word.Clear();
        }
    }

    /// <summary>S.R.L. and o.O.O. are one word where they are a legal form, and initials otherwise.</summary>
    private static void TakeDotted(List<Part> parts, StringBuilder word, string name, int dot, ref NameFlags flags)
    {
        var isLetter = word.Length == 1;
        Take(parts, word, tied: false, ref flags);
        var ends = dot + 1 >= name.Length || !char.IsLetter(name[dot + 1]) || (dot + 2 < name.Length && char.IsLetterOrDigit(name[dot + 2]));
        if (!isLetter || !ends)
        {
            return;
        }

        var first = parts.Count;
        while (first > 0 && parts[first - 1].Written.Length == 1)
        {
            first--;
        }

        var joined = string.Concat(parts.Skip(first).Select(part => part.Written));
        if (joined.Length > 1 && WordRoles.IsForm(Latin.Fold(joined)) | WordRoles.IsForm(Cyrillic.Spellings(joined).First()))
        {
            parts.RemoveRange(first, parts.Count - first);
            parts.Add(new Part(joined, joined, IsTied: false));
        }
    }

    /// <summary>JC Juncker: two or three capitals without a vowel beside a longer word are initials.</summary>
    private static List<Part> Initials(List<Part> parts) =>
        parts.Count is < 2 or > 3 ? parts
        : [.. parts.SelectMany((part, at) => at == 0 && part.Text.Length is 2 && part.Text.All(letter => char.IsAsciiLetterUpper(letter) && !"AEIOUY".Contains(letter, StringComparison.Ordinal))
            && parts.Skip(1).All(other => other.Text.Length > 3 && other.Text.Any(char.IsAsciiLetterLower))
            ? part.Text.Select(letter => new Part(letter.ToString(), letter.ToString(), IsTied: false)) : [part])];

    /// <summary>SiemensAG, JanDaniel; McDonald and deGaulle are left whole.</summary>
    private static bool IsHump(StringBuilder word, char letter) =>
        char.IsUpper(letter) && char.IsLower(word[^1]) && word.ToString() is var before && before is not ("Mc" or "Mac" or "De" or "Di" or "Le" or "La" or "Du" or "Van" or "Fitz")
        && before.Count(char.IsLower) > 1 && !(before.Length > 3 && char.IsLower(before[0]));

    private static bool ChangesToOrFromHan(char before, char letter) =>
        Alphabets.Of(before) is var one && Alphabets.Of(letter) is var other && one != other && (one == Script.Han || other == Script.Han || one == Script.Hangul || other == Script.Hangul);

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || letter == '\u30FC';

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʿ' or 'ʾ' or '′' or '?';

    private static bool IsHyphen(char letter) => letter is '-' or '‐' or '‑' or '–' or '—' or '−';
}
