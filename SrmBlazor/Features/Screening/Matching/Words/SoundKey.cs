using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>
/// A key that the usual spellings of one sound share: mohammed, muhamad and mehmud; lavrov and lawrow; schmidt and shmit. Runs of vowels (with y
/// and w after them) become one vowel, doubled letters one, digraphs one letter. Coarse on purpose: the letters then decide how near they are.
/// </summary>
internal static class SoundKey
{
    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var (sound, length) = Sound(word.AsSpan(at), at == 0);
            at += length - 1;
            if (sound != '\0' && (key.Length == 0 || key[^1] != sound))
            {
                key.Append(sound);
            }
        }

        // a final vowel is an ending as often as a sound: ibrahim, ibrahima, ibrahime
        return key.Length > 3 && key[^1] == 'a' ? key.ToString(0, key.Length - 1) : key.ToString();
    }

    private static (char Sound, int Length) Sound(ReadOnlySpan<char> rest, bool first)
    {
        var next = rest.Length > 1 ? rest[1] : ' ';
        switch (rest[0])
        {
            case 's' when rest.StartsWith("sch"):
                return ('S', rest.StartsWith("schch") ? 5 : 3);
            case 's' when rest.StartsWith("shch"):
                return ('S', 4);
            case 's' when next == 'h':
                return ('S', 2);
            case 't' when rest.StartsWith("tch"):
                return ('C', 3);
            case 't' when next is 's' or 'z':
                return ('z', 2);
            case 'c' when next == 'h':
                return ('C', 2);
            case 'c' when next == 'k':
                return ('k', 2);
            case 'c' when next is 'e' or 'i' or 'y' or 'z':
                return ('s', 1);
            case 'k' when next == 'h':
                return ('h', 2);
            case 'g' or 'd' or 't' or 'b' when next == 'h':
                return (rest[0], 2);
            case 'p' when next == 'h':
                return ('f', 2);
            case 'z' when next == 'h':
                return ('j', 2);
            case 'd' when next == 'j' || (next == 'z' && rest.Length > 2 && rest[2] == 'h'):
                return ('j', next == 'j' ? 2 : 3);
            case 'c' or 'q':
                return ('k', 1);
            case 'w':
                return ('v', 1);
            case 'x':
                return ('K', 1);
            case 'k' when next == 's':
                return ('K', 2);
            case 'h' when !first && !IsVowel(next):
                return ('\0', 1);
            case 'y' when first && IsVowel(next):
                return ('y', 1);
            case var letter when IsVowel(letter):
                return ('a', 1);
            default:
                return (rest[0], 1);
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
