using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Insight.Transparency;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Insight;

[Collection(BrowserCollection.Name)]
public sealed class InsightBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task Figures_for_staff_and_for_everybody_are_read_on_any_screen(string language, bool dark)
    {
        await AnswerOneAsync();
        await using var visit = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        await visit.GotoInteractiveAsync(InsightFeature.Path);
        await Expect(visit.Page.Locator("figure svg").First).ToBeVisibleAsync();
        await visit.CheckAsync($"insight_{language}");
        await visit.Page.Locator(".presets a").First.ClickAsync();
        await Expect(visit.Page.Locator(".presets a").First).ToHaveAttributeAsync("aria-current", "true");
        Assert.Contains("from=", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.Locator("a[href*='kind=Other']").ClickAsync();
        await visit.Page.ArriveAsync("from=.*kind=Other");
        await visit.Page.Locator("a[href*='country=DE']").ClickAsync();
        await visit.Page.ArriveAsync("kind=Other&country=DE");
        await visit.Page.Locator("p a[href*='kind=Other']:not([href*='country='])").WaitForAsync();
        await visit.Page.Locator(".tiles").WaitForAsync();
        await Expect(visit.Page.Locator(".parts a")).ToHaveCountAsync(0);
        await visit.CheckAsync($"insight-part_{language}");

        await visit.GotoAsync(TransparencyDownloads.Page);
        await visit.CheckAsync($"transparency_{language}");
        Assert.Empty(visit.Complaints);
    }

    /// <summary>From a dark screen too: paper is white.</summary>
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Printed_figures_have_nothing_to_press_no_table_or_chart_is_torn_and_both_colours_are_seen_on_paper(string language)
    {
        await AnswerOneAsync();
        await using var visit = await browser.VisitAsAsync(Role.PrivacyOfficer, language);
        await visit.GotoInteractiveAsync(InsightFeature.Path);
        await Expect(visit.Page.Locator("figure svg").First).ToBeVisibleAsync();
        await visit.Page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Page.Locator(":is(button, input, form, nav, footer):visible")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".chart:visible")).ToHaveCountAsync(await visit.Page.Locator(".chart").CountAsync());
        Assert.All(await visit.Page.Locator(".chart, .insight .scroll").EvaluateAllAsync<string[]>("parts => parts.map(part => getComputedStyle(part).breakInside)"), value => Assert.Equal("avoid", value));
        var (paper, first, second) = (1.0, await LightnessAsync("var(--primary)"), await LightnessAsync("var(--chart-second)"));
        Assert.All([(paper, first), (paper, second), (second, first)], pair => Assert.True((pair.Item1 + 0.05) / (pair.Item2 + 0.05) >= 3));

        Task<double> LightnessAsync(string colour) => visit.Page.Locator(".chart").First.EvaluateAsync<double>(
            """
            (chart, colour) => {
              const drawing = document.createElement('canvas').getContext('2d');
              chart.style.color = colour;
              drawing.fillStyle = getComputedStyle(chart).color;
              drawing.fillRect(0, 0, 1, 1);
              const [r, g, b] = [...drawing.getImageData(0, 0, 1, 1).data].map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            }
            """, colour);
    }

    /// <summary>A request that came and was answered today, and a half year long ago.</summary>
    private async Task AnswerOneAsync()
    {
        await using var work = await browser.Services.GetRequiredService<Store>().WriteAsync();
        var person = Person.Create("en", "DE");
        var officer = new Act(Guid.NewGuid(), Role.PrivacyOfficer, work.Now);
        var number = await work.Db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number) ?? 0;
        var request = RightsRequest.Submit(
            new NewRequest(person.Id, RequestKind.Other, "DE", "en", RequestChannel.Letter, RequestClock.Today(work.Now), Guid.NewGuid()), number + 1, new Act(person.Id, Role.Supplier, work.Now));
        request.ProveIdentity(officer);
        request.Reckon(RequestClock.Today(work.Now), null, provisional: false, officer);
        request.Claim(officer);
        request.Answer(new RequestAnswer(Guid.NewGuid(), "en"), officer);
        work.Db.AddRange(person, request);
        if (!await work.Db.Set<TransparencyReport>().AnyAsync())
        {
            var half = HalfYear.Of(new DateOnly(2001, 2, 3));
            var counting = new Counting(Period.Between(half.From, half.To, half.To));
            counting.Add(new Arrived(half.From, RequestKind.Copy, "CN", 140));
            counting.Add(new Arrived(half.From, RequestKind.Explain, "CN", 13));
            counting.Add(new Ended(half.From, RequestKind.Copy, "CN", RequestOutcome.Fulfilled, null, 2, half.From, 130));
            counting.Add(new Ended(half.From, RequestKind.Delete, "CN", RequestOutcome.Refused, DenialGround.LegalHold, 4, half.From, 14));
            work.Db.Add(TransparencyReport.Of(half, PublishedFigures.Of(counting.Figures(work.Now), 10), 10, work.Now));
        }

        await work.CommitAsync();
    }
}
