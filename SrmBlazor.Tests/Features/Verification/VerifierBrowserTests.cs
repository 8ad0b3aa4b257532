using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

[Collection(BrowserCollection.Name)]
public sealed class VerifierBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task List_and_case_are_accessible_and_quiet_and_fit_a_narrow_phone(string language, bool dark)
    {
        var waiting = await BeginAsync("zh-CN");
        await BeginAsync();
        await using var visit = await browser.VisitAsAsync(Role.Verifier, language, dark);
        var name = $"{language}_{(dark ? "dark" : "light")}";

        await visit.GotoInteractiveAsync("/staff/requests?kind=IdentityCheck&sort=Newest");
        await visit.CheckAsync($"verifications_{name}");
        await visit.GotoInteractiveAsync($"/staff/verifications/{waiting.Reference}");
        await visit.CheckAsync($"case_{name}");
        await visit.Page.Locator(".case .empty .button").ClickAsync();
        await visit.Page.Locator(".scan-stage img").WaitForAsync();
        await visit.Page.Locator(".answers .button").First.ClickAsync();
        await visit.Page.Locator("input[value=AskCorrection]").CheckAsync();
        await visit.Page.Locator("input[type=checkbox]").Last.CheckAsync();
        await visit.CheckAsync($"case-typing_{name}");
        await visit.Page.Locator(".card > .actions .button:not(.secondary)").ClickAsync();
        await visit.Page.Locator("#confirm-title").WaitForAsync();
        await visit.CheckAsync($"case-confirm_{name}");
        await visit.Page.Locator("[aria-labelledby=confirm-title] .button").First.ClickAsync();
        await visit.Page.Locator(".notice.success").WaitForAsync();
        await visit.CheckAsync($"case-done_{name}");
    }

    [BrowserFact]
    public async Task A_colleagues_open_page_tells_that_the_case_is_decided()
    {
        var waiting = await BeginAsync();
        await using var mine = await browser.VisitAsAsync(Role.Verifier);
        await using var colleague = await browser.VisitAsAsync(Role.Verifier);
        await mine.GotoInteractiveAsync("/staff/requests?kind=IdentityCheck&sort=Newest");
        await colleague.GotoInteractiveAsync($"/staff/verifications/{waiting.Reference}");
        var row = mine.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = waiting.Reference });
        await row.WaitForAsync();

        await mine.Page.GetByRole(AriaRole.Link, new() { Name = waiting.Reference }).ClickAsync();
        await mine.Page.GetByRole(AriaRole.Radio, new() { Name = "Accept" }).CheckAsync();
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Accept and destroy the scan" }).ClickAsync();

        await colleague.Page.GetByText("Another identity checker accepted it").WaitForAsync();
        await mine.Page.GetByText("The identity is accepted.").WaitForAsync();
        var scan = await browser.Services.GetRequiredService<Vault>().OpenAsync<Registration.Records.IdentityScan>(waiting.Person, For.IdentityCheck);
        Assert.IsType<Opening<Registration.Records.IdentityScan>.Erased>(scan);
    }

    [BrowserFact]
    public async Task A_new_case_waits_behind_a_button_until_it_is_asked_for()
    {
        await BeginAsync();
        await using var visit = await browser.VisitAsAsync(Role.Verifier);
        await visit.GotoInteractiveAsync("/staff/requests?kind=IdentityCheck&sort=Newest");
        var before = await visit.Page.Locator("tbody tr").CountAsync();

        var fresh = await BeginAsync();

        var show = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true });
        await show.WaitForAsync();
        Assert.Equal(before, await visit.Page.Locator("tbody tr").CountAsync());
        await show.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = fresh.Reference }).WaitForAsync();
    }

    [BrowserFact]
    public async Task A_case_can_be_worked_by_keyboard_alone()
    {
        var waiting = await BeginAsync();
        await using var visit = await browser.VisitAsAsync(Role.Verifier);
        await visit.GotoInteractiveAsync($"/staff/verifications/{waiting.Reference}");
        var keys = visit.Page.Keyboard;

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show scan" }).FocusAsync();
        await keys.PressAsync("Enter");
        await visit.Page.Locator(".scan-view:focus").WaitForAsync();
        await keys.PressAsync("+");
        await visit.Page.Locator(".scan-view[data-zoom='150']").WaitForAsync();
        await keys.PressAsync("r");
        await visit.Page.Locator("img[data-turn='90']").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal" }).First.FocusAsync();
        await keys.PressAsync("Enter");
        await visit.Page.Locator(".reasons:focus").WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await visit.Page.Locator(".revealed:focus").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Accept" }).FocusAsync();
        await keys.PressAsync("Space");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await visit.Page.Locator("[aria-labelledby=confirm-title]:focus").WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");

        await visit.Page.Locator(".notice.success:focus").WaitForAsync();
    }

    [BrowserFact]
    [Promise("P-1.1.1-07")]
    public async Task The_scan_is_served_to_verifiers_alone_and_never_kept()
    {
        var waiting = await BeginAsync();
        await using var verifier = await browser.VisitAsAsync(Role.Verifier);
        await using var screener = await browser.VisitAsAsync(Role.Screener);
        await using var nobody = await browser.VisitAsync();
        var path = browser.Url + ScanEndpoint.Of(waiting.Reference);

        var shown = await verifier.Page.Context.APIRequest.GetAsync(path);
        var refused = await screener.Page.Context.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
        var unknown = await nobody.Page.Context.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });

        Assert.Equal((200, "image/jpeg", "no-store", "nosniff"), (shown.Status, shown.Headers["content-type"], shown.Headers["cache-control"], shown.Headers["x-content-type-options"]));
        Assert.Contains("sandbox", shown.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.All([refused, unknown], answer => Assert.NotEqual(200, answer.Status));
        var lines = await browser.Services.GetRequiredService<AccessLedger>().OfAsync(waiting.Person);
        Assert.Equal("identity-scan", Assert.Single(lines).Kind);
    }

    private Task<WaitingCase> BeginAsync(string language = "en") =>
        WaitingCase.BeginAsync(browser.Services, language, WaitingCase.Number, WaitingCase.Name, Pictures.Jpeg(640, 400));
}
