using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor;
using MudBlazor.Services;
using SrmBlazor.Shared.Web;
using SrmBlazor.Shell.Edge;

namespace SrmBlazor.Shell;

/// <summary>What every page stands on: logs, languages, headers, circuits, static files, health.</summary>
public static class ShellFeature
{
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        // with Production settings the SDK would serve linked assets as 200 with no bytes when run from the build output
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddLogs();

        var services = builder.Services;
        var names = new CookieNames(builder.Environment);
        services.AddSingleton(names);
        services.AddSingleton<CookieRegister>();
        var antiforgery = new SiteCookie(CookieNames.Antiforgery, Necessary: true, Life: null) { SameSite = SameSiteMode.Strict, Anonymous = true };
        services.AddSiteCookie(antiforgery);
        services.AddPreferences();
        services.AddLanguages();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ResxMudLocalizer>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = names[antiforgery.Name];
            options.Cookie.SameSite = antiforgery.SameSite;
            options.Cookie.SecurePolicy = names.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(730), true));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.AddHealthChecks();
        return builder;
    }

    public static WebApplication UseShell(this WebApplication app)
    {
        var cookies = app.Services.GetRequiredService<CookieRegister>();
        app.UseKnownProxies();
        app.UseMiddleware<RegisteredCookies>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }
        app.UseMiddleware<Draining>();
        app.UseMiddleware<OriginCheck>();
        // a compressed page that mirrors input beside a secret can be measured from outside (BREACH): only pages of nobody in particular
        app.UseWhen(http => cookies.AreAnonymous(http.Request), anonymous => anonymous.UseResponseCompression());
        // a person gets a page, a script or a probe gets the bare status
        app.UseWhen(http => WantsPage(http.Request), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true));
        if (!app.Environment.IsDevelopment())
            app.UseMiddleware<DevelopmentOnly>();
        app.UseRouting();
        app.UseMiddleware<FormsOnly>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = null; // ours stands in SecurityHeaders
            options.ConfigureWebSocketAcceptContext = (_, socket) =>
            {
                // compression is safe here: no other site can open this socket (OriginCheck) or frame the page;
                // without a kept context a circuit costs 158 KiB instead of 397, and with a small window a short message a quarter of the time
                socket.DangerousEnableCompression = true;
                socket.DisableServerContextTakeover = true;
                socket.ServerMaxWindowBits = 12;
                return Task.CompletedTask;
            };
        });
        return app;
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
}
