namespace SrmBlazor.Features.Screening.Matching;

public sealed class HanNameTests
{
    [Fact]
    public void Of_names_in_characters_at_least_95_in_100_spellings_are_found()
    {
        var pairs = AuthoredNames.Pairs(AuthoredNames.Han);

        var missed = pairs.Where(pair => PairScore.Of(pair.Original, pair.Spelling) < Engine.ReviewFloor).ToList();

        Assert.True(AuthoredNames.Han.Count >= 60);
        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Theory]
    [InlineData("張國榮", "张国荣")]
    [InlineData("蕭 紅", "萧红")]
    public void Traditional_and_simplified_characters_are_one(string one, string other)
    {
        Assert.Equal(1, PairScore.Of(one, other), 6);
    }

    [Theory]
    [InlineData("习近朋", "习近平")]
    [InlineData("王明", "汪明")]
    public void Other_characters_are_another_name_even_where_they_sound_alike(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), 0, Engine.ReviewFloor);
    }

    [Theory]
    [InlineData("张建宏", "Zhang Jian")]
    [InlineData("林晶", "Lin Jinghe")]
    public void A_syllable_too_few_is_another_name(string characters, string other)
    {
        Assert.InRange(PairScore.Of(characters, other), 0, Engine.ReviewFloor);
    }
}
