namespace SrmBlazor.Features.Guardians;

public static class GuardiansFeature
{
    /// <summary>The pages are mapped with all other pages.</summary>
    public static void AddGuardians(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<GuardianNotice>();
        services.AddSingleton<GuardianLetters>();
        services.AddScoped<GuardianConsents>();
        services.AddScoped<Invitations>();
        services.AddScoped<GuardianDecisions>();
        services.AddScoped<Guardianships>();
        services.AddScoped<GuardianAccess>();
        services.AddScoped<Leaving>();
        services.AddScoped<Majority>();
        services.AddSingleton<GuardianRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<GuardianRequests>());
    }
}
