namespace SrmBlazor.Shared.Web;

/// <summary>Every cookie that this site can set. What is not in here is dropped at the edge, on its way out and on its way in.</summary>
public sealed class CookieRegister
{
    private readonly CookieNames names;
    private readonly Dictionary<string, SiteCookie> byName;

    public CookieRegister(IEnumerable<SiteCookie> cookies, CookieNames names)
    {
        this.names = names;
        All = [.. cookies.OrderByDescending(cookie => cookie.Necessary)];
        byName = All.ToDictionary(NameOf, StringComparer.Ordinal);
    }

    /// <summary>The necessary ones first.</summary>
    public IReadOnlyList<SiteCookie> All { get; }

    /// <summary>Under which name the browser keeps it.</summary>
    public string NameOf(SiteCookie cookie) => names[cookie.Name];

    /// <param name="name">As the browser knows it.</param>
    public SiteCookie? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>True when no cookie of the request could belong to an account or a draft.</summary>
    public bool AreAnonymous(HttpRequest request) => request.Cookies.Keys.All(name => Find(name) is { Anonymous: true });

    /// <summary>The value that came with the request, or null.</summary>
    public string? Read(HttpRequest request, SiteCookie cookie) => request.Cookies[NameOf(cookie)];

    /// <param name="forVisit">Until the browser is closed, whatever its declared life.</param>
    public void Set(HttpResponse response, SiteCookie cookie, string value, bool forVisit = false) =>
        response.Cookies.Append(NameOf(cookie), value, Options(cookie, forVisit ? null : cookie.Life));

    public void Forget(HttpResponse response, SiteCookie cookie) => response.Cookies.Delete(NameOf(cookie), Options(cookie, life: null));

    private CookieOptions Options(SiteCookie cookie, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = names.Secure,
        SameSite = cookie.SameSite,
        Path = "/",
        IsEssential = cookie.Necessary,
        MaxAge = life,
    };
}
