using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Two names without a list. The order of the two does not matter.</summary>
public static class PairScore
{
    /// <summary>How far they can be names of one: 1 the same, 0 nothing in common.</summary>
    public static double Of(string one, string other) => Of(PreparedName.Of(one), PreparedName.Of(other));

    public static double Of(PreparedName one, PreparedName other, Rarity? rarity = null) => Of(one, other, rarity ?? Rarity.Usual, null);

    internal static double Of(PreparedName one, PreparedName other, Rarity rarity, Costs? costs)
    {
        var best = 0.0;
        foreach (var reading in one.Readings)
        {
            foreach (var otherReading in other.Readings)
            {
                if (reading.CanMeet(otherReading))
                {
                    best = Math.Max(best, Alignment.Score(reading, Weights.Of(reading, rarity), otherReading, Weights.Of(otherReading, rarity), costs));
                }
            }
        }

        return best;
    }
}
