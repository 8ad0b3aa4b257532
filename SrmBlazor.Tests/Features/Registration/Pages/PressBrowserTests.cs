using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Pages;

[Collection(BrowserCollection.Name)]
public sealed class PressBrowserTests(Browser browser)
{
    [BrowserFact]
    public async Task A_press_counts_although_a_complaint_moves_the_button_away_from_under_it()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        // the whole step is in the window: where nothing is scrolled, nothing keeps the button where it is
        await page.SetViewportSizeAsync(1280, 4000);
        await WizardBrowserTests.BeginAsync(page, "CN");
        await page.FillAsync("#Mailbox", "no mailbox");
        var button = page.Locator("main form button[type=submit]");
        var before = (await button.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(before.X + before.Width / 2, before.Y + 2);
        await page.Mouse.DownAsync();
        await page.Locator("#Mailbox-error").WaitForAsync();
        var after = (await button.BoundingBoxAsync())!;
        await page.Mouse.UpAsync();

        Assert.True(after.Y > before.Y + 2, "the button stayed under the pointer");
        await page.Locator(".summary:focus").WaitForAsync();
    }

    [BrowserFact]
    public async Task A_heading_that_takes_the_focus_late_does_not_take_it_from_a_button_just_pressed()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await WizardBrowserTests.BeginAsync(page, "CN");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        var button = page.Locator("main form button[type=submit]");
        await button.ScrollIntoViewIfNeededAsync();
        var place = (await button.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(place.X + 5, place.Y + 5);
        await page.Mouse.DownAsync();

        await page.EvaluateAsync("""
            async () => {
              const script = performance.getEntriesByType("resource").find(entry => /wizard[^/]*\.js/.test(entry.name)).name;
              (await import(script)).arrive(document.querySelector("h1"));
            }
            """);

        Assert.Equal(place.Y, (await button.BoundingBoxAsync())!.Y);
        await page.Mouse.UpAsync();
        await page.Locator(".summary:focus").WaitForAsync();
    }

    [BrowserFact]
    public async Task A_press_that_is_drawn_away_is_taken_back()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await WizardBrowserTests.BeginAsync(page, "CN");
        await page.EvaluateAsync("() => { window.clicks = []; document.addEventListener('click', event => window.clicks.push(event.target.tagName), true); }");
        var button = page.Locator("main form button[type=submit]");
        await button.ScrollIntoViewIfNeededAsync();
        var place = (await button.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(place.X + 5, place.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + 5, place.Y - 200, new() { Steps = 4 });
        await page.Mouse.UpAsync();

        Assert.DoesNotContain("BUTTON", await page.EvaluateAsync<string[]>("window.clicks"));
    }
}
