namespace SrmBlazor.Shared.Web;

/// <summary>
/// One cookie that this site can set, declared with <c>AddSiteCookie</c> beside what sets it. Why it is there is said by the texts of the
/// page <c>/cookies</c> under its name.
/// </summary>
/// <param name="Name">Without the prefix of <see cref="CookieNames"/>.</param>
/// <param name="Necessary">Set without asking, because the site cannot work without it; any other only by an act of the visitor's.</param>
/// <param name="Life">Null: until the browser is closed.</param>
public sealed record SiteCookie(string Name, bool Necessary, TimeSpan? Life)
{
    public SameSiteMode SameSite { get; init; } = SameSiteMode.Lax;

    /// <summary>Tells nothing about who is asking.</summary>
    public bool Anonymous { get; init; }
}

public static class SiteCookies
{
    public static IServiceCollection AddSiteCookie(this IServiceCollection services, SiteCookie cookie) => services.AddSingleton(cookie);
}
