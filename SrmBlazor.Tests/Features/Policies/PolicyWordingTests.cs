using System.Collections;
using System.Globalization;
using System.Resources;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

public sealed class PolicyWordingTests
{
    [Theory]
    [InlineData(typeof(PurposeTexts))]
    [InlineData(typeof(PolicyTexts))]
    public void Every_text_exists_in_both_languages_and_none_is_empty(Type texts)
    {
        var english = Read(texts, CultureInfo.InvariantCulture);
        var chinese = Read(texts, CultureInfo.GetCultureInfo("zh-CN"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Concat(chinese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Fact]
    [Promise("P-1-01", "P-1.3-01", "P-2-02")]
    public void Every_purpose_answers_all_five_questions()
    {
        var keys = Read(typeof(PurposeTexts), CultureInfo.InvariantCulture).Keys.Where(key => key.StartsWith("Purpose.", StringComparison.Ordinal));

        var answers = keys.Select(key => key.Split('.')).GroupBy(parts => parts[1], parts => parts[2], StringComparer.Ordinal).ToList();

        Assert.Equal(For.Known.Select(purpose => purpose.Key).Order(StringComparer.Ordinal), answers.Select(purpose => purpose.Key).Order(StringComparer.Ordinal));
        Assert.All(answers, purpose => Assert.Equal(["Kept", "Name", "Recipients", "Refusing", "Why"], purpose.Except(["Law"]).Order(StringComparer.Ordinal)));
        Assert.All(For.Known, purpose => Assert.Equal(purpose.ByLaw, answers.Single(answer => answer.Key == purpose.Key).Contains("Law")));
    }

    private static Dictionary<string, string> Read(Type texts, CultureInfo culture) =>
        new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
