using Microsoft.Playwright;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

[Collection(BrowserCollection.Name)]
public sealed class AccountBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, 1280)]
    [InlineData("en", true, 390)]
    [InlineData("zh-CN", false, 1280)]
    [InlineData("zh-CN", true, 320)]
    public async Task The_account_pages_are_fit_for_everybody_also_without_script(string locale, bool dark, int width)
    {
        foreach (var path in new[] { "/account/sign-in", "/account/forgot", "/account/reset?token=none", "/account/denied" })
        {
            await using var visit = await browser.VisitAsync(locale, width, dark);
            await visit.GotoAsync(path);

            Assert.Empty(await visit.ViolationsAsync());
            Assert.Empty(visit.Complaints);
            Assert.Equal(0, await visit.OverflowAsync());
        }
    }

    [BrowserFact]
    public async Task A_refused_sign_in_leads_from_the_list_of_flaws_to_the_field()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.GetByLabel("E-mail address").FillAsync("nobody@mill.example");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "Enter your password" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByLabel("Password")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("E-mail address")).ToHaveValueAsync("nobody@mill.example");
        Assert.StartsWith("Error:", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(await visit.ViolationsAsync());
    }

    [BrowserFact]
    public async Task An_administrator_invites_a_colleague_who_then_stands_in_the_list()
    {
        await using var visit = await browser.VisitAsync();
        await SignInAsync(visit, "administrator@demo.example", "/staff/people");
        await visit.InteractiveAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = "Z••• Y•••" })).ToBeVisibleAsync();

        await visit.Page.GetByLabel("E-mail address").FillAsync("xu.lan@mill.example");
        await visit.Page.GetByLabel("Auditor").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "x•••@mill.example" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Invited, no password yet")).ToBeVisibleAsync();
        await visit.PictureAsync("people");
        Assert.Empty(await visit.ViolationsAsync());
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task Who_lacks_the_role_is_told_so_and_a_stranger_is_asked_to_sign_in()
    {
        await using var verifier = await browser.VisitAsync();
        await using var stranger = await browser.VisitAsync();

        await SignInAsync(verifier, "verifier@demo.example", "/staff/people");
        await stranger.GotoAsync("/staff/people");

        await Assertions.Expect(verifier.Page.GetByRole(AriaRole.Heading, new() { Name = "This page is not for your role" })).ToBeVisibleAsync();
        await Assertions.Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("en", false, 1280)]
    [InlineData("zh-CN", true, 320)]
    public async Task The_password_is_asked_again_on_a_page_fit_for_everybody(string locale, bool dark, int width)
    {
        await using var visit = await browser.VisitAsync(locale, width, dark);
        await visit.GotoAsync("/account/sign-in?ReturnUrl=%2Faccount%2Fconfirm%3FreturnUrl%3D%2Fcookies");
        await visit.Page.Locator("#mailbox").FillAsync("administrator@demo.example");
        await visit.Page.Locator("#password").FillAsync(DemoAccounts.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/account/confirm");
        await visit.PictureAsync($"confirm-{locale}");

        Assert.Empty(await visit.ViolationsAsync());
        Assert.Equal(0, await visit.OverflowAsync());
        await visit.Page.Locator("#password").FillAsync(DemoAccounts.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/cookies$");
        Assert.Empty(visit.Complaints);
    }

    private static async Task SignInAsync(BrowserVisit visit, string mailbox, string then)
    {
        await visit.GotoAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(then)}");
        await visit.Page.GetByLabel("E-mail address").FillAsync(mailbox);
        await visit.Page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
