using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
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
        await FillAsync(region, Board.Size + 5);
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
        // the second is in a colleague's hands: it is passed over
        await rows.Nth(0).FocusAsync();
        await keys.PressAsync("d");
        await Expect(rows.Nth(2)).ToBeFocusedAsync();
        await keys.PressAsync("c");
        await Expect(page.Locator("[data-key-undo]")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr").Nth(2).Locator("[data-key-claim]")).ToHaveCountAsync(0);
        await keys.PressAsync("u");
        await Expect(page.Locator("tbody tr").Nth(2).Locator("[data-key-claim=free]")).ToHaveCountAsync(1);
        await rows.Nth(1).FocusAsync();
        await keys.PressAsync("r");
        await page.Locator("#reply-with").SelectOptionAsync(nameof(ReplySituation.Received));
        await Expect(page.Locator("dialog[open] .outcomes li")).ToHaveCountAsync(1);
        await visit.CheckAsync($"board-reply_{name}", whole: false);
        await keys.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await keys.PressAsync("n");
        await page.ArriveAsync("after=");
        await Expect(rows).ToHaveCountAsync(5);
        await keys.PressAsync("p");
        await page.ArriveAsync("before=");
        await Expect(rows).ToHaveCountAsync(Board.Size);

        // whatever order the page is in, what is due first is found: here it came first and stands last
        await visit.GotoInteractiveAsync($"/staff/requests?region={region}&view=ToDo&sort=Newest&last=true");
        await page.Locator("[data-keys-open]:enabled").WaitForAsync();
        await Expect(rows).ToHaveCountAsync(Board.Size);
        await keys.PressAsync("d");
        await Expect(rows.Nth(Board.Size - 1)).ToBeFocusedAsync();

        await keys.PressAsync("?");
        await page.Locator("[data-keys-on]").UncheckAsync();
        await visit.GotoInteractiveAsync("/staff/requests?region=NR");
        await Expect(page.Locator(".empty")).ToHaveCountAsync(1);
        await visit.CheckAsync($"board-empty_{name}", whole: false);
        await page.Locator("[data-keys-open]:enabled").ClickAsync();
        await Expect(page.Locator("[data-keys-on]")).Not.ToBeCheckedAsync();
        Assert.Empty(visit.Complaints);

        Task<string> DisplayAsync() => page.EvalOnSelectorAsync<string>("table.live tbody tr", "row => getComputedStyle(row).display");
    }

    private async Task FillAsync(string region, int many)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<RequestClock>();
        await using var work = await scope.ServiceProvider.GetRequiredService<Store>().WriteAsync();
        var last = await work.Db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number) ?? 0;
        var person = Person.Create("en", region);
        work.Db.Add(person);
        for (var at = 0; at < many; at++)
        {
            var (today, officer) = (DateOnly.FromDateTime(work.Now), new Act(Guid.NewGuid(), Role.PrivacyOfficer, work.Now));
            var request = RightsRequest.Submit(
                new NewRequest(person.Id, RequestKind.Other, region, "en", RequestChannel.Dashboard, at == 0 ? today.AddDays(-7) : today, Guid.NewGuid()), ++last, new Act(person.Id, Role.Supplier, work.Now));
            request.ProveIdentity(officer);
            clock.Apply(request, officer);
            if (at == 1)
            {
                request.Claim(officer);
            }

            work.Db.Add(request);
        }

        work.Announce(Topics.Queue);
        await work.CommitAsync();
    }
}
