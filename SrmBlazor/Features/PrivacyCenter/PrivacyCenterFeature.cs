using Microsoft.AspNetCore.Mvc;
using MudBlazor;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>Everything held about a person before their eyes, and as a package to take away.</summary>
public static class PrivacyCenterFeature
{
    public const string DataPath = "/privacy/data";
    public const string ConfirmPath = "/account/confirm?returnUrl=%2Fprivacy%2Fdata%23copy";

    public static void AddPrivacyCenter(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PrivacyCenterOptions>().BindConfiguration(PrivacyCenterOptions.Section);
        services.AddScoped<DossierWords>();
        services.AddScoped<Information>();
        services.AddScoped<DossierReader>();
        services.AddScoped<CopyPress>();
        services.AddScoped<CopyParts>();
        services.AddScoped<CopyMaker>();
        services.AddScoped<MyCopies>();
        services.AddScoped<MyHandling>();
        services.AddHostedService<CopyWorker>();
        services.AddNavigation<PrivacyCenterTexts>(DataPath, "Nav", Icons.Material.Filled.Folder, 2, nameof(Role.Supplier));
    }

    /// <summary>The pages are mapped with all other pages; this is the package, which never goes over a circuit. The form brings the antiforgery token.</summary>
    public static void MapPrivacyCenter(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.MapPost("/privacy/copies/{copy:guid}", async (Guid copy, [FromForm] string? once, HttpContext http, MyCopies copies) =>
                await copies.TakeAsync(copy, http.User.Act(clock)) switch
                {
                    CopyTaking.Taken taken => await SendAsync(http, taken),
                    CopyTaking.NotConfirmed => Results.LocalRedirect(ConfirmPath),
                    _ => Results.NotFound(),
                })
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
    }

    private static async Task<IResult> SendAsync(HttpContext http, CopyTaking.Taken taken)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"my-data-{taken.MadeOn:yyyy-MM-dd}.zip\"");
        (response.ContentType, response.ContentLength) = ("application/zip", taken.Bytes);
        await foreach (var part in taken.Parts)
        {
            await response.Body.WriteAsync(part, http.RequestAborted);
        }

        return Results.Empty;
    }
}
