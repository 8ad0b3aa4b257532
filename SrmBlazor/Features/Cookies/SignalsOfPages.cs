using Microsoft.AspNetCore.Components.Endpoints;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>Notes the signal of a signed-in person with the pages they open.</summary>
public sealed class SignalsOfPages(RequestDelegate next, SignalLog log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            && PrivacySignal.Of(http.Request) is { Count: > 0 } signals
            && http.User.Act(clock) is { Roles: not Role.None } act)
        {
            await log.NoteAsync(signals, act);
        }

        await next(http);
    }
}
