using Microsoft.AspNetCore.Localization;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell;

/// <summary>
/// Language, theme and text size: set only by the visitor's own act, each with one cookie that names nobody. With Do Not Track or Global
/// Privacy Control the cookie ends with the visit.
/// </summary>
public static class Preferences
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Post];
        app.MapMethods("/culture/set", methods, (string? culture, string? returnUrl, HttpContext http, CookieNames names) =>
            Keep(http, names, CookieNames.Language, Languages.All.Any(language => language.Culture == culture)
                ? CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)) : null, returnUrl));
        app.MapMethods("/theme/set", methods, (string? theme, string? returnUrl, HttpContext http, CookieNames names) =>
            Keep(http, names, CookieNames.Theme, Visitor.Themes.Contains(theme) ? theme : null, returnUrl));
        app.MapMethods("/font/set", methods, (string? size, string? returnUrl, HttpContext http, CookieNames names) =>
            Keep(http, names, CookieNames.FontSize, Visitor.FontSizes.Contains(size) ? size : null, returnUrl));
    }

    /// <summary>No value means: forget the choice. Another site's link or form changes nothing.</summary>
    private static IResult Keep(HttpContext http, CookieNames names, string cookie, string? value, string? returnUrl)
    {
        if (http.Request.Headers["Sec-Fetch-Site"] != "cross-site")
        {
            var options = new CookieOptions { Path = "/", HttpOnly = true, Secure = names.Secure, SameSite = SameSiteMode.Lax };
            if (value is null)
                http.Response.Cookies.Delete(names[cookie], options);
            else
            {
                options.MaxAge = PrivacySignal.IsSet(http.Request) ? null : Lifetime;
                http.Response.Cookies.Append(names[cookie], value, options);
            }
        }
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }
}
