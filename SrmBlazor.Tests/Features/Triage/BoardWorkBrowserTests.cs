using Microsoft.Playwright;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Triage;

[Collection(BrowserCollection.Name)]
public sealed class BoardWorkBrowserTests(Browser browser)
{
    /// <summary>Each in a country of its own: nobody else's rows stand between.</summary>
    [BrowserTheory]
    [InlineData("en", false, "FJ")]
    [InlineData("en", true, "TO")]
    [InlineData("zh-CN", false, "WS")]
    [InlineData("zh-CN", true, "KI")]
    public async Task A_full_page_is_worked_by_keys_an_empty_one_says_so_and_all_of_it_is_accessible(string language, bool dark, string region)
    {
        await browser.FillBoardAsync(region, Board.Size + 5);
        await using var visit = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        await visit.GotoInteractiveAsync($"/staff/requests?region={region}");
        var (page, keys, name) = (visit.Page, visit.Page.Keyboard, $"{language}_{(dark ? "dark" : "light")}");
        var rows = page.Locator("[data-key-row]");
        await page.Locator("[data-keys-open]:enabled").WaitForAsync();
        await Expect(rows).ToHaveCountAsync(Board.Size);
        await visit.CheckAsync($"board-full_{name}", whole: false);
        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await visit.ViolationsAsync());
        Assert.NotEqual("table-row", await DisplayAsync());
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Equal("table-row", await DisplayAsync());

        await keys.PressAsync("k");
        await Expect(rows.Nth(Board.Size - 1)).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await Expect(rows.Nth(Board.Size - 2)).ToBeFocusedAsync();
        // behind the last comes what is due first; the second is in a colleague's hands: it is passed over
        foreach (var at in new[] { Board.Size - 1, 0, 2 })
        {
            await keys.PressAsync("d");
            await Expect(rows.Nth(at)).ToBeFocusedAsync();
        }

        await keys.PressAsync("c");
        await Expect(page.Locator("[data-key-undo]")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr").Nth(2).Locator("[data-key-claim]")).ToHaveCountAsync(0);
        await keys.PressAsync("u");
        await Expect(page.Locator("tbody tr").Nth(2).Locator("[data-key-claim=free]")).ToHaveCountAsync(1);
        await keys.PressAsync("k");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("r");
        await Expect(page.Locator("#reply-with")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(page.Locator("#reply-with")).ToHaveValueAsync(nameof(ReplySituation.Received));
        await Expect(page.Locator("dialog[open] .outcomes li")).ToHaveCountAsync(1);
        await visit.CheckAsync($"board-reply_{name}", whole: false);
        await keys.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await TurnPagesAsync(page, rows);

        // whatever order the page is in, what is due first is found: here it came first and stands last
        await visit.GotoInteractiveAsync($"/staff/requests?region={region}&view=ToDo&sort=Newest&last=true");
        await page.Locator("[data-keys-open]:enabled").WaitForAsync();
        await Expect(rows).ToHaveCountAsync(Board.Size);
        await keys.PressAsync("d");
        await Expect(rows.Nth(Board.Size - 1)).ToBeFocusedAsync();

        await keys.PressAsync("?");
        await Expect(page.Locator("[data-keys-on]")).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await Expect(page.Locator("[data-keys-on]")).Not.ToBeCheckedAsync();
        await visit.GotoInteractiveAsync("/staff/requests?region=NR");
        await Expect(page.Locator(".empty")).ToHaveCountAsync(1);
        await visit.CheckAsync($"board-empty_{name}", whole: false);
        await page.TabToAsync(page.Locator("[data-keys-open]"));
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-keys-on]")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-keys-on]")).Not.ToBeCheckedAsync();
        Assert.Empty(visit.Complaints);

        Task<string> DisplayAsync() => page.EvalOnSelectorAsync<string>("table.live tbody tr", "row => getComputedStyle(row).display");
    }

    /// <summary>The row and the link that had the focus go with their page: the reader begins with the rows of the other.</summary>
    private static async Task TurnPagesAsync(IPage page, ILocator rows)
    {
        var (keys, count) = (page.Keyboard, page.Locator("[data-key-count]"));
        await keys.PressAsync("n");
        await page.ArriveAsync("after=");
        await Expect(rows).ToHaveCountAsync(5);
        await Expect(count).ToBeFocusedAsync();
        await keys.PressAsync("p");
        await page.ArriveAsync("before=");
        await Expect(rows).ToHaveCountAsync(Board.Size);
        await page.TabToAsync(page.Locator("[data-key-after]"));
        await keys.PressAsync("Enter");
        await page.ArriveAsync("after=");
        await Expect(rows).ToHaveCountAsync(5);
        await Expect(count).ToBeFocusedAsync();
    }
}
