namespace SrmBlazor.Shared.Web;

/// <summary>
/// Names of the cookies by environment: <c>__Host-theme</c> where there is TLS (the prefix binds a cookie to this host, https and path /),
/// plain <c>theme</c> in Development, where a browser on http would refuse the prefix.
/// </summary>
public sealed class CookieNames(IHostEnvironment environment)
{
    public const string Language = "language";
    public const string Theme = "theme";
    public const string FontSize = "font-size";
    public const string Antiforgery = "antiforgery";

    public bool Secure => !environment.IsDevelopment();

    public string this[string name] => Secure ? $"__Host-{name}" : name;
}
