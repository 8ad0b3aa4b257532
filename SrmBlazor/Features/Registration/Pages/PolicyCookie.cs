using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>
/// Remembers in the browser alone that the policy was rejected, so that nobody is asked again before it changes in a major way. Essential: without it
/// the refusal could not be honoured; it is set whatever the browser's privacy signal.
/// </summary>
internal static class PolicyCookie
{
    public const string Name = "policy";

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    public static bool HasRejected(HttpContext http, CookieNames names, string version) => http.Request.Cookies[names[Name]] == version;

    public static void Reject(HttpContext http, CookieNames names, string version) => http.Response.Cookies.Append(names[Name], version, Options(names));

    public static void Forget(HttpContext http, CookieNames names) => http.Response.Cookies.Delete(names[Name], Options(names));

    private static CookieOptions Options(CookieNames names) =>
        new() { HttpOnly = true, Secure = names.Secure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = Life };
}
