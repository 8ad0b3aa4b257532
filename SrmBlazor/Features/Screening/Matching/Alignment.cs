using System.Runtime.InteropServices;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>An answer that words of one name find in words of the other: positions as bits, nearness, weight.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Answer(ulong One, ulong Other, double Nearness, double OneWeight, double OtherWeight, WordRelation Relation)
{
    public double Weight => (OneWeight + OtherWeight) / 2;
}

/// <summary>
/// Puts the words of two readings beside each other, each word once, the nearest first, in any order of the words; then weighs what is
/// answered against what is left over. The same in both directions.
/// </summary>
internal static class Alignment
{
    private const double ExchangedNames = 0.75;

    /// <summary>Nearness of the words at two positions; the index has them by heart.</summary>
    internal delegate double NearnessAt(int one, int other);

    public static double Score(Reading one, double[] oneWeights, Reading other, double[] otherWeights, Costs? costs = null) =>
        Score(one, oneWeights, other, otherWeights, costs, (i, j) => WordComparison.Compare(one.Words[i].Word, other.Words[j].Word).Nearness, null);

    public static double Score(Reading one, double[] oneWeights, Reading other, double[] otherWeights, Costs? costs, NearnessAt nearness, List<Answer>? taken)
    {
        var answers = Answers(one, oneWeights, other, otherWeights, nearness);
        var (oneUsed, otherUsed, near, answered) = (0UL, 0UL, 0.0, 0.0);
        foreach (var answer in answers)
        {
            if ((answer.One & oneUsed) == 0 && (answer.Other & otherUsed) == 0)
            {
                oneUsed |= answer.One;
                otherUsed |= answer.Other;
                answered += answer.Weight;
                near += answer.Weight * answer.Nearness;
                taken?.Add(answer);
            }
        }

        var score = (costs ?? Costs.Between(one, other)).Score(near, answered, Rest(oneWeights, oneUsed), Rest(otherWeights, otherUsed));
        return score > 0 && Patronymics.AreExchanged(one, other) ? score * ExchangedNames : score;
    }

    /// <summary>All answers, the best first. Ties are broken by weight and then by place, the same from both sides.</summary>
    private static List<Answer> Answers(Reading one, double[] oneWeights, Reading other, double[] otherWeights, NearnessAt nearness)
    {
        var answers = new List<Answer>(one.Words.Length + other.Words.Length);
        for (var i = 0; i < one.Words.Length; i++)
        {
            for (var j = 0; j < other.Words.Length; j++)
            {
                if (nearness(i, j) is var near and > 0)
                {
                    answers.Add(new Answer(1UL << i, 1UL << j, near, oneWeights[i], otherWeights[j], WordRelation.Same));
                }
            }
        }

        AddRuns(answers, one, oneWeights, other, otherWeights, swapped: false);
        AddRuns(answers, other, otherWeights, one, oneWeights, swapped: true);
        answers.Sort(static (a, b) => b.Nearness.CompareTo(a.Nearness) is var by and not 0 ? by
            : b.Weight.CompareTo(a.Weight) is var heavier and not 0 ? heavier
            : (a.One + a.Other).CompareTo(b.One + b.Other) is var place and not 0 ? place : Math.Max(a.One, a.Other).CompareTo(Math.Max(b.One, b.Other)));
        return answers;
    }

    private static void AddRuns(List<Answer> answers, Reading whole, double[] wholeWeights, Reading cut, double[] cutWeights, bool swapped)
    {
        foreach (var run in cut.Runs)
        {
            for (var i = 0; i < whole.Words.Length; i++)
            {
                if (JoinedNearness(whole.Words[i].Word, run) is var near and > 0)
                {
                    var (runBits, runWeight) = (0UL, 0.0);
                    for (var j = run.First; j < run.First + run.Length; j++)
                    {
                        runBits |= 1UL << j;
                        runWeight += cutWeights[j];
                    }

                    answers.Add(swapped
                        ? new Answer(runBits, 1UL << i, near, runWeight, wholeWeights[i], WordRelation.Joined)
                        : new Answer(1UL << i, runBits, near, wholeWeights[i], runWeight, WordRelation.Joined));
                }
            }
        }
    }

    /// <summary>Words written as one are recognised by their sound.</summary>
    public static double JoinedNearness(Word whole, Run run)
    {
        if (whole.Kind != ReadingKind.Plain || whole.FromArabic || whole.Spellings[0].Sound != run.Sound)
        {
            return 0;
        }

        return whole.Text == run.Text ? 0.99 : run.IsRead ? 0 : Edits.Nearness(whole.Spellings[0], new Spelling(run.Text)) * 0.97;
    }

    private static double Rest(double[] weights, ulong used)
    {
        var rest = 0.0;
        for (var at = 0; at < weights.Length; at++)
        {
            rest += (used & (1UL << at)) == 0 ? weights[at] : 0;
        }

        return rest;
    }
}
