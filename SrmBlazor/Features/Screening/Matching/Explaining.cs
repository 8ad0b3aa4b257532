using System.Numerics;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Repeats an alignment and says, word by word, what it gave and cost. The gains add up to the score before what lowers it as a whole.</summary>
internal static class Explaining
{
    public static IReadOnlyList<WordEvidence> Words(Reading asked, double[] askedWeights, Reading listed, double[] listedWeights)
    {
        var answers = new List<Answer>();
        Alignment.Score(asked, askedWeights, listed, listedWeights, null, (i, j) => WordComparison.Compare(asked.Words[i].Word, listed.Words[j].Word).Nearness, answers);

        var (askedUsed, listedUsed) = (answers.Aggregate(0UL, (used, answer) => used | answer.One), answers.Aggregate(0UL, (used, answer) => used | answer.Other));
        var (askedRest, listedRest) = (Rest(askedWeights, askedUsed), Rest(listedWeights, listedUsed));
        var answered = answers.Sum(answer => answer.Weight);
        var whole = Costs.Between(asked, listed).Whole(answered, askedRest, listedRest);
        var (cost, rest) = (whole - answered, askedRest + listedRest);

        var evidence = answers.OrderBy(answer => BitOperations.TrailingZeroCount(answer.One)).Select(answer => new WordEvidence(
            Written(asked, answer.One), Written(listed, answer.Other), RelationOf(asked, listed, answer), answer.Nearness, answer.Weight * answer.Nearness / whole)).ToList();
        evidence.AddRange(Left(asked, askedWeights, askedUsed, listedRest, cost / whole / rest, isAsked: true));
        evidence.AddRange(Left(listed, listedWeights, listedUsed, askedRest, cost / whole / rest, isAsked: false));
        return evidence;
    }

    /// <summary>A word left over contradicts where the other side has something left over as well; titles and particles never do.</summary>
    private static IEnumerable<WordEvidence> Left(Reading reading, double[] weights, ulong used, double otherRest, double costOfOne, bool isAsked)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if ((used & (1UL << at)) == 0)
            {
                var (written, role) = (reading.Words[at].Written, reading.Words[at].Role);
                var relation = otherRest >= 0.25 && role is WordRole.Name or WordRole.Number ? WordRelation.Contradicted : WordRelation.Omitted;
                yield return new WordEvidence(isAsked ? written : null, isAsked ? null : written, relation, 0, -weights[at] * costOfOne);
            }
        }
    }

    private static WordRelation RelationOf(Reading asked, Reading listed, Answer answer) =>
        answer.Relation == WordRelation.Joined ? WordRelation.Joined
        : WordComparison.Compare(asked.Words[BitOperations.TrailingZeroCount(answer.One)].Word, listed.Words[BitOperations.TrailingZeroCount(answer.Other)].Word).Relation;

    private static string Written(Reading reading, ulong bits) => string.Join(' ', reading.Words.Where((_, at) => (bits & (1UL << at)) != 0).Select(word => word.Written));

    private static double Rest(double[] weights, ulong used) => weights.Where((_, at) => (used & (1UL << at)) == 0).Sum();
}
