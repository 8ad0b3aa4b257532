namespace SrmBlazor.Features.Screening.Matching;

public sealed class HangulNameTests
{
    [Fact]
    public void Of_Korean_names_at_least_95_in_100_spellings_are_found()
    {
        var pairs = AuthoredNames.Pairs(AuthoredNames.Hangul);

        var missed = pairs.Where(pair => PairScore.Of(pair.Original, pair.Spelling) < Engine.ReviewFloor).ToList();

        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Fact]
    public void One_spelling_finds_the_others()
    {
        var pairs = AuthoredNames.Hangul.SelectMany(line => line[2..].Select(spelling => (DPRK: line[1], spelling))).ToList();

        var missed = pairs.Where(pair => PairScore.Of(pair.DPRK, pair.spelling) < Engine.ReviewFloor).ToList();

        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Fact]
    public void Among_all_of_them_each_is_found_among_the_first_five()
    {
        var index = NameIndex.Build([.. AuthoredNames.Hangul.Select(line => new ListedParty(line[0], line[1..]))]);

        Assert.All(AuthoredNames.Hangul, line => Assert.Contains(line[0], index.Search(new Query(line[0]), Engine.ReviewFloor).Take(5).Select(match => match.Party.Id), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("김종은", "김정은")]
    [InlineData("Kim Jong Man", "Kim Jong Sik")]
    public void Another_syllable_is_another_name(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), 0, Engine.PairThreshold);
    }
}
