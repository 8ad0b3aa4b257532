using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

public sealed partial class DemoListTests
{
    [Fact]
    public void The_demo_list_has_some_forty_invented_parties_in_all_scripts()
    {
        var list = DemoList.Read();

        Assert.Equal(42, list.Counts.Entries);
        Assert.All(list.Entries, entry => Assert.Contains(entry.Facts, fact => fact.Kind == FactKind.Note && fact.Text.StartsWith("Invented", StringComparison.Ordinal)));
        Assert.All(list.Entries.SelectMany(entry => entry.Nationalities), nationality => Assert.NotNull(nationality.Country));
        var text = string.Concat(list.Entries.SelectMany(entry => entry.Names).Select(name => name.Text));
        Assert.Equal(5, Scripts().Matches(text).Select(letter => letter.Groups.Values.Last(group => group.Success).Name).Distinct().Count());
    }

    [GeneratedRegex(@"(?<cyrillic>\p{IsCyrillic})|(?<arabic>\p{IsArabic})|(?<hangul>\p{IsHangulSyllables})|(?<han>\p{IsCJKUnifiedIdeographs})|(?<latin>[A-Z])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Scripts();
}
