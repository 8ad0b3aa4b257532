using Microsoft.Playwright;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Browsing;

/// <summary>A real browser.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string probe;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        (this.playwright, this.browser) = (playwright, browser);
        using var reader = new StreamReader(typeof(Chromium).Assembly.GetManifestResourceStream("probe.js")!);
        probe = reader.ReadToEnd();
    }

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-quic"] }));
    }

    /// <summary>Opens the form with an empty cache, as somebody who has come as far as the form.</summary>
    public async Task<FormVisit> VisitAsync(Subject subject, RunningApp app)
    {
        using var http = Visitor.NewHttp();
        var visitor = new Visitor(http, 0);
        await subject.EnterAsync(visitor, app.Address);

        var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddInitScriptAsync(probe);
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        foreach (var (name, value) in visitor.Cookies)
        {
            await session.SendAsync("Network.setCookie", new()
            {
                ["name"] = name, ["value"] = value, ["url"] = app.SecureAddress.ToString(), ["path"] = "/", ["secure"] = true, ["httpOnly"] = true,
            });
        }

        var traffic = await Traffic.WatchAsync(session);
        await page.GotoAsync(new Uri(app.SecureAddress, subject.Page).ToString());
        await page.WaitForFunctionAsync("() => window.probe.acknowledged > 0");
        var visit = new FormVisit(page, traffic);
        await visit.QuietAsync();
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
