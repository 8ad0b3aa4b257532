using Microsoft.AspNetCore.Localization;
using SrmBlazor.Features.Cookies;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell;

/// <summary>Language, theme and text size: set only by the visitor's own act, each with one cookie that names nobody.</summary>
public static class Preferences
{
    private static readonly SiteCookie language = new(CookieNames.Language, Necessary: false, PreferenceCookies.Life) { Anonymous = true };
    private static readonly SiteCookie theme = language with { Name = CookieNames.Theme };
    private static readonly SiteCookie fontSize = language with { Name = CookieNames.FontSize };

    public static void AddPreferences(this IServiceCollection services) =>
        services.AddSiteCookie(language).AddSiteCookie(theme).AddSiteCookie(fontSize);

    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Post];
        app.MapMethods("/culture/set", methods, (string? culture, string? returnUrl, HttpContext http, PreferenceCookies cookies) =>
            Keep(http, cookies, language, Languages.All.Any(known => known.Culture == culture)
                ? CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)) : null, returnUrl));
        app.MapMethods("/theme/set", methods, (string? theme, string? returnUrl, HttpContext http, PreferenceCookies cookies) =>
            Keep(http, cookies, Preferences.theme, Visitor.Themes.Contains(theme) ? theme : null, returnUrl));
        app.MapMethods("/font/set", methods, (string? size, string? returnUrl, HttpContext http, PreferenceCookies cookies) =>
            Keep(http, cookies, fontSize, Visitor.FontSizes.Contains(size) ? size : null, returnUrl));
    }

    /// <summary>No value means: forget the choice.</summary>
    private static IResult Keep(HttpContext http, PreferenceCookies cookies, SiteCookie cookie, string? value, string? returnUrl)
    {
        if (value is null)
        {
            cookies.Forget(http, cookie.Name);
        }
        else
        {
            cookies.Set(http, cookie, value);
        }

        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }
}
