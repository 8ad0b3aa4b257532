using System.Globalization;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

public sealed class IdentityNumberTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    private readonly CultureInfo languageBefore = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = languageBefore;

    [Theory]
    [InlineData("HK", "A123456(3)")]
    [InlineData("TW", "A123456789")]
    [InlineData("SG", "S1234567D")]
    [InlineData("RU", "112-233-445 95")]
    public void Examples_that_authorities_publish_are_accepted(string country, string typed)
    {
        Assert.True(IdentityNumber.Check(new(IdentityType.NationalId, country, typed), Today).IsAccepted);
    }

    [Fact]
    public void A_country_without_a_rule_takes_any_plain_number_and_says_so()
    {
        var verdict = IdentityNumber.Check(new(IdentityType.NationalId, "EG", "ab-12 34５"), Today);

        Assert.Equal("AB-12345", verdict.Normalised);
        Assert.False(verdict.CheckedByRule);
    }

    [Theory]
    [InlineData("123", IdentityProblemKind.WrongLengthBetween)]
    [InlineData("123456789012345678901", IdentityProblemKind.WrongLengthBetween)]
    [InlineData("12#45", IdentityProblemKind.UnexpectedCharacter)]
    [InlineData("ABCDEF", IdentityProblemKind.NoDigit)]
    [InlineData(null, IdentityProblemKind.NumberMissing)]
    public void Even_without_a_rule_nonsense_is_refused(string? typed, IdentityProblemKind expected)
    {
        Assert.Equal([expected], IdentityNumber.Check(new(IdentityType.NationalId, "EG", typed), Today).Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("FI", "131052A308T", true)]  // a date and serial from the public description
    [InlineData("FI", "131052-308T", true)]
    [InlineData("FI", "131052Y308T", true)]  // the further signs of 2023 stand for the same century
    [InlineData("FI", "131052Z308T", false)]
    [InlineData("KR", "2201013000001", true)] // since October 2020 without a check digit
    [InlineData("LV", "32000000000", true)]   // since 2017 without a date
    [InlineData("IL", "18", false)]
    public void Newer_forms_of_a_number_are_known(string country, string typed, bool accepted)
    {
        var today = country == "FI" && typed.Contains('A', StringComparison.Ordinal) ? new DateOnly(2060, 1, 1) : Today;

        Assert.Equal(accepted, IdentityNumber.Check(new(IdentityType.NationalId, country, typed), today).IsAccepted);
    }

    [Fact]
    public void Whatever_is_typed_gets_a_verdict_and_no_sentence_repeats_it()
    {
        var texts = Texts();
        var typed = Gen.OneOf(Gen.String[0, 80], Gen.String[Gen.Char["0123456789XK<-. ABC"], 0, 50]);

        string[] countries = [.. IdentityNumberHints.CheckedCountries, "EG"];

        Gen.Select(typed, typed, Gen.Int[0, countries.Length - 1], Gen.Int[0, 2]).Sample((number, mrz, country, type) =>
        {
            var verdict = IdentityNumber.Check(new((IdentityType)type, countries[country], number, mrz), Today);

            Assert.NotEmpty(verdict.Describe(texts));
            Assert.Equal(verdict.IsAccepted, verdict.Normalised is not null);
            Assert.DoesNotContain(verdict.Describe(texts), sentence => number.Trim().Length > 5 && sentence.Contains(number.Trim(), StringComparison.Ordinal));
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_problem_has_a_sentence_of_its_own(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = Texts();

        var sentences = Enum.GetValues<IdentityProblemKind>().Select(kind => texts[$"Problem.{kind}", 1, 2, 3]).Concat([texts["Accepted.ByRule"], texts["Accepted.ShapeOnly"]]).ToArray();

        Assert.All(sentences, sentence => Assert.False(sentence.ResourceNotFound, sentence.Name));
        Assert.Distinct(sentences.Select(sentence => sentence.Value));
        Assert.All(sentences, sentence => Assert.Equal(language == "zh-CN", sentence.Value.Any(c => c >= '一')));
    }

    [Fact]
    public void Nothing_printed_by_accident_shows_a_number()
    {
        var row = NationalNumberFixture.Rows.First(row => row.Country == "PL" && row.Valid);
        var claim = new IdentityClaim(IdentityType.NationalId, "PL", row.Number, BirthYear: row.Born);
        var verdict = IdentityNumber.Check(claim, Today);

        Assert.True(verdict.IsAccepted);
        Assert.DoesNotContain(row.Number, $"{claim} {verdict} {verdict.Facts}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{row.Born}", $"{claim} {verdict} {verdict.Facts}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_carries_the_verdict_but_not_the_number()
    {
        var refused = IdentityNumberReport.Of(IdentityNumber.Check(new(IdentityType.NationalId, "HR", "12345678900"), Today), Texts());

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("\"CheckCharacter\"", refused.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("1234", refused.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hint_names_the_number_in_both_languages_and_shows_its_form()
    {
        var hint = IdentityNumberHints.For(IdentityType.NationalId, "nl");

        Assert.Equal("BSN (burgerservicenummer)", hint.LabelIn(chinese: false));
        Assert.Equal("荷兰公民服务号（BSN）", hint.LabelIn(chinese: true));
        Assert.Equal(["000000000"], hint.Shapes);
        Assert.True(hint.UseRestrictedByLaw);
    }

    private static IStringLocalizer<IdentityNumberTexts> Texts() =>
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<IdentityNumberTexts>>();
}
