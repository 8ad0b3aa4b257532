using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Erasures.Check;

namespace SrmBlazor.Features.Erasures;

/// <summary>Erasing what a person may have erased, with a plan before and a proof after it.</summary>
public static class ErasuresFeature
{
    public const string CertificatePath = "/privacy/erasure";

    public static void AddErasures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ErasureOptions>().BindConfiguration(ErasureOptions.Section);
        services.AddSingleton<ErasurePlans>();
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<RawCheck>();
        services.AddScoped<ErasureDesk>();
        services.AddScoped<Closing>();
        services.AddScoped<Execution>();
        services.AddScoped<Verification>();
        services.AddScoped<Certificates>();
        services.AddScoped<ErasureRound>();
        services.AddRound("erasures", TimeSpan.FromMinutes(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ErasureRound>().RunAsync(stop);
        });
    }
}
