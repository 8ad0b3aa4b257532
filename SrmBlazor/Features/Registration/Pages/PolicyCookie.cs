using System.Globalization;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>
/// Remembers in the browser alone that the policy was rejected, so that nobody is asked again before it changes in a major way. Necessary: without it
/// the refusal could not be honoured; it is set whatever the browser's privacy signal.
/// </summary>
internal static class PolicyCookie
{
    public static readonly SiteCookie Declared = new("policy", Necessary: true, TimeSpan.FromDays(180));

    /// <param name="lastMajor">Whoever rejected it, or anything newer, is not asked again.</param>
    public static bool HasRejected(HttpContext http, CookieRegister register, int lastMajor) =>
        int.TryParse(register.Read(http.Request, Declared), NumberStyles.None, CultureInfo.InvariantCulture, out var rejected) && rejected >= lastMajor;

    public static void Reject(HttpContext http, CookieRegister register, int version) => register.Set(http.Response, Declared, version.ToString(CultureInfo.InvariantCulture));

    public static void Forget(HttpContext http, CookieRegister register) => register.Forget(http.Response, Declared);
}
