using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SrmBlazor.Features.Insight.Pages;
using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight;

public sealed class FigurePartsTests : BunitContext, IAsyncLifetime
{
    private readonly (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public FigurePartsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
    }

    [Theory]
    [InlineData("en", "January 2026|1,200|1,000|999|1|99.9%|4.5|20", "February 2026|0|0|0|0|–|–|0")]
    [InlineData("zh-CN", "2026年1月|1,200|1,000|999|1|99.9%|4.5|20", "2026年2月|0|0|0|0|–|–|0")]
    public void What_the_charts_draw_stands_in_a_table_and_the_drawings_are_hidden_from_who_listens(string language, params string[] rows)
    {
        Speak(language);
        Part<DateOnly>[] steps = [new(new DateOnly(2026, 1, 1), new Line(1200, 1000, 999, 4.5, 20)), new(new DateOnly(2026, 2, 1), new Line(0, 0, 0, null, 0))];

        var page = Render<StepFigures>(parameters => parameters.Add(one => one.Period, Period.Of(Preset.Months12, new DateOnly(2026, 3, 2))).Add(one => one.Steps, steps));

        Assert.Equal(rows, page.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal(3, page.FindAll("figure > figcaption").Count);
        Assert.All(page.FindAll("figure svg"), drawing => Assert.NotNull(drawing.Closest("[aria-hidden=true]")));
        Assert.Empty(page.FindAll("figure :is(a, button, input, [tabindex])"));
        Assert.Equal(page.FindAll("thead th").Count, rows[0].Split('|').Length);
    }

    [Theory]
    [InlineData("en", "Nothing was refused in this period, not even in part.", "Nothing ended in this period.", "No request is open.")]
    [InlineData("zh-CN", "这段时间内没有全部或部分拒绝的请求。", "这段时间内没有请求办结。", "目前没有未办结的请求。")]
    public void Where_nothing_is_to_be_counted_a_sentence_says_so(string language, string grounds, string outcomes, string ages)
    {
        Speak(language);
        var empty = new Counting(Period.Of(Preset.ThisYear, new DateOnly(2026, 3, 2))).Figures(DateTime.UnixEpoch);

        var ends = Render<EndTables>(parameters => parameters.Add(one => one.Figures, empty));
        var open = Render<AgeFigures>(parameters => parameters.Add(one => one.Ages, empty.Ages));

        Assert.True(empty.IsEmpty);
        Assert.Equal([outcomes, grounds], ends.FindAll("p.empty").Select(line => line.TextContent));
        Assert.Equal(ages, open.Find("p.empty").TextContent);
    }

    [Fact]
    public void Grounds_are_named_and_counted_apart_by_how_much_was_refused()
    {
        Speak("en");
        var counting = new Counting(Period.Of(Preset.ThisYear, new DateOnly(2026, 3, 2)));
        counting.Add(new Ended(new DateOnly(2026, 2, 3), RequestKind.Delete, "DE", RequestOutcome.Refused, DenialGround.LegalHold, 3, null, 4));
        counting.Add(new Ended(new DateOnly(2026, 2, 3), RequestKind.Delete, "DE", RequestOutcome.PartlyFulfilled, DenialGround.LegalHold, 3, null, 2));

        var page = Render<EndTables>(parameters => parameters.Add(one => one.Figures, counting.Figures(DateTime.UnixEpoch)));

        Assert.Equal("it is needed for a legal claim that is under way|4|2", string.Join('|', page.FindAll("section")[1].QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent)));
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        await DisposeAsync();
    }

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
