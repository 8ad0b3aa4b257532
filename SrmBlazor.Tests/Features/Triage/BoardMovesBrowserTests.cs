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

        await row.Nth(0).FocusAsync();
        await Expect(row.Nth(0)).ToHaveTextAsync(second);
        await keys.PressAsync("x");
        await Expect(picks.Nth(0)).ToBeCheckedAsync();
        await Expect(row.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(row.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("X");
        await Expect(picks.Nth(1)).ToBeCheckedAsync();
        await keys.PressAsync("a");
        await page.Locator("#assign-to").WaitForAsync();
        await page.Locator("#assign-to").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(page.Locator("dialog[open] .outcomes li")).ToHaveCountAsync(2);
        await visit.CheckAsync($"board-assign_{language}");
        await page.Locator("dialog[open] [data-confirm]").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".board .news + .outcomes")).ToContainTextAsync(first);
        await Expect(page.Locator(".board .news + .outcomes")).ToContainTextAsync(second);
        await visit.CheckAsync($"board-assigned_{language}");

        await page.Locator(".views button").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#view-name")).ToBeFocusedAsync();
        var name = $"{Guid.NewGuid():N}"[..20];
        await keys.TypeAsync(name);
        await visit.CheckAsync($"board-views_{language}");
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".views [aria-current=page]")).ToHaveTextAsync(name);
        await page.GotoAsync("/staff/requests?view=Open");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.ArriveAsync(@"\?view=ToDo&kind=IdentityCheck&sort=Newest$");
        Assert.Empty(visit.Complaints);
    }

    private async Task<string> BeginAsync() => (await WaitingCase.BeginAsync(browser.Services, "en", WaitingCase.Number, WaitingCase.Name, Pictures.Jpeg(300, 200))).Reference;
}
