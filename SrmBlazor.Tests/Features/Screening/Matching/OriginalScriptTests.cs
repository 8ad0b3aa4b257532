namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Names of many lands in their own script beside the ways in which papers write them.</summary>
public sealed class OriginalScriptTests
{
    [Fact]
    public void Of_names_in_Cyrillic_at_least_99_in_100_spellings_are_found() => Found(AuthoredNames.Cyrillic, 0.99, 140);

    [Fact]
    public void Of_names_in_Arabic_script_at_least_85_in_100_spellings_are_found() => Found(AuthoredNames.Arabic, 0.85, 80);

    private static void Found(IReadOnlyList<string[]> names, double least, int most)
    {
        var pairs = AuthoredNames.Pairs(names);

        var missed = pairs.Where(pair => PairScore.Of(pair.Original, pair.Spelling) < Engine.ReviewFloor).ToList();

        Assert.True(pairs.Count >= most);
        Assert.True(missed.Count <= pairs.Count * (1 - least), $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }
}
