using Microsoft.Playwright;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Cookies;

[Collection(BrowserCollection.Name)]
public sealed class CookiesBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task The_page_is_accessible_and_fits_a_phone_with_and_without_a_signal(string language, bool dark)
    {
        await using var visit = await browser.VisitAsync(language, dark: dark);
        foreach (var signal in (string[])["0", "1"])
        {
            // not Sec-GPC: Chromium refuses to send what begins with Sec- for a script's sake
            await visit.Page.SetExtraHTTPHeadersAsync([new("DNT", signal)]);
            await visit.GotoAsync("/font/set?size=large&returnUrl=/cookies");
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.PictureAsync($"cookies_{language}_{dark}_{signal}_1280");
            Assert.Empty(await visit.ViolationsAsync());

            await visit.Page.SetViewportSizeAsync(320, 640);
            Assert.Equal(0, await visit.OverflowAsync());
            Assert.Empty(await visit.ViolationsAsync());
            Assert.Empty(visit.Complaints);
        }
    }

    [BrowserFact]
    public async Task Without_script_and_by_keyboard_alone_a_setting_is_kept_in_spite_of_the_signal_and_forgotten()
    {
        await using var visit = await browser.VisitAsync(script: false);
        await visit.Page.SetExtraHTTPHeadersAsync([new("DNT", "1")]);
        await visit.GotoAsync("/theme/set?theme=dark");
        var before = await LifeAsync(visit, "theme");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Cookies", Exact = true }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/cookies$");
        await PressAsync(visit, "Keep my settings in this browser in spite of the signal", "kept");
        var kept = await LifeAsync(visit, "theme");
        await PressAsync(visit, "Take this choice back", "let-go");
        var back = await LifeAsync(visit, "theme");
        await PressAsync(visit, "Forget theme", "forgotten");

        Assert.Equal("Done. What you chose to forget is no longer in your browser.", await visit.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.Equal(-1, before);
        Assert.True(kept > 0);
        Assert.Equal(-1, back);
        Assert.Null(await LifeAsync(visit, "theme"));
        Assert.Null(await LifeAsync(visit, "keep-settings"));
        Assert.NotEqual("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
    }

    private static async Task PressAsync(BrowserVisit visit, string name, string done)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync($@"/cookies\?done={done}$");
    }

    /// <summary>When the browser throws the cookie away, in seconds since 1970; -1 with the visit; null: it has none.</summary>
    private static async Task<double?> LifeAsync(BrowserVisit visit, string name) =>
        (await visit.Page.Context.CookiesAsync()).FirstOrDefault(cookie => cookie.Name == name)?.Expires;
}
