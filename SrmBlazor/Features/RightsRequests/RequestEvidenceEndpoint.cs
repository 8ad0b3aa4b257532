using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A proof over HTTP: it never goes over the circuit, comes as a raw body that is streamed, and is never cached, so each look is a look in the ledger.</summary>
public static class RequestEvidenceEndpoint
{
    public static string Of(string reference, Guid evidence) => $"{To(reference, office: true)}/{evidence:D}";

    /// <summary>Where a picture is sent to.</summary>
    /// <param name="office">By staff, and not by the person themselves.</param>
    public static string To(string reference, bool office) => $"{(office ? "/staff" : "/privacy")}/requests/{reference}/evidence";

    public static void MapRequestEvidence(this IEndpointRouteBuilder app)
    {
        app.MapGet("/staff/requests/{reference}/evidence/{evidence:guid}", async (string reference, Guid evidence, HttpContext http, RequestProofs proofs, TimeProvider clock) =>
                await proofs.PictureAsync(reference, evidence, http.User.Act(clock)) is { } jpeg ? ScanAnswers.Preview(http.Response, jpeg) : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.PrivacyOfficer)));
        app.MapPut("/staff/requests/{reference}/evidence", KeepAsync).DisableAntiforgery().RequireAuthorization(policy => policy.RequireRole(nameof(Role.PrivacyOfficer)));
        app.MapPut("/privacy/requests/{reference}/evidence", KeepAsync).DisableAntiforgery().RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
    }

    /// <summary>The token is looked for here, because the framework's own check would read a form.</summary>
    private static async Task<IResult> KeepAsync(string reference, HttpContext http, RequestProofs proofs, IAntiforgery antiforgery, TimeProvider clock)
    {
        if (http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Failed(StatusCodes.Status400BadRequest);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ScanLimits.RequestBytes;
        }

        return await proofs.KeepAsync(reference, http.Request.BodyReader, http.User.Act(clock), http.RequestAborted) switch
        {
            RequestResult.Done { Picture: { } kept } => Results.Json(new { width = kept.Width, height = kept.Height }),
            RequestResult.Invalid { Picture: { } fault } => ScanAnswers.Of(new ScanOutcome.Refused(fault)),
            RequestResult.NotFound => Failed(StatusCodes.Status404NotFound),
            _ => Failed(StatusCodes.Status400BadRequest),
        };
    }

    /// <summary>With a body: what has none becomes the page for its status, and that takes no PUT.</summary>
    private static IResult Failed(int status) => Results.Json(new { fault = nameof(ScanFault.Failed) }, statusCode: status);
}
