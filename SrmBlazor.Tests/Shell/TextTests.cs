using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SrmBlazor.Shell;

public sealed partial class TextTests
{
    [Theory]
    [InlineData("ShellTexts")]
    [InlineData("CommandLineTexts")]
    public void The_shell_says_everything_in_both_languages_with_the_same_gaps_to_fill(string texts)
    {
        var english = Texts($"{texts}.resx");
        var chinese = Texts($"{texts}.zh-CN.resx");

        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, text => Assert.Equal(Gaps(text.Value), Gaps(chinese[text.Key])));
    }

    [Fact]
    public void MudBlazor_has_a_Chinese_word_for_each_of_its_own()
    {
        var neutral = new System.Resources.ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudBlazor.MudLocalizer).Assembly)
            .GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

        var chinese = Texts("MudTexts.zh-CN.resx");

        Assert.Equal(neutral.Keys.Order(), chinese.Keys.Order());
        Assert.All(neutral, text => Assert.Equal(Gaps(text.Value), Gaps(chinese[text.Key])));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "../../../../SrmBlazor/Shell", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Gap();
}
