using System.Numerics;

namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>
/// How far two spellings are apart. Whether they are compared at all is decided by the plain count of edits (letters put in, left out,
/// changed, two neighbours exchanged: Damerau 1964, optimal string alignment) or by one sound; how near they are, by what the edits cost: a
/// vowel for a vowel is little, a doubled letter less, one consonant for an unlike one is a whole edit.
/// </summary>
internal static class Edits
{
    /// <summary>Longer words are compared by their first letters.</summary>
    public const int LongestWord = 48;

    /// <summary>Nearness below this is none: such words contradict each other.</summary>
    private const double Least = 0.6;

    private const int Whole = 100;
    private const int Exchange = 75;

    /// <summary>What an unlike first consonant costs beside its edit.</summary>
    private const int FirstLetter = 25;

    private static readonly byte[] ChangeCosts = ReadChangeCosts();

    /// <summary>Edits allowed between words of which the longer has so many letters.</summary>
    public static int Allowed(int letters) => letters switch
    {
        <= 2 => 0,
        <= 5 => 1,
        <= 11 => 2,
        _ => 3,
    };

    /// <summary>Nearness in [0, 1]; 0 where the words are neither within the allowed edits nor of one sound.</summary>
    public static double Nearness(Spelling one, Spelling other)
    {
        var a = Cut(one.Text);
        var b = Cut(other.Text);
        var allowed = Allowed(Math.Max(a.Length, b.Length));
        var sameSound = a.Length > 2 && b.Length > 2 && string.Equals(one.Sound, other.Sound, StringComparison.Ordinal);
        if (!sameSound && !CanBeWithin(a.Length, one.Letters, b.Length, other.Letters, allowed))
        {
            return 0;
        }

        if (!sameSound && Count(a, b) > allowed)
        {
            return 0;
        }

        // costs are of the mean length, so that neither side is favoured
        var nearness = 1 - (2.0 * Cost(a, b) / (Whole * (a.Length + b.Length)));
        return sameSound ? Math.Max(nearness, a.Length + b.Length >= 12 ? 0.8 : Least) : nearness < Least ? 0 : nearness;
    }

    /// <summary>A necessary condition, by lengths and letters alone.</summary>
    public static bool CanBeWithin(int length, ulong letters, int otherLength, ulong otherLetters, int allowed) =>
        Math.Abs(length - otherLength) <= allowed && BitOperations.PopCount(letters ^ otherLetters) <= MostBits(length, otherLength, allowed);

    /// <summary>What so many edits can change of <see cref="Spelling.Letters"/>; those that make up for the lengths change one bit each.</summary>
    public static int MostBits(int length, int otherLength, int allowed) => (2 * allowed) - Math.Abs(length - otherLength);

    /// <summary>The plain count of edits.</summary>
    public static int Count(string one, string other) => Count(Cut(one), Cut(other));

    /// <summary>A column of the table of distances in one machine word (Hyyrö 2003, with exchanges of neighbours).</summary>
    private static int Count(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0)
        {
            return b.Length;
        }

        Span<ulong> places = stackalloc ulong[128];
        places.Clear();
        var isPlain = !a.ContainsAnyExceptInRange('\0', '\u007F');
        for (var i = 0; isPlain && i < a.Length; i++)
        {
            places[a[i]] |= 1UL << i;
        }

        var (up, down, diagonal, before, distance) = (ulong.MaxValue, 0UL, 0UL, 0UL, a.Length);
        var last = 1UL << (a.Length - 1);
        foreach (var letter in b)
        {
            var here = isPlain ? (letter < 128 ? places[letter] : 0) : PlacesOf(letter, a);
            var exchanged = ((~diagonal & here) << 1) & before;
            diagonal = (((here & up) + up) ^ up) | here | down | exchanged;
            var (right, left) = (down | ~(diagonal | up), diagonal & up);
            distance += ((right & last) != 0 ? 1 : 0) - ((left & last) != 0 ? 1 : 0);
            right = (right << 1) | 1;
            left <<= 1;
            (up, down, before) = (left | ~(diagonal | right), right & diagonal, here);
        }

        return distance;
    }

    private static ulong PlacesOf(char letter, ReadOnlySpan<char> word)
    {
        var places = 0UL;
        for (var at = 0; at < word.Length; at++)
        {
            places |= word[at] == letter ? 1UL << at : 0;
        }

        return places;
    }

    private static ReadOnlySpan<char> Cut(string word) => word.AsSpan(0, Math.Min(word.Length, LongestWord));

    private static int Cost(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        Span<int> costs = stackalloc int[3 * width];
        var (earlier, last, row) = (0, width, 2 * width);
        costs[last] = 0;
        for (var j = 1; j <= b.Length; j++)
        {
            costs[last + j] = costs[last + j - 1] + LetterCost(b, j - 1);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            costs[row] = costs[last] + LetterCost(a, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : ChangeCost(a[i - 1], b[j - 1]) + (i == 1 && j == 1 && ChangeCost(a[0], b[0]) == Whole ? FirstLetter : 0);
                var cost = Math.Min(costs[last + j - 1] + change, Math.Min(costs[last + j] + LetterCost(a, i - 1), costs[row + j - 1] + LetterCost(b, j - 1)));
                costs[row + j] = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(cost, costs[earlier + j - 2] + Exchange) : cost;
            }

            (earlier, last, row) = (last, row, earlier);
        }

        return costs[last + b.Length];
    }

    /// <summary>The cost of a letter too many or too few.</summary>
    private static int LetterCost(ReadOnlySpan<char> word, int at) =>
        (at > 0 && word[at] == word[at - 1]) || (at + 1 < word.Length && word[at] == word[at + 1]) ? 25
        : word[at] is 'a' or 'e' or 'i' or 'o' or 'u' ? 50
        : word[at] is 'h' ? 40
        : word[at] is 'y' or 'w' ? 60
        : Whole;

    private static int ChangeCost(char one, char other) =>
        one is >= 'a' and <= 'z' && other is >= 'a' and <= 'z' ? ChangeCosts[((one - 'a') * 26) + other - 'a'] : Whole;

    private static byte[] ReadChangeCosts()
    {
        var costs = new byte[26 * 26];
        Array.Fill(costs, (byte)Whole);
        Among("aeiou", 45);
        Among("iyj", 30);
        Among("ou", 30);
        Among("ie", 30);
        foreach (var pair in "dt bp gk kq ck cq sz vw fv ks cs cz gj xk xh hk gh".Split(' '))
        {
            Among(pair, 50);
        }

        Among("lr", 75);
        Among("mn", 75);
        return costs;

        void Among(string letters, byte cost)
        {
            foreach (var one in letters)
            {
                foreach (var other in letters)
                {
                    costs[((one - 'a') * 26) + other - 'a'] = Math.Min(costs[((one - 'a') * 26) + other - 'a'], cost);
                }
            }
        }
    }
}
