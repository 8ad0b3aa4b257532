using Microsoft.Playwright;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

[Collection(BrowserCollection.Name)]
public sealed class StillBrowserTests(Browser browser)
{
    /// <summary>Each change of the page after which a style sheet or the bell was missed that had been there.</summary>
    private const string Watch = """
        window.missed = [];
        const known = new Set();
        new MutationObserver(() => {
          const there = new Set([...document.styleSheets].map(sheet => sheet.href));
          if (document.querySelector('.inbox-link')) there.add('bell');
          known.forEach(one => there.has(one) || missed.push(one));
          there.forEach(one => known.add(one));
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <summary>Each sheet once: those of the circuit are loaded, and what bridged the moment is gone.</summary>
    private const string Settled = "() => { const all = [...document.head.querySelectorAll('link[rel=stylesheet]')].map(link => link.href); return new Set(all).size === all.length; }";

    [BrowserTheory]
    [InlineData("/staff/requests", "css/board")]
    [InlineData("/staff/insight", "css/insight")]
    [InlineData("/inbox", "css/inbox")]
    public async Task A_page_keeps_its_style_sheets_and_its_bell_when_its_circuit_starts_and_leaves_them_behind(string path, string sheet)
    {
        await using var visit = await browser.VisitAsAsync(Role.PrivacyOfficer);
        await visit.Page.AddInitScriptAsync(Watch);

        await visit.GotoInteractiveAsync(path);
        await visit.Page.WaitForFunctionAsync(Settled);

        Assert.Equal(1, await visit.Page.Locator($"head link[href^='{sheet}']").CountAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("missed"));
        await visit.Page.Locator(".ways a[href='/staff/erasures']").ClickAsync();
        await visit.Page.Locator($"head link[href^='{sheet}']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(visit.Complaints);
    }
}
