using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Screening.Matching;

public sealed class MatchingTextsTests
{
    [Fact]
    public void Whatever_an_explanation_can_hold_can_be_said_in_both_languages()
    {
        var texts = new ResourceManager(typeof(MatchingTexts));
        string[] keys =
        [
            .. Enum.GetNames<WordRelation>().Select(name => $"Relation.{name}"),
            .. Enum.GetNames<NameFlags>().Where(name => name != nameof(NameFlags.None)).Select(name => $"Flag.{name}"),
            .. Enum.GetNames<NameQuality>().Select(name => $"Quality.{name}"),
            .. Enum.GetNames<Agreement>().Select(name => $"Agreement.{name}"),
            .. new[] { "Name", "Both", "Asked", "Listed", "Nationality", "BirthYear" }.Select(name => $"Said.{name}"),
        ];

        Assert.All(keys, key =>
        {
            var (english, chinese) = (texts.GetString(key, CultureInfo.InvariantCulture), texts.GetString(key, CultureInfo.GetCultureInfo("zh-CN")));
            Assert.False(string.IsNullOrEmpty(english));
            Assert.False(string.IsNullOrEmpty(chinese));
            Assert.NotEqual(english, chinese);
        });
    }
}
