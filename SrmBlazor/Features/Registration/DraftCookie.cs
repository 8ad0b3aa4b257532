using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Registration;

/// <summary>The owner's cookie (<c>__Host-draft</c> outside Development): HttpOnly, as long as the draft lives.</summary>
public static class DraftCookie
{
    private const string Name = "draft";

    public static string? Read(HttpContext http) => http.Request.Cookies[Names(http)[Name]];

    public static void Set(HttpContext http, string secret) => http.Response.Cookies.Append(Names(http)[Name], secret, Options(http, Draft.Life));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Names(http)[Name], Options(http, life: null));

    private static CookieNames Names(HttpContext http) => http.RequestServices.GetRequiredService<CookieNames>();

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = Names(http).Secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = life,
    };
}
