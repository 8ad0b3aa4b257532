using MudBlazor;
using SrmBlazor.Data.Signing;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Consents;

/// <summary>Consents given and taken back, with receipts that anybody can check.</summary>
public static class ConsentsFeature
{
    public const string KeysPath = "/.well-known/srm-receipt-keys.json";

    public static void AddConsents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<Notices>();
        builder.Services.AddSingleton<ConsentBook>();
        builder.Services.AddSingleton<NoticesShown>();
        builder.Services.AddScoped<MyConsents>();
        builder.Services.AddScoped<ConsentReceipts>();
        builder.Services.AddNavigation<ConsentsTexts>("/privacy/consents", "Nav", Icons.Material.Filled.FactCheck, 2, nameof(Role.Supplier));
    }

    public static void MapConsents(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.MapGet(KeysPath, async (ConsentReceipts receipts) => Results.Json(await receipts.KeysAsync())).AllowAnonymous();
        app.MapGet("/privacy/consents/receipts/{decision:guid}/file", async (Guid decision, HttpContext http, ConsentReceipts receipts) =>
                await receipts.SignAsync(decision, http.User.Act(clock)) is { } file
                    ? Results.File(file, "application/json", $"consent-receipt-{decision:N}.json") : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
    }
}
