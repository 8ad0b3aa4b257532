using System.Globalization;
using System.IO.Pipelines;
using Bunit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Features.Registration.Scans;

/// <summary>The field's own markup and script in a real browser under a strict policy, against the real pipeline; the page notes what the component would be told.</summary>
public sealed class ScanUploadPage : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

    private const string Script = """
        import { connect } from '/js/scan-upload.js';
        window.told = [];
        window.field = connect(document.querySelector('.field'), { invokeMethodAsync: async (...call) => { window.told.push(call.join(' ')); } });
        """;

    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public List<string> Requests { get; } = [];

    /// <summary>Set: the server takes the upload and never answers until the browser goes away.</summary>
    public bool Stalls { get; set; }

    public TaskCompletionSource Taken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource WentAway { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = ScanLimits.RequestBytes);
        builder.AddScans();
        app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(SolutionFolder(), "wwwroot-assets")) });
        var markup = Markup();
        app.MapGet("/", (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = Policy;
            return Results.Content($"""<!doctype html><html lang="en"><title>Scan</title><link rel="icon" href="data:,"><main>{markup}</main><script type="module" src="/page.js"></script></html>""", "text/html");
        });
        app.MapGet("/page.js", () => Results.Content(Script, "text/javascript"));
        app.MapPut("/register/scan", ReceiveAsync);
        app.MapPost("/register/scan/rotate", () => ScanAnswers.Of(new ScanOutcome.Accepted([], 480, 640)));
        app.MapDelete("/register/scan", () => ScanAnswers.Of(new ScanOutcome.Refused(ScanFault.Failed)));
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task<IPage> OpenAsync()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Address);
        await page.WaitForFunctionAsync("() => window.field");
        return page;
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpContext context, ScanPipeline pipeline)
    {
        Requests.Add(context.Request.Headers["RequestVerificationToken"].ToString());
        if (Stalls)
        {
            await using var gone = context.RequestAborted.Register(WentAway.SetResult);
            await context.Request.Body.CopyToAsync(Stream.Null);
            Taken.SetResult();
            await WentAway.Task;
        }

        return ScanAnswers.Of(await pipeline.ReceiveAsync(context.Request.BodyReader, context.RequestAborted));
    }

    private static string Markup()
    {
        using var components = new BunitContext();
        components.Services.AddLocalization();
        components.JSInterop.SetupModule("./js/scan-upload.js").SetupModule("connect", _ => true).SetupVoid("disconnect").SetVoidResult();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return components.Render<ScanUpload>(p => p.Add(c => c.Url, "/register/scan").Add(c => c.Token, "the-token")).Markup;
    }

    private static string SolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SrmBlazor.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
