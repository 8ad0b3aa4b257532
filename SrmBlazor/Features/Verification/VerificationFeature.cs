using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Verification;

public static class VerificationFeature
{
    public static void AddVerification(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Verifications>();
        services.AddScoped<CaseGate>();
        services.AddScoped<Decisions>();
        services.AddScoped<ChildFindings>();
        services.AddScoped<Rechecks>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<CaseLetters>();
        services.AddScoped<ScanLapses>();
        services.AddRound("identity-checks", TimeSpan.FromHours(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScanLapses>().LapseAsync(stop);
        });
    }

    /// <summary>The pages are mapped with all other pages.</summary>
    public static void MapVerification(this WebApplication app) => app.MapCaseScan();
}
