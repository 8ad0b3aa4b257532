using Microsoft.AspNetCore.Mvc;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The own list as a file to keep, to change and to bring again.</summary>
internal static class OwnListFile
{
    public const string Path = $"{ScreeningFeature.ListsPath}/own.csv";

    public static void MapOwnListFile(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, (HttpContext http, [FromServices] OwnDesk desk, TimeProvider clock) =>
        {
            var act = http.User.Act(clock);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(body => desk.WriteAsync(body, act), "text/csv; charset=utf-8", $"own-list-{act.On:yyyy-MM-dd}.csv");
        }).RequireAuthorization(policy => policy.RequireRole(nameof(Role.Screener), nameof(Role.Administrator), nameof(Role.Auditor)));
}
