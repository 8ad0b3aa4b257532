namespace SrmBlazor.Shell.Edge;

/// <summary>
/// Once the application stops, browsers that reconnect are turned away at once; otherwise they keep the server alive until its
/// time-out (dotnet/aspnetcore #58947: 30 s instead of less than one).
/// </summary>
public sealed class Draining(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>The circuits, and the probe by which a proxy learns to send people elsewhere.</summary>
    private static readonly PathString[] Closed = ["/_blazor", "/health/ready"];

    public Task InvokeAsync(HttpContext http)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested || !Closed.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
