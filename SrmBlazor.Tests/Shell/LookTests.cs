using SrmBlazor.Support;

namespace SrmBlazor.Shell;

[Collection(BrowserCollection.Name)]
public sealed class LookTests(Browser browser)
{
    public static TheoryData<string, string, bool> PagesLanguagesThemes()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var path in (string[])["/", "/error", "/no-such-page", "/policy", "/policy/promises", "/dev/mail", "/register/resume?token=none", "/dev/kit", "/dev/kit/staff"])
            foreach (var language in (string[])["en", "zh-CN"])
                foreach (var dark in (bool[])[false, true])
                    data.Add(path, language, dark);
        return data;
    }

    [BrowserTheory]
    [MemberData(nameof(PagesLanguagesThemes))]
    public async Task A_page_is_accessible_and_quiet_and_fits_a_narrow_phone(string path, string language, bool dark)
    {
        await using var visit = await browser.VisitAsync(language, dark: dark);
        await OpenAsync(visit, path);
        var name = $"{path.Trim('/').Replace('/', '-')}_{language}_{(dark ? "dark" : "light")}";
        await visit.PictureAsync(name + "_1280");

        Assert.Empty(await visit.ViolationsAsync());
        Assert.Equal(language, await visit.Page.GetAttributeAsync("html", "lang"));

        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.PictureAsync(name + "_390");
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(await visit.ViolationsAsync());
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    [Promise("P-3.1-04")]
    public async Task A_chosen_theme_language_and_text_size_stay_and_lead_back_to_the_page()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GotoAsync("/not-found?a=1");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Dark" }).ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Larger text" }).ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "简体中文" }).ClickAsync();

        Assert.EndsWith("/not-found?a=1", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
        Assert.Equal("larger", await visit.Page.GetAttributeAsync("html", "data-font"));
        Assert.Equal("找不到页面", await visit.Page.TextContentAsync("h1"));
        Assert.True(await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "浅色" }).IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Twice_the_text_size_of_a_phone_still_fits()
    {
        await using var visit = await browser.VisitAsync(width: 640);
        await visit.GotoAsync("/");

        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");

        Assert.Equal(0, await visit.OverflowAsync());
    }

    [BrowserFact]
    public async Task A_static_page_needs_no_script()
    {
        await using var visit = await browser.VisitAsync(script: false);
        await visit.GotoAsync("/");

        Assert.Equal(0, await visit.Page.Locator("script").CountAsync());
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "简体中文" }).ClickAsync();

        Assert.Equal("zh-CN", await visit.Page.GetAttributeAsync("html", "lang"));
    }

    private static Task OpenAsync(BrowserVisit visit, string path) =>
        path.StartsWith("/dev/kit", StringComparison.Ordinal) ? visit.GotoInteractiveAsync(path) : visit.GotoAsync(path);
}
