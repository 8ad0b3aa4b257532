using Microsoft.AspNetCore.Components.Endpoints;

namespace SrmBlazor.Shell.Edge;

/// <summary>A page is posted to by forms. The framework answers anything else with a fault of its own, which is no fault of ours to be logged.</summary>
public sealed class FormsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.HasFormContentType || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }
}
