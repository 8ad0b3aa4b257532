using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>The scan of a case over HTTP: it never goes over the circuit and is never cached, so each look is a look in the ledger.</summary>
public static class ScanEndpoint
{
    public static string Of(string reference) => $"/staff/verifications/{reference}/scan";

    public static void MapCaseScan(this IEndpointRouteBuilder app) =>
        app.MapGet("/staff/verifications/{reference}/scan", async (string reference, HttpContext http, Verifications cases, TimeProvider clock) =>
                await cases.ScanAsync(reference, http.User.Act(clock)) is { } jpeg ? ScanAnswers.Preview(http.Response, jpeg) : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Verifier)));
}
