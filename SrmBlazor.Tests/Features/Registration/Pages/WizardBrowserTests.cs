using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Registration.Pages;

[Collection(BrowserCollection.Name)]
public sealed class WizardBrowserTests(Browser browser)
{
    private const string Continue = "main form button[type=submit]";

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task Every_step_is_free_of_barriers_also_with_its_complaints(string language, bool dark)
    {
        await using var visit = await browser.VisitAsync(language, dark: dark);
        var page = visit.Page;
        await CheckAsync(visit, "/register");
        await BeginAsync(page, "RU");
        await CheckAsync(visit, "about-you");
        await page.Locator(Continue).ClickAsync();
        await Expect(page.Locator(".summary")).ToBeFocusedAsync();
        await CheckAsync(visit, "about-you with complaints");
        await page.Locator("input[value=PersonnelLeasing]").CheckAsync();
        await page.Locator("details.why summary").First.ClickAsync();
        await page.Locator("dl.facts").WaitForAsync();
        await CheckAsync(visit, "why we ask");

        await OpenAsync(visit, "identity");
        await CheckAsync(visit, "consent");
        await page.Locator("#sensitive button").First.ClickAsync();
        await page.Locator("input[value=Passport]").CheckAsync();
        await page.Locator("#IdNumber").WaitForAsync();
        await CheckAsync(visit, "identity");
        foreach (var step in (string[])["contact", "work", "review"])
        {
            await OpenAsync(visit, step);
            await CheckAsync(visit, step);
        }

        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    [Promise("P-1.1.1-X1")]
    public async Task What_is_typed_fast_is_all_there_after_reload_and_in_the_other_language()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await BeginAsync(page, "CN");
        const string address = "a.rather.long.mailbox.typed.without.any.pause@subdomain.example.com";

        await page.Locator("#Mailbox").PressSequentiallyAsync(address);
        await page.Locator("a[hreflang='zh-CN']").ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(page.Locator("#Mailbox:enabled")).ToHaveValueAsync(address);
    }

    [BrowserFact]
    public async Task Back_and_forward_and_the_summarys_links_lead_where_they_say()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await BeginAsync(page, "CN");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Locator(Continue).ClickAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await page.Locator(".summary a").First.ClickAsync();
        await Expect(page.Locator("#Mailbox")).ToBeFocusedAsync();

        await page.Locator("ol.steps a[href='/register/work']").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Work");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("About you");
        await page.GoForwardAsync();
        await Expect(page.Locator("li[aria-current=step]")).ToContainTextAsync("Work");

        await page.Locator("ol.steps a[href='/register/review']").ClickAsync();
        await page.Locator("dd.change a[href*='at=FullName']").ClickAsync();
        await Expect(page.Locator("#FullName")).ToBeFocusedAsync();
        await page.Locator(".back").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Check and submit");
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task The_keyboard_alone_fills_a_step()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await BeginAsync(page, "CN");

        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("li.lei@example.com");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Li Lei");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        // one letter: how long a list waits for the next one is the browser's affair
        await page.Keyboard.PressAsync("c");
        await page.Locator("input[value=Subcontracting]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("main form [role=status]")).ToContainTextAsync("Saved");
        await page.Locator("#FullName").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync("Identity document");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_narrow_window_needs_no_scrolling_sideways(string language)
    {
        await using var visit = await browser.VisitAsync(language, width: 320);
        await BeginAsync(visit.Page, "RU");
        foreach (var step in (string[])["about-you", "identity", "contact", "work", "review"])
        {
            await OpenAsync(visit, step);

            Assert.Equal(0, await visit.OverflowAsync());
        }
    }

    [BrowserFact]
    [Promise("P-7-05", "P-7-10")]
    public async Task A_child_is_told_that_a_guardian_takes_part_and_nothing_is_kept()
    {
        await using var visit = await browser.VisitAsync(script: false);
        var page = visit.Page;

        await AnswerAsync(page, "15", "DE");

        await Expect(page.Locator("h1")).ToHaveTextAsync("A parent or guardian has to take part");
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name.Contains("draft", StringComparison.Ordinal));
    }

    [BrowserFact]
    [Promise("P-7-01")]
    public async Task A_minor_confirms_that_a_guardian_reads_along()
    {
        await using var visit = await browser.VisitAsync();
        var page = visit.Page;
        await AnswerAsync(page, "15", "CN");
        await Expect(page.Locator("#guardian")).Not.ToBeCheckedAsync();

        await page.Locator("#guardian").CheckAsync();
        await page.Locator("form .actions button").ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("About you");
    }

    [BrowserFact]
    [Promise("P-A-01", "P-A-03")]
    public async Task Rejecting_is_remembered_and_can_be_reopened_without_script()
    {
        await using var visit = await browser.VisitAsync(script: false);
        var page = visit.Page;
        await visit.GotoAsync("/register");

        await page.Locator("button[value=reject]").ClickAsync();
        await visit.GotoAsync("/register");
        await Expect(page.Locator("h1")).ToHaveTextAsync("You did not accept the privacy policy");

        await page.Locator("a[href*=again]").ClickAsync();
        await Expect(page.Locator("button[value=accept]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    [Promise("P-1.1.1-01", "P-7-10")]
    public async Task A_step_without_a_draft_leads_to_the_beginning_and_says_why()
    {
        await using var visit = await browser.VisitAsync();

        await visit.GotoAsync("/register/identity");

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("no open registration in this browser");
    }

    [BrowserFact]
    public async Task A_tab_is_told_when_another_device_has_taken_the_draft_over()
    {
        await using var here = await browser.VisitAsync();
        await BeginAsync(here.Page, "CN");
        await using var there = await browser.VisitAsync();

        await there.GotoAsync($"/register/resume?token={await ResumeTokenAsync(here.Page)}");
        await there.Page.Locator("main form button[type=submit]").ClickAsync();
        await there.Page.Locator("#FullName:enabled").FillAsync("Li Lei");

        await Expect(here.Page.Locator(".notice[role=alert]")).ToBeVisibleAsync();
        await Expect(here.Page.Locator("#FullName")).ToHaveCountAsync(0);
        await there.Page.Locator("ol.steps a[href='/register/review']").ClickAsync();
        await Expect(there.Page.Locator("dl.answers").First).ToContainTextAsync("Li Lei");
    }

    private async Task<string> ResumeTokenAsync(IPage page)
    {
        var key = DraftKey.Of((await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "draft").Value)!;
        await using var scope = browser.Services.CreateAsyncScope();
        var draft = await scope.ServiceProvider.GetRequiredService<Drafts>().LoadAsync(key);
        return await new Registrant(draft!.Person, key).LinkAsync(scope.ServiceProvider, LinkKind.ResumeDraft);
    }

    private static async Task AnswerAsync(IPage page, string age, string country)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator($"input[name='Begin.Age'][value='{age}']").CheckAsync();
        await page.SelectOptionAsync("#country", country);
        await page.Locator("form .actions button").ClickAsync();
    }

    internal static async Task BeginAsync(IPage page, string country)
    {
        await AnswerAsync(page, "18", country);
        await page.Locator("#Mailbox:enabled").WaitForAsync();
    }

    private static async Task OpenAsync(BrowserVisit visit, string step)
    {
        await visit.GotoInteractiveAsync($"/register/{step}");
        await Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
    }

    private static async Task CheckAsync(BrowserVisit visit, string what)
    {
        if (what == "/register")
        {
            await visit.GotoAsync(what);
        }

        var violations = await visit.ViolationsAsync();
        Assert.True(violations.Count == 0, $"{what}: {string.Join(Environment.NewLine, violations)}");
    }
}
