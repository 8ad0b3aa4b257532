namespace SrmBlazor.Features.Screening.Matching;

/// <summary>What each word of a reading weighs.</summary>
internal static class Weights
{
    /// <summary>A word that stands a second time says little more.</summary>
    private const double Repeated = 0.8;

    public static double[] Of(Reading reading, Rarity rarity)
    {
        var weights = new double[reading.Words.Length];
        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] = rarity.Of(reading.Words[at]) * (IsRepeated(reading, at) ? Repeated : 1);
        }

        return weights;
    }

    private static bool IsRepeated(Reading reading, int at)
    {
        for (var before = 0; before < at; before++)
        {
            if (reading.Words[before].Word.Key == reading.Words[at].Word.Key)
            {
                return true;
            }
        }

        return false;
    }
}
