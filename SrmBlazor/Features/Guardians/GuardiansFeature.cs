using SrmBlazor.Data.Jobs;

namespace SrmBlazor.Features.Guardians;

public static class GuardiansFeature
{
    public static void AddGuardians(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<GuardianNotice>();
        services.AddSingleton<GuardianLetters>();
        services.AddScoped<GuardianConsents>();
        services.AddScoped<Invitations>();
        services.AddScoped<AccountInvitations>();
        services.AddScoped<GuardianDecisions>();
        services.AddScoped<Guardianships>();
        services.AddScoped<GuardianRenewals>();
        services.AddScoped<GuardianNews>();
        services.AddScoped<GuardianAccess>();
        services.AddScoped<Majority>();
        services.AddSingleton<GuardianRequests>();
        services.AddRound("guardians", TimeSpan.FromHours(6), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountInvitations>().LapseAsync(stop);
            await scope.ServiceProvider.GetRequiredService<Majority>().EndAsync(stop);
        });
        services.AddSingleton<GuardianPolicyMails>();
        services.AddRound("guardian-policy-mails", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<GuardianPolicyMails>().SendAsync(stop));
        services.AddHostedService(provider => provider.GetRequiredService<GuardianRequests>());
    }

    /// <summary>The pages are mapped with all other pages; these are the signed receipts.</summary>
    public static void MapGuardians(this WebApplication app) =>
        app.MapGet("/guardian/child/{token}/receipts/{decision:guid}/file", async (string token, Guid decision, Guardianships guardianships) =>
            await guardianships.ReceiptAsync(token, decision) is { } file ? Results.File(file, "application/json", $"consent-receipt-{decision:N}.json") : Results.NotFound()).AllowAnonymous();
}
