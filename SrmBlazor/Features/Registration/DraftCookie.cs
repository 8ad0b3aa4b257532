using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Registration;

/// <summary>The owner's cookie (<c>__Host-draft</c> outside Development): as long as the draft lives.</summary>
public static class DraftCookie
{
    public static readonly SiteCookie Declared = new("draft", Necessary: true, Draft.Life);

    public static string? Read(HttpContext http) => Register(http).Read(http.Request, Declared);

    public static void Set(HttpContext http, string secret) => Register(http).Set(http.Response, Declared, secret);

    public static void Remove(HttpContext http) => Register(http).Forget(http.Response, Declared);

    private static CookieRegister Register(HttpContext http) => http.RequestServices.GetRequiredService<CookieRegister>();
}
