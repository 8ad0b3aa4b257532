using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A proof over HTTP: it never goes over the circuit and is never cached, so each look is a look in the ledger.</summary>
public static class RequestEvidenceEndpoint
{
    public static string Of(string reference, Guid evidence) => $"/staff/requests/{reference}/evidence/{evidence:D}";

    public static void MapRequestEvidence(this IEndpointRouteBuilder app) =>
        app.MapGet("/staff/requests/{reference}/evidence/{evidence:guid}", async (string reference, Guid evidence, HttpContext http, RequestProofs proofs, TimeProvider clock) =>
                await proofs.PictureAsync(reference, evidence, http.User.Act(clock)) is { } jpeg ? ScanAnswers.Preview(http.Response, jpeg) : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.PrivacyOfficer)));
}
