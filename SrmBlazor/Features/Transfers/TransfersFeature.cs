using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Transfers;

/// <summary>A person's data goes to another controller that they name (PIPL 45(3), GDPR 20).</summary>
public static class TransfersFeature
{
    public const string Path = "/privacy/transfer";
    public const string ConfirmPath = "/account/confirm?returnUrl=%2Fprivacy%2Ftransfer";

    public static void AddTransfers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TransferOptions>().BindConfiguration(TransferOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TransferOptions>, TransferOptionsRules>();
        services.AddSingleton<TransferCourier>();
        services.AddScoped<TransferPress>();
        services.AddScoped<MyTransfers>();
        services.AddScoped<TransferDesk>();
        services.AddScoped<TransferPickups>();
        services.AddScoped<TransferRound>();
        services.AddScoped<IRequestWork, Transferring>();
        services.AddRound("transfers", TimeSpan.FromMinutes(10), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TransferRound>().RunAsync(stop);
        });
    }

    /// <summary>The pages are mapped with all other pages; this is the package, for whoever has the link. The form brings the antiforgery token.</summary>
    public static void MapTransfers(this WebApplication app) =>
        app.MapPost("/transfer/{token}/package", async (string token, [FromForm] string? once, HttpContext http, TransferPickups pickups) =>
        {
            if (await pickups.FetchAsync(token) is not { } fetched)
            {
                // its page says that the link does not work, whatever the reason
                return Results.LocalRedirect($"/transfer/{Uri.EscapeDataString(token)}");
            }

            http.Response.Headers.CacheControl = "no-store";
            return Results.File(fetched.Bytes, "application/zip", $"{fetched.Reference}.zip");
        });
}
