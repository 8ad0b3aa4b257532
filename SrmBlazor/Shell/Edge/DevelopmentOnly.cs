namespace SrmBlazor.Shell.Edge;

/// <summary>Whatever lies under /dev (class kit, mail folder) does not exist outside Development.</summary>
public sealed class DevelopmentOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
