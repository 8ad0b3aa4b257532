namespace SrmBlazor.Shell.Edge;

/// <summary>
/// Opens a circuit only to pages of this site. Blazor's hub takes any origin by default, negotiation included, and the browser
/// sends our cookies along with another site's web socket.
/// </summary>
public sealed class OriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || IsOurs(http.Request))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>No origin at all is no browser page of another site: browsers send it with every web socket and every POST.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] != "cross-site"
        && request.Headers.Origin is var origin
        && (origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
}
