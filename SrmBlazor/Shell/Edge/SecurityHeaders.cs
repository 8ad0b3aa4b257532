using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell.Edge;

/// <summary>Headers of every response. Set when the response starts, because the error page begins by clearing all headers.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        // unsafe-inline for style: MudBlazor writes <style> elements and style attributes (MudBlazor #4529); base-uri 'none' would break <base href>
        // a file shown by itself brings a stricter policy of its own
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy =
                "default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data: blob:; font-src 'self'; "
                + $"style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{CspNonce.Of(http)}'; connect-src 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
        // a page may hold somebody's data; css, js and pictures say for themselves how long they last
        if (headers.CacheControl.Count == 0 || http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            headers.CacheControl = "no-store";
    }
}
