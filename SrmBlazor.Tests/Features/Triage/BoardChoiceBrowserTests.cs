using Microsoft.Playwright;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Triage;

[Collection(BrowserCollection.Name)]
public sealed class BoardChoiceBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", true, "SB")]
    [InlineData("zh-CN", false, "VU")]
    public async Task What_is_shown_is_chosen_sorted_and_looked_for_by_keys_alone(string language, bool dark, string region)
    {
        var late = (await browser.FillBoardAsync(region, 3))[0];
        var wanted = (await browser.FillBoardAsync(region, 1, RequestKind.Access))[0];
        await using var visit = await OpenAsync(region, 4, language, dark);
        var (page, keys, rows) = (visit.Page, visit.Page.Keyboard, visit.Page.Locator("[data-key-row]"));

        await Expect(rows.First).ToHaveTextAsync(late);
        await ChooseAsync(page, "Sort", "sort=Newest");
        await Expect(rows.Last).ToHaveTextAsync(late);
        await page.TabBackToAsync(page.Locator("#sieve-Kind"));
        await ChooseAsync(page, "Kind", "kind=Access");
        await Expect(rows).ToHaveTextAsync([wanted]);
        await page.TabToAsync(page.Locator(".sieve button"));
        await keys.PressAsync("Enter");
        await page.ArriveAsync(@"\?view=Open$");
        // the button went with the choices
        await Expect(page.Locator("[data-key-count]")).ToBeFocusedAsync();

        await keys.PressAsync("/");
        await Expect(page.Locator("#board-find")).ToBeFocusedAsync();
        await keys.TypeAsync(late);
        await keys.PressAsync("Enter");
        await page.ArriveAsync($"find={late}$");
        await Expect(rows).ToHaveTextAsync([late]);
        await Expect(page.Locator("#board-find")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("j");
        await Expect(rows).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await page.ArriveAsync($"/{late}$");
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task What_goes_while_it_has_the_focus_gives_it_back_to_the_row_it_was_in_last()
    {
        await browser.FillBoardAsync("NU", 3);
        await using var visit = await OpenAsync("NU", 3);
        var (page, keys, rows) = (visit.Page, visit.Page.Keyboard, visit.Page.Locator("[data-key-row]"));

        await keys.PressAsync("k");
        await Expect(rows.Last).ToBeFocusedAsync();
        await page.TabToAsync(page.Locator("tbody tr").Last.Locator("[data-key-claim=free]"));
        await keys.PressAsync("Enter");
        await page.TabToAsync(page.Locator("[data-key-undo]"));
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-key-undo]")).ToHaveCountAsync(0);
        await Expect(rows.Last).ToBeFocusedAsync();
        await Expect(page.Locator("tbody tr").Last.Locator("[data-key-claim=free]")).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);
    }

    private async Task<BrowserVisit> OpenAsync(string region, int rows, string language = "en", bool dark = false)
    {
        var visit = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        await visit.GotoInteractiveAsync($"/staff/requests?region={region}");
        await visit.Page.Locator("[data-keys-open]:enabled").WaitForAsync();
        await Expect(visit.Page.Locator("[data-key-row]")).ToHaveCountAsync(rows);
        return visit;
    }

    /// <summary>The next one, and the reader stays where it was chosen.</summary>
    private static async Task ChooseAsync(IPage page, string id, string address)
    {
        var choice = page.Locator($"#sieve-{id}");
        await page.TabToAsync(choice);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.ArriveAsync(address);
        await Expect(choice).ToBeFocusedAsync();
    }
}
