namespace SrmBlazor.Shared.Web;

/// <summary>Where to go after an answer, when the address came with the request: only ever to a path of this site.</summary>
public static class LocalUrl
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    /// <summary>Browsers read "//host" and "/\host" as another site, and drop tabs and line ends inside an address.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
