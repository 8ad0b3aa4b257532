using Microsoft.Playwright;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Triage;

[Collection(BrowserCollection.Name)]
public sealed class BoardMovesBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    public async Task Rows_are_chosen_and_given_to_a_colleague_by_keys_and_what_is_shown_is_saved_under_a_name(string language, bool dark)
    {
        var first = await BeginAsync();
        var second = await BeginAsync();
        await using var colleague = await browser.VisitAsAsync(Role.Verifier);
        await using var visit = await browser.VisitAsAsync(Role.Verifier, language, dark);
        await visit.GotoInteractiveAsync("/staff/requests?kind=IdentityCheck&view=ToDo&sort=Newest");
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var (row, picks) = (page.Locator("[data-key-row]"), page.Locator("[data-key-pick]"));
        await page.Locator("[data-keys-open]:enabled").WaitForAsync();

        await keys.PressAsync("j");
        await Expect(row.Nth(0)).ToBeFocusedAsync();
        await Expect(row.Nth(0)).ToHaveTextAsync(second);
        await keys.PressAsync("x");
        await Expect(picks.Nth(0)).ToBeCheckedAsync();
        await Expect(row.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(row.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("X");
        await Expect(picks.Nth(1)).ToBeCheckedAsync();
        await keys.PressAsync("a");
        await Expect(page.Locator("#assign-to")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(page.Locator("dialog[open] .outcomes li")).ToHaveCountAsync(2);
        await visit.CheckAsync($"board-assign_{language}");
        await page.TabToAsync(page.Locator("dialog[open] [data-confirm]"));
        await keys.PressAsync("Enter");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(row.Nth(1)).ToBeFocusedAsync();
        await Expect(page.Locator(".board .news + .outcomes")).ToContainTextAsync(first);
        await Expect(page.Locator(".board .news + .outcomes")).ToContainTextAsync(second);
        await visit.CheckAsync($"board-assigned_{language}");

        await page.TabBackToAsync(page.Locator(".board .news + .outcomes + .actions button"));
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".board .news + .outcomes")).ToHaveCountAsync(0);
        // the last one on the way to what was closed
        await Expect(row.Nth(0)).ToBeFocusedAsync();
        var name = $"{Guid.NewGuid():N}"[..20];
        await SaveAsync(visit, name, $"board-views_{language}");
        await OpenFromAnotherAsync(page, name);
        await page.ArriveAsync(@"\?view=ToDo&kind=IdentityCheck&sort=Newest$");
        await Expect(page.Locator(".views [aria-current=page]")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task SaveAsync(BrowserVisit visit, string name, string picture)
    {
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await page.TabBackToAsync(page.Locator(".views button"));
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#view-name")).ToBeFocusedAsync();
        await keys.TypeAsync(name);
        await visit.CheckAsync(picture);
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".views [aria-current=page]")).ToHaveTextAsync(name);
        await Expect(page.Locator(".views button")).ToBeFocusedAsync();
    }

    /// <summary>By its link, from what the board shows at first.</summary>
    private static async Task OpenFromAnotherAsync(IPage page, string name)
    {
        await page.TabBackToAsync(page.Locator(".views a").First);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(@"\?view=Open$");
        await page.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = name }));
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task<string> BeginAsync() => (await WaitingCase.BeginAsync(browser.Services, "en", WaitingCase.Number, WaitingCase.Name, Pictures.Jpeg(300, 200))).Reference;
}
