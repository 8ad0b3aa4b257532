using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening;

/// <summary>Restricted-party screening: the lists, and who is compared with them.</summary>
public static class ScreeningFeature
{
    public static void AddScreening(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ListShelf>();
        services.AddSingleton<ListWatch>();
        services.AddScoped<ListDesk>();
        services.AddRound("screening-lists", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<ListWatch>().LookAsync(stop));
    }
}
