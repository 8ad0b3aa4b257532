using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>What the site keeps in browsers, said on one page, and what a visitor may do about it.</summary>
public static class CookiesFeature
{
    public const string Path = "/cookies";

    /// <summary>Since when the signal is honoured as it is now; to be moved when that changes.</summary>
    private static readonly DateOnly SignalHonouredSince = new(2026, 11, 25);

    public static void AddCookies(this WebApplicationBuilder builder)
    {
        builder.Services.AddSiteCookie(PreferenceCookies.KeepAnyway);
        builder.Services.AddSingleton<PreferenceCookies>();
        builder.Services.AddSingleton<SignalLog>();
    }

    /// <summary>After authentication.</summary>
    public static void UseCookies(this WebApplication app) => app.UseMiddleware<SignalsOfPages>();

    /// <summary>The page is mapped with all other pages. Its forms need no token and so no cookie; another site's form changes nothing.</summary>
    public static void MapCookies(this WebApplication app)
    {
        app.MapPost($"{Path}/forget", (string? name, HttpContext http, PreferenceCookies cookies) => Done("forgotten", () => cookies.Forget(http, name))).AllowAnonymous();
        app.MapPost($"{Path}/keep", (HttpContext http, PreferenceCookies cookies) => Done("kept", () => cookies.Keep(http))).AllowAnonymous();
        app.MapPost($"{Path}/let-go", (HttpContext http, PreferenceCookies cookies) => Done("let-go", () => cookies.LetGo(http))).AllowAnonymous();
        // https://www.w3.org/TR/gpc/#gpc-support-resource
        app.MapGet("/.well-known/gpc.json", () => Results.Json(new { gpc = true, lastUpdate = SignalHonouredSince }, contentType: "application/json")).AllowAnonymous();
    }

    private static IResult Done(string what, Action change)
    {
        change();
        return Results.LocalRedirect($"{Path}?done={what}");
    }
}
