using Microsoft.AspNetCore.Mvc;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>What the board shows as a file, by the same words in the address.</summary>
public static class BoardSheetEndpoint
{
    private const string Path = $"{TriageFeature.Path}/table.csv";

    public static string Of(BoardFilter filter) => BoardQuery.Text(filter) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    public static void MapBoardSheet(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, (string? view, string? kind, string? region, string? holder, string? due, string? age, string? sort, HttpContext http, [FromServices] BoardSheet sheet, TimeProvider clock) =>
        {
            var filter = BoardQuery.Read(view, kind, region, holder, due, int.TryParse(age, out var days) ? days : null, sort);
            var act = http.User.Act(clock);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(body => sheet.WriteAsync(filter, body, act, http.RequestAborted), "text/csv; charset=utf-8", $"board-{RequestClock.Today(act.On):yyyy-MM-dd}.csv");
        }).RequireAuthorization(policy => policy.RequireRole(nameof(Role.Verifier), nameof(Role.Screener), nameof(Role.PrivacyOfficer)));
}
