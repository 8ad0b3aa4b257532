using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

        await visit.GotoAsync(TransparencyDownloads.Page);
        await visit.CheckAsync($"transparency_{language}");
        Assert.Empty(visit.Complaints);
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
