using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Notifications;

public sealed partial class LettersTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_letter_says_who_writes_and_how_to_ask_and_leads_to_one_link(string language)
    {
        var letters = LetterSamples.All(language);

        Assert.Equal(53, letters.Count);
        Assert.All(letters, letter =>
        {
            Assert.Contains(LetterSamples.From(language).Name, letter.Subject, StringComparison.Ordinal);
            Assert.Contains(LetterSamples.From(language).Name, letter.Paragraphs[^1], StringComparison.Ordinal);
            Assert.Contains(LetterSamples.From(language).Contact, letter.Paragraphs[^1], StringComparison.Ordinal);
            Assert.True(letter.Paragraphs.Count >= 2);
            Assert.Equal(LetterSamples.Link, letter.Link!.Address);
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void No_letter_repeats_its_readers_address(string language) =>
        Assert.All(LetterSamples.All(language), letter =>
            Assert.DoesNotContain("reader@supplier.test", letter.Subject + string.Concat(letter.Paragraphs) + letter.Link!.Label, StringComparison.Ordinal));

    [Fact]
    public void A_letter_speaks_its_readers_language_whatever_the_thread_speaks()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

            var letter = Letters.DraftExpiryWarning(new Addressee("reader@supplier.test", "en"), LetterSamples.English, LetterSamples.Link, new DateOnly(2026, 3, 9));

            Assert.Equal("Example Trading: your unfinished registration will be erased on 9 March 2026", letter.Subject);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_Chinese_date_is_written_the_Chinese_way()
    {
        var letter = Letters.DraftExpiryWarning(new Addressee("reader@supplier.test", "zh-CN"), LetterSamples.Chinese, LetterSamples.Link, new DateOnly(2026, 3, 9));

        Assert.Equal("示例贸易公司：您未完成的注册将于2026年3月9日删除", letter.Subject);
    }

    [Theory]
    [InlineData(typeof(LetterTexts))]
    [InlineData(typeof(NotificationsTexts))]
    public void Both_languages_have_the_same_texts_with_the_same_gaps(Type texts)
    {
        var english = Texts(texts, CultureInfo.InvariantCulture);
        var chinese = Texts(texts, CultureInfo.GetCultureInfo("zh-CN"));

        Assert.NotEmpty(english);
        Assert.Equal(english, chinese);
    }

    private static SortedDictionary<string, string> Texts(Type texts, CultureInfo culture)
    {
        var set = new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return new(set.Cast<DictionaryEntry>().ToDictionary(
            entry => (string)entry.Key,
            entry => string.Join(' ', Gap().Matches((string)entry.Value!).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
