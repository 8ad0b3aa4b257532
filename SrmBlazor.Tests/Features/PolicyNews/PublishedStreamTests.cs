using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>A page without a circuit hears of a version as the others do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublishedStreamTests(PolicyBrowser browser) : IClassFixture<PolicyBrowser>
{
    private PolicyStaff Staff => new(browser.Services.CreateScope().ServiceProvider);

    [Promise("P-9-08")]
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_major_version_is_over_the_open_page_at_once_and_what_was_typed_there_stays(string language)
    {
        await using var visit = await browser.VisitAsync(language);
        await SignInAsync(visit);
        var page = visit.Page;
        await OpenAsync(visit, "/rights");
        await page.FillAsync("textarea", "Half a sentence");

        await Staff.PublishNewAsync(MajorKinds.Rights);

        var dialog = page.Locator("dialog.policy-news:modal");
        await Expect(dialog).ToContainTextAsync(language == "en" ? PolicyStaff.Why.English : PolicyStaff.Why.Chinese);
        await visit.CheckAsync($"policy-news-static_{language}", whole: false);
        await dialog.Locator("form button").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal("Half a sentence", await page.InputValueAsync("textarea"));
        await visit.GotoAsync("/rights");
        Assert.Equal(0, await page.Locator(".policy-news").CountAsync());
    }

    [BrowserFact]
    public async Task A_hidden_page_is_not_told_and_asks_when_it_is_looked_at_again()
    {
        await using var visit = await browser.VisitAsync();
        await SignInAsync(visit);
        var page = visit.Page;
        await OpenAsync(visit, "/cookies");
        await TurnAsync(visit, hidden: true);

        await Staff.PublishNewAsync(MajorKinds.None);
        var asked = page.WaitForRequestAsync("**" + PublishedStream.Path);
        Assert.Equal(0, await page.Locator(".policy-news").CountAsync());
        await TurnAsync(visit, hidden: false);

        await asked;
        await Expect(page.Locator("aside.policy-news")).ToContainTextAsync(PolicyStaff.Why.English);
        Assert.Empty(visit.Complaints);
    }

    private async Task SignInAsync(BrowserVisit visit)
    {
        var mailbox = $"{Guid.NewGuid():N}@policy.example";
        await new Population(browser.Services, new FakeTimeProvider(TimeProvider.System.GetUtcNow())).RegisterAsync(mailbox, Role.Supplier);
        await visit.SignInAsync(mailbox, Population.Password);
    }

    /// <summary>The page listens, and nothing of an earlier version lies over it.</summary>
    private static async Task OpenAsync(BrowserVisit visit, string path)
    {
        var heard = visit.Page.WaitForRequestAsync("**" + PublishedStream.Path);
        await visit.GotoAsync(path);
        await heard;
        if (await visit.Page.Locator(".policy-news form button").CountAsync() > 0)
        {
            await visit.Page.Locator(".policy-news form button").ClickAsync();
        }

        await Expect(visit.Page.Locator(".policy-news")).ToHaveCountAsync(0);
    }

    private static async Task TurnAsync(BrowserVisit visit, bool hidden) => await visit.Page.EvaluateAsync("""
        hidden => {
          Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, hidden);
}
