using Microsoft.Playwright;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

[Collection(BrowserCollection.Name)]
public sealed class CircuitTests(Browser browser)
{
    [BrowserFact]
    public async Task A_slim_page_is_alive_without_a_byte_of_MudBlazor()
    {
        await using var visit = await browser.VisitAsync();
        var requests = new List<string>();
        visit.Page.Request += (_, request) => requests.Add(request.Url);
        await visit.GotoInteractiveAsync("/dev/kit");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("clicked 1 times");
        Assert.DoesNotContain(requests, url => url.Contains("mud", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await visit.Page.Locator("[class*=mud-]").CountAsync());
    }

    [BrowserFact]
    public async Task Going_between_slim_and_MudBlazor_pages_loads_the_other_document()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GotoInteractiveAsync("/dev/kit");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Staff kit" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Staff kit" }).WaitForAsync();
        await visit.InteractiveAsync();

        Assert.Equal(1, await visit.Page.Locator("link[href*='lib/MudBlazor']").CountAsync());

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Class kit" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "About you" }).WaitForAsync();

        await Assertions.Expect(visit.Page.Locator("link[href*='lib/MudBlazor']")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task A_circuit_speaks_the_language_of_the_page_it_came_with()
    {
        await using var visit = await browser.VisitAsync("zh-CN");

        await visit.GotoInteractiveAsync("/dev/kit/staff");

        await Assertions.Expect(visit.Page.GetByText("每页行数")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "帮助与联系" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_question_is_closed_by_Escape_and_the_focus_returns_to_what_asked()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GotoInteractiveAsync("/dev/kit/staff");
        var ask = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" });

        await ask.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.GetByText("It cannot be brought back.")).ToBeHiddenAsync();
        await Assertions.Expect(ask).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData(true, null, "rgb(17, 22, 28)")]
    [InlineData(true, "light", "rgb(245, 247, 249)")]
    [InlineData(false, null, "rgb(245, 247, 249)")]
    [InlineData(false, "dark", "rgb(17, 22, 28)")]
    public async Task A_MudBlazor_page_follows_the_chosen_theme_and_else_the_system(bool systemIsDark, string? chosen, string ground)
    {
        await using var visit = await browser.VisitAsync(dark: systemIsDark);
        if (chosen is not null)
            await visit.GotoAsync($"/theme/set?theme={chosen}");

        await visit.GotoInteractiveAsync("/dev/kit/staff");

        Assert.Equal(ground, await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        var filled = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" });
        Assert.Equal(ground == "rgb(17, 22, 28)" ? "rgb(143, 199, 238)" : "rgb(23, 85, 127)", await filled.EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor"));
    }

    [BrowserFact]
    public async Task On_a_phone_the_menu_holds_language_theme_and_help()
    {
        await using var visit = await browser.VisitAsync(width: 390);
        await visit.GotoInteractiveAsync("/dev/kit/staff");
        var help = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Help and contact" });

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show or hide the menu" }).ClickAsync();

        await Assertions.Expect(help).ToBeVisibleAsync();
        await Assertions.Expect(help).ToBeInViewportAsync();
        await visit.PictureAsync("staff-menu-390");
        Assert.Empty(await visit.ViolationsAsync());
    }

    [BrowserFact]
    public async Task The_connection_dialog_speaks_in_our_words_and_passes_the_accessibility_rules()
    {
        await using var visit = await browser.VisitAsync("zh-CN", dark: true);
        await visit.GotoInteractiveAsync("/dev/kit");

        await visit.Page.EvaluateAsync("""
            const dialog = document.getElementById('components-reconnect-modal');
            dialog.className = 'components-reconnect-failed';
            dialog.dispatchEvent(Object.assign(new Event('components-reconnect-state-changed'), { detail: { state: 'show' } }));
            """);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "连接已中断" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "重试" })).ToBeVisibleAsync();
        await visit.PictureAsync("reconnect");
        Assert.Empty(await visit.ViolationsAsync());
    }
}
