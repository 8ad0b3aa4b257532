using System.Numerics;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>Two public ways to compare names, to measure ours against.</summary>
internal static class Reference
{
    /// <summary>Where each is usually cut.</summary>
    public const double JaroWinklerThreshold = 0.85;

    public const double OfacThreshold = 0.80;

    /// <summary>Nearer letters than this, or the same sound: else two words have nothing in common.</summary>
    private const double LeastOfWords = 0.8;

    public static double SortedJaroWinkler(PlainName one, PlainName other) => JaroWinkler(one.Sorted, other.Sorted);

    /// <summary>
    /// As OFAC describes its own search (FAQ 249): Jaro-Winkler of the whole names; each word of the name asked for beside the words of the listed name by Jaro-Winkler
    /// and Soundex, with a composite of the words; the higher of the two counts. OFAC does not say how a composite is made: it is the mean here.
    /// </summary>
    public static double OfacStyle(PlainName asked, PlainName listed)
    {
        if (asked.Words.Count == 0 || listed.Words.Count == 0)
            return 0;
        var whole = asked.Whole[0] == listed.Whole[0] ? JaroWinkler(asked.Whole, listed.Whole) : 0;
        var sum = 0.0;
        for (var at = 0; at < asked.Words.Count; at++)
        {
            var best = 0.0;
            for (var other = 0; other < listed.Words.Count; other++)
            {
                var near = JaroWinkler(asked.Words[at], listed.Words[other]);
                if (near > best && (near >= LeastOfWords || asked.Sounds[at] == listed.Sounds[other]))
                    best = near;
            }

            sum += best;
        }

        return Math.Max(whole, sum / asked.Words.Count);
    }

    /// <summary>W. E. Winkler 1990: prefix of at most four letters, scale 0.1. Of longer names the first 64 signs.</summary>
    public static double JaroWinkler(string one, string other)
    {
        var a = one.AsSpan(0, Math.Min(one.Length, 64));
        var b = other.AsSpan(0, Math.Min(other.Length, 64));
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var window = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        var (inA, inB) = (0UL, 0UL);
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if ((inB & (1UL << j)) == 0 && a[i] == b[j])
                {
                    (inA, inB) = (inA | (1UL << i), inB | (1UL << j));
                    break;
                }
            }
        }

        double same = BitOperations.PopCount(inA);
        if (same == 0)
            return 0;
        var moved = 0;
        for (ulong restA = inA, restB = inB; restA != 0; restA &= restA - 1, restB &= restB - 1)
            moved += a[BitOperations.TrailingZeroCount(restA)] == b[BitOperations.TrailingZeroCount(restB)] ? 0 : 1;
        var jaro = (same / a.Length + same / b.Length + (same - moved / 2) / same) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix])
            prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
