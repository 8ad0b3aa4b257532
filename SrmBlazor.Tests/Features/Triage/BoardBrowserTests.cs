using Microsoft.Playwright;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Triage;

[Collection(BrowserCollection.Name)]
public sealed class BoardBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task The_board_is_worked_by_keys_alone_which_can_be_switched_off(string language, bool dark)
    {
        await WaitingCase.BeginAsync(browser.Services, "en", WaitingCase.Number, WaitingCase.Name, Pictures.Jpeg(300, 200));
        var waiting = await WaitingCase.BeginAsync(browser.Services, "en", WaitingCase.Number, WaitingCase.Name, Pictures.Jpeg(300, 200));
        await using var visit = await browser.VisitAsAsync(Role.Verifier, language, dark);
        await visit.GotoInteractiveAsync("/staff/requests?kind=IdentityCheck&view=ToDo&sort=Newest");
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var rows = page.Locator("[data-key-row]");
        await page.Locator("[data-keys-open]:enabled").WaitForAsync();
        var open = page.Locator("dialog.keys[open]");

        await keys.PressAsync("?");
        await open.WaitForAsync();
        await visit.CheckAsync($"board-keys_{language}");
        await keys.PressAsync("Escape");
        await Expect(open).ToHaveCountAsync(0);
        await keys.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await Expect(rows.Nth(0)).ToHaveTextAsync(waiting.Reference);
        await keys.PressAsync("c");
        await Expect(page.Locator(".news")).ToContainTextAsync(waiting.Reference);
        await keys.PressAsync("/");
        await Expect(page.Locator("#board-find")).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(page.Locator("#board-find")).ToHaveValueAsync("j");

        await keys.PressAsync("Tab");
        await keys.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("?");
        await Expect(page.Locator("[data-keys-on]")).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await Expect(page.Locator("[data-keys-on]")).Not.ToBeCheckedAsync();
        await keys.PressAsync("Escape");
        await Expect(open).ToHaveCountAsync(0);
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await page.Locator(".case").WaitForAsync();
        Assert.EndsWith(waiting.Reference, page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }
}
