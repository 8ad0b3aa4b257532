using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Features.Registration;

/// <summary>A scan over HTTP: a raw body, streamed; never a form, which would write plain temporary files.</summary>
public static class ScanEndpoints
{
    public const string Path = "/register/scan";

    public static void MapScans(this IEndpointRouteBuilder app) =>
        app.MapScans(Path, http => DraftKey.Of(http.User) is { } key ? new ScanOwner.OfDraft(key) : null).AllowAnonymous();

    /// <param name="owner">Whose scan a request is about; null is answered with 404.</param>
    public static RouteGroupBuilder MapScans(this IEndpointRouteBuilder app, string path, Func<HttpContext, ScanOwner?> owner)
    {
        var scans = app.MapGroup(path);
        scans.MapPut("", (HttpContext http, ScanStore store, IAntiforgery antiforgery) => CheckedAsync(http, owner, antiforgery, async mine =>
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = ScanLimits.RequestBytes;
            }

            return Answer(await store.PutAsync(mine, http.Request.BodyReader, http.RequestAborted));
        })).DisableAntiforgery();
        scans.MapPost("rotate", (HttpContext http, ScanStore store, IAntiforgery antiforgery) =>
            CheckedAsync(http, owner, antiforgery, async mine => Answer(await store.RotateAsync(mine, http.RequestAborted)))).DisableAntiforgery();
        scans.MapDelete("", (HttpContext http, ScanStore store, IAntiforgery antiforgery) =>
            CheckedAsync(http, owner, antiforgery, async mine => await store.RemoveAsync(mine) ? Results.NoContent() : Results.NotFound())).DisableAntiforgery();
        scans.MapGet("", async (HttpContext http, ScanStore store) =>
            owner(http) is { } mine && await store.ShowAsync(mine) is { } jpeg ? ScanAnswers.Preview(http.Response, jpeg) : Results.NotFound());
        return scans;
    }

    private static IResult Answer(ScanOutcome? outcome) => outcome is null ? Results.NotFound() : ScanAnswers.Of(outcome);

    /// <summary>The header is checked here because the framework's own check would read the body as a form.</summary>
    private static async Task<IResult> CheckedAsync(HttpContext http, Func<HttpContext, ScanOwner?> owner, IAntiforgery antiforgery, Func<ScanOwner, Task<IResult>> act)
    {
        if (owner(http) is not { } mine)
        {
            return Results.NotFound();
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.BadRequest();
        }

        return await act(mine);
    }
}
