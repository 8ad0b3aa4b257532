using System.Globalization;

namespace SrmBlazor.Features.Screening.Matching;

public sealed class ExplanationTextTests
{
    private static readonly NameIndex Index = NameIndex.Build([new ListedParty("1", [new ListedName("Ivan Andreyevich Petrov"), new ListedName("Ivan Petroff", NameQuality.Weak)], ["RU"], [new BirthYears(1958, 1960)])]);

    [Theory]
    [InlineData("en", "“Iwan”, listed “Ivan”: spelled differently, pronounced alike (+", "“Andreyevich”, only in the listed name: the other side leaves it out, which lowers the score little (−", "nationality: agrees", "birth year: at most two years apart")]
    [InlineData("zh-CN", "“Iwan”，名单作“Ivan”：读音相同，写法不同 (+", "“Andreyevich”，仅见于名单姓名：对方省略了此词，分数略降 (−", "国籍：一致", "出生年份：相差不超过两年")]
    public void An_explanation_is_said_word_by_word_in_either_language(string language, params string[] said)
    {
        var match = Assert.Single(Index.Search(new Query("Iwan Petrov", "RU", 1961), 0.5));

        var lines = ExplanationText.Lines(match.Name.Text, match.Explanation, CultureInfo.GetCultureInfo(language)).ToList();

        Assert.All(said, one => Assert.Contains(lines, line => line.StartsWith(one, StringComparison.Ordinal)));
        Assert.Contains("Ivan Andreyevich Petrov", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_odd_in_a_name_and_what_contradicts_is_said_too()
    {
        var match = Assert.Single(Index.Search(new Query("Ivаn Sergeyevich Petr0v"), 0.3));

        var text = string.Join('\n', ExplanationText.Lines(match.Name.Text, match.Explanation, CultureInfo.InvariantCulture));

        Assert.Contains("“Sergeyevich”, only in the name asked for: the other side", text, StringComparison.Ordinal);
        Assert.Contains("Some letters come from another script", text, StringComparison.Ordinal);
        Assert.Contains("Digits stand where letters belong", text, StringComparison.Ordinal);
    }
}
