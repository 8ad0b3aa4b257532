using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>
/// The cookies that a visitor sets by hand. With Do Not Track or Global Privacy Control they end with the visit, unless the visitor chose on
/// the cookies page to keep them all the same: an explicit later choice weighs more than the browser's general one.
/// </summary>
public sealed class PreferenceCookies(CookieRegister register)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>Remembers that choice.</summary>
    public static readonly SiteCookie KeepAnyway = new("keep-settings", Necessary: false, Life) { Anonymous = true };

    /// <summary>Whether what is set now is still there at the next visit.</summary>
    public bool AreLasting(HttpRequest request) => !PrivacySignal.IsSet(request) || IsKeptAnyway(request);

    public bool IsKeptAnyway(HttpRequest request) => register.Read(request, KeepAnyway) is not null;

    /// <summary>Another site's link or form changes nothing, here as below.</summary>
    public void Set(HttpContext http, SiteCookie cookie, string value)
    {
        PrivacySignal.Vary(http.Response);
        if (!ComesFromElsewhere(http.Request))
        {
            register.Set(http.Response, cookie, value, forVisit: !AreLasting(http.Request));
        }
    }

    /// <param name="name">Of one preference; null: of all, the choice to keep them among them. Of that choice alone: it is taken back.</param>
    public void Forget(HttpContext http, string? name)
    {
        if (name == KeepAnyway.Name)
        {
            LetGo(http);
        }
        else if (!ComesFromElsewhere(http.Request))
        {
            foreach (var cookie in Preferences.Where(cookie => name is null || cookie.Name == name))
            {
                register.Forget(http.Response, cookie);
            }
        }
    }

    /// <summary>From now on settings last, and those of this visit with them.</summary>
    public void Keep(HttpContext http)
    {
        if (!ComesFromElsewhere(http.Request))
        {
            register.Set(http.Response, KeepAnyway, "yes");
            SetAgain(http, forVisit: false);
        }
    }

    /// <summary>The browser's signal counts again, for what was set before as well.</summary>
    public void LetGo(HttpContext http)
    {
        PrivacySignal.Vary(http.Response);
        if (!ComesFromElsewhere(http.Request))
        {
            register.Forget(http.Response, KeepAnyway);
            SetAgain(http, forVisit: PrivacySignal.IsSet(http.Request));
        }
    }

    private IEnumerable<SiteCookie> Preferences => register.All.Where(cookie => !cookie.Necessary);

    private void SetAgain(HttpContext http, bool forVisit)
    {
        foreach (var cookie in Preferences.Where(cookie => cookie != KeepAnyway))
        {
            if (register.Read(http.Request, cookie) is { } value)
            {
                register.Set(http.Response, cookie, value, forVisit);
            }
        }
    }

    private static bool ComesFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site";
}
