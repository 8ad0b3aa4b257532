using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace SrmBlazor.Support;

/// <summary>One Chromium and one application for all tests of the collection <see cref="BrowserCollection"/>.</summary>
public class Browser : WebHost
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    public override async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Skipped)
            return;
        Assert.True(File.Exists(Chromium), $"Browser tests need {Chromium} (apt-get install chromium); set {BrowserFactAttribute.Variable}=1 to skip them.");
        await base.InitializeAsync();
        // an upper bound, not a wait: the server shares its two cores and its threads with every other test
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    /// <summary>Everybody of every test signs in from one address here.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Accounts:TriesPerMinuteFromOneAddress", "10000");
    }

    /// <summary>A fresh visitor: no cookies, the language and colour scheme of their browser.</summary>
    /// <param name="by">The address to visit, where it is not the application's own.</param>
    public async Task<BrowserVisit> VisitAsync(string locale = "en", int width = 1280, bool dark = false, bool script = true, string? by = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = by ?? Url, Locale = locale, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        return new BrowserVisit(await context.NewPageAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One page, and everything it complained about: script errors, console errors, breaches of the content security policy.</summary>
public sealed class BrowserVisit : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private readonly List<string> complaints = [];
    private readonly List<string> foreign = [];
    private readonly List<string> addresses = [];

    public BrowserVisit(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            addresses.Add(request.Url);
            if (!request.Url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !request.Url.StartsWith("http://localhost", StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal))
                foreign.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>What the console said, other than that a page we asked for on purpose answered 404 or 500.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(line => !line.Contains("the server responded with a status of", StringComparison.Ordinal)), .. foreign];

    /// <summary>Every address asked for so far, as it stood on the wire.</summary>
    public byte[] Addresses => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', addresses));

    /// <summary>Opens a page in the window that has the focus: in another one what is focused does not count as focused.</summary>
    public async Task GotoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.BringToFrontAsync();
    }

    /// <summary>Opens a page with a circuit and waits until its first batch is there.</summary>
    public async Task GotoInteractiveAsync(string path)
    {
        await GotoAsync(path);
        await InteractiveAsync();
    }

    public Task InteractiveAsync() => Page.Locator("[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Pixels by which the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Every violation of WCAG 2.2 A and AA and of the best practices of axe, one line each.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
    }

    /// <summary>Saves a picture of the page, as a whole or as the window shows it, when <c>SRM_PICTURES</c> names a folder.</summary>
    public async Task PictureAsync(string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("SRM_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }

    /// <summary>The page as it stands is accessible, quiet, and no wider than the narrowest window; pictures of it on a desk and on a phone.</summary>
    /// <param name="name">Of the pictures; none without.</param>
    public async Task CheckAsync(string? name = null, bool whole = true)
    {
        await PictureAsync(name, "1280", whole);
        Assert.Empty(await ViolationsAsync());
        await Page.SetViewportSizeAsync(390, 844);
        await PictureAsync(name, "390", whole);
        await Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(0, await OverflowAsync());
        Assert.Empty(Complaints);
        await Page.SetViewportSizeAsync(1280, 900);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private Task PictureAsync(string? name, string width, bool whole) => name is null ? Task.CompletedTask : PictureAsync($"{name}_{width}", whole);
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
