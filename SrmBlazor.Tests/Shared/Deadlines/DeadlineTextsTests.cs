using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

public sealed class DeadlineTextsTests : IDisposable
{
    private readonly (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly IStringLocalizer<DeadlineTexts> texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<DeadlineTexts>>();

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;

    [Theory]
    [InlineData("en", "Due on 10 March 2026: 15 working days from 9 February 2026. Days off not counted: 9 (Spring Festival). Make-up working days counted: 2. Not counted while an answer was awaited: 2 (clarification).")]
    [InlineData("zh-CN", "自2026年2月9日起15个工作日，应于2026年3月10日前（含当日）完成。不计入的放假日：9天（春节）。计入的调休上班日：2天。等待答复期间不计入：2天（补充说明）。")]
    public void A_clock_is_said_in_one_breath(string language, string expected)
    {
        Speak(language);

        Assert.Equal(expected, Words.Of(Limit(From("2026-02-09", "CN") with { Pauses = [Paused(PauseReason.Clarification, "2026-03-02", "2026-03-04")] })));
    }

    [Theory]
    [InlineData("en", "Limit by the rule for the European Economic Area: Due on 1 March 2027: one month from 30 November 2026. That includes an extension by 2 months. The last day, 28 February 2027, was not a working day.")]
    [InlineData("zh-CN", "欧洲经济区规则的最后期限：自2026年11月30日起1个月，应于2027年3月1日前（含当日）完成。其中已延长2个月。末日2027年2月28日不是工作日，已顺延。")]
    public void An_extended_month_tells_of_extension_and_roll(string language, string expected)
    {
        Speak(language);

        Assert.Equal(expected, Words.Limit(Limit(From("2026-11-30", "DE") with { Extension = Extended(2, "2026-12-01") })));
    }

    [Theory]
    [InlineData("en", "official calendar of 2027 is not published")]
    [InlineData("zh-CN", "2027年的官方放假安排尚未公布")]
    public void A_provisional_day_says_so(string language, string expected)
    {
        Speak(language);

        Assert.Contains(expected, Words.Promise(Law.Reckon(From("2026-12-21", "DE"), Noon("2026-12-21")).Promise), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Everything_the_engine_can_answer_has_a_text(string language)
    {
        Speak(language);
        var keys = Enum.GetNames<DayReason>().SelectMany(why => new[] { $"Why.{why}", $"Mark.{why}", $"Legend.{why}" })
            .Concat(Enum.GetNames<PauseReason>().Select(reason => $"Pause.{reason}"))
            .Concat(Enum.GetNames<ExtensionVerdict>().Select(verdict => $"Extension.{verdict}"))
            .Concat(Enum.GetNames<FactFault>().Select(fault => $"Problem.{fault}"))
            .Concat(Enum.GetNames<ClockState>().Select(state => $"Clock.{state}"))
            .Concat(Enum.GetNames<DeadlineUnit>().SelectMany(unit => new[] { $"Unit.{unit}.One", $"Unit.{unit}.Many" }));

        Assert.All(keys, key => Assert.False(texts[key].ResourceNotFound, key));
        Assert.All(Law.Rules.All, rule => Assert.NotEqual(rule.Region, Words.Region(rule.Region)));
        Assert.All(Law.Rules.All, rule => Assert.False(texts[$"Source.{rule.Source}"].ResourceNotFound, rule.Source));
        Assert.All(Law.Rules.All, rule => Assert.True(language != "en" || Words.Source(rule) == rule.Source, rule.Source));
        Assert.All(Law.Rules.All, rule => Assert.Equal(language != "en", Words.Source(rule).Any(letter => letter >= '一')));
        Assert.All(Law.Calendars.Single().Years.SelectMany(year => year.Days), day => Assert.Equal(language != "en", Words.Holiday(day.Name).Any(letter => letter >= '一')));
    }

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        static IEnumerable<string> Keys(string file) => System.Xml.Linq.XDocument.Load(Path.Combine(AppContext.BaseDirectory, "../../../../SrmBlazor/Shared/Deadlines", file))
            .Root!.Elements("data").Select(data => data.Attribute("name")!.Value).Order(StringComparer.Ordinal);

        Assert.Equal(Keys("DeadlineTexts.resx"), Keys("DeadlineTexts.zh-CN.resx"));
    }

    private DeadlineSentences Words => new(texts);

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
