using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Word order says little, except around bin: Muhammad bin Salman is Salman's son, and Salman bin Muhammad is another person.</summary>
internal static class Patronymics
{
    public static bool AreExchanged(Reading one, Reading other)
    {
        if (!one.HasPatronymic || !other.HasPatronymic)
        {
            return false;
        }

        foreach (var (son, father) in PairsOf(one))
        {
            foreach (var (otherSon, otherFather) in PairsOf(other))
            {
                if (IsNear(son, otherFather) && IsNear(father, otherSon) && !IsNear(son, otherSon))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<(Word Son, Word Father)> PairsOf(Reading reading)
    {
        for (var at = 1; at + 1 < reading.Words.Length; at++)
        {
            if (IsSonOf(reading.Words[at]) && reading.Words[at - 1].Role == WordRole.Name && reading.Words[at + 1].Role == WordRole.Name)
            {
                yield return (reading.Words[at - 1].Word, reading.Words[at + 1].Word);
            }
        }
    }

    internal static bool IsSonOf(PlacedWord word) => word.Role == WordRole.Particle && word.Word.Text is "bin" or "bint";

    private static bool IsNear(Word one, Word other) => WordComparison.Compare(one, other).Nearness >= 0.8;
}
