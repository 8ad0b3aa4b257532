using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Shared.Geography;

public sealed class TelephonesTests : IDisposable
{
    private readonly CultureInfo languageBefore = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = languageBefore;

    [Theory]
    [InlineData("CN", "13800138000", "+8613800138000")]
    [InlineData("CN", "１３８　００１３　８０００", "+8613800138000")]
    [InlineData("CN", "(010) 6552-9988", "+861065529988")]
    [InlineData("CN", "+49 30 901820", "+4930901820")]
    [InlineData("CN", "0049 30 901820", "+4930901820")]
    [InlineData("DE", "030 901820", "+4930901820")]
    [InlineData("IT", "06 698 2044", "+39066982044")]
    public void A_number_is_kept_in_its_international_form(string country, string typed, string expected)
    {
        Assert.Equal(expected, Telephones.Check(typed, country).E164);
    }

    [Theory]
    [InlineData("CN", null, PhoneProblem.Missing)]
    [InlineData("CN", "电话", PhoneProblem.NotANumber)]
    [InlineData("CN", "1-800-FLOWERS", PhoneProblem.NotANumber)]
    [InlineData("CN", "+", PhoneProblem.NotANumber)]
    [InlineData("CN", "1", PhoneProblem.TooShort)]
    [InlineData("CN", "138001", PhoneProblem.TooShort)]
    [InlineData("CN", "138001380001234567", PhoneProblem.TooLong)]
    [InlineData("CN", "+999 123456", PhoneProblem.UnknownCallingCode)]
    [InlineData("CN", "10000000000", PhoneProblem.NotOfThatCountry)]
    public void What_is_wrong_is_named(string country, string? typed, PhoneProblem expected)
    {
        var verdict = Telephones.Check(typed, country);

        Assert.Equal(expected, verdict.Problem);
        Assert.Null(verdict.E164);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_problem_has_a_sentence(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<GeographyTexts>>();

        var sentences = Enum.GetNames<PhoneProblem>().Select(problem => texts[$"Phone.{problem}", "A"]).Concat(Enum.GetNames<PostcodeProblem>().Select(problem => texts[$"Postcode.{problem}", "A", "B"]));

        Assert.All(sentences, sentence => Assert.True(!sentence.ResourceNotFound && sentence.Value.Any(c => c >= '一') == (language == "zh-CN"), sentence.Name));
    }
}
