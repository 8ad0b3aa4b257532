using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// Arabic script (Arabic, Persian, Pashto, Urdu) writes consonants and long vowels only; lists write the whole word in dozens of spellings.
/// Both sides are therefore brought to a skeleton: the consonants, in classes that the romanisations confuse. Long vowels
/// (ا و ي) stay in <see cref="Romanise"/> and are weighed where a Latin vowel should answer them.
/// </summary>
internal static class Arabic
{
    /// <summary>D and T are sounds that Persian, Urdu and Pashto speak as z and s (ذ ض ظ, ث).</summary>
    private const string Letters =
        "ا a آ a أ a إ a ٱ a ب b پ p ت t ة h ث T ج g چ S ح h خ x د d ذ D ر r ز z ژ g س s ش S ص s ض D ط t ظ D ع _ غ g ف f ق k ك k ک k گ g " +
        "ل l م m ن n ں n ه h ہ h ھ h و w ؤ w ي y ی y ى a ئ y ې y ے y ء _ ټ t ډ d ړ r ږ g ښ S ځ z څ s ګ g ڼ n ۀ h ۍ y ێ y ۆ w ڤ f";

    private static readonly Dictionary<char, char> Table = Letters.Split(' ').Chunk(2).ToDictionary(pair => pair[0][0], pair => pair[1][0]);

    /// <summary>Consonant classes with the long vowels: <c>x</c> for kh, <c>S</c> for sh.</summary>
    public static string Romanise(string word)
    {
        var latin = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (Table.TryGetValue(letter, out var sound) && sound != '_')
            {
                latin.Append(sound);
            }
        }

        return latin.ToString();
    }

    /// <summary>The consonants of what <see cref="Romanise"/> gave, as Arabic and, where that differs, as Persian speaks them.</summary>
    public static IEnumerable<string> SkeletonsOfRomanised(string romanised)
    {
        var consonants = string.Concat(romanised.Where(letter => letter is not ('a' or 'w' or 'y')).Select(Class));
        return new[] { consonants.Replace('D', 'd').Replace('T', 't'), consonants.Replace('D', 'z').Replace('T', 's') }.Select(WithoutSilentEnd).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The consonants of a Latin spelling, in the same classes.</summary>
    public static string SkeletonOfLatin(string word)
    {
        var sounds = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var (letter, next) = (word[at], at + 1 < word.Length ? word[at + 1] : ' ');
            switch (letter)
            {
                case var twice when at > 0 && word[at - 1] == twice && twice != 'h':
                    break;
                case 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'v':
                    break;
                case 'k' when next == 'h':
                    sounds.Append('x');
                    at++;
                    break;
                case 's' or 'c' when next == 'h':
                    sounds.Append('S');
                    at++;
                    break;
                case 't' when next == 's' && at + 2 < word.Length && word[at + 2] == 'h':
                    break;
                case 'd' when next == 'j':
                    break;
                case 'g' or 't' or 'd' or 'z' when next == 'h':
                    sounds.Append(letter == 'z' ? 'g' : letter);
                    at++;
                    break;
                default:
                    sounds.Append(Class(letter));
                    break;
            }
        }

        return WithoutSilentEnd(sounds.ToString());
    }

    /// <summary>Where a long vowel is written, a vowel of its colour is expected; a Latin a answers nothing or ا.</summary>
    public static int LongVowelsUnanswered(string romanised, string latin)
    {
        var (unanswered, from) = (0, 0);
        foreach (var vowel in romanised.Where(letter => letter is 'w' or 'y' or 'a'))
        {
            var found = latin.AsSpan(from).IndexOfAny(vowel switch { 'w' => "ouwv", 'y' => "iye", _ => "aeio" });
            (unanswered, from) = found < 0 ? (unanswered + 1, from) : (unanswered, from + found + 1);
        }

        return unanswered;
    }

    private static char Class(char letter) => letter switch
    {
        'p' => 'b',
        'j' => 'g',
        'c' or 'q' => 'k',
        _ => letter,
    };

    /// <summary>A final h is a silent ending as often as a letter.</summary>
    private static string WithoutSilentEnd(string skeleton) => skeleton.Length > 1 && skeleton[^1] == 'h' ? skeleton[..^1] : skeleton;
}
