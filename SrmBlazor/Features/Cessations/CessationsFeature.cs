using SrmBlazor.Data.Jobs;

namespace SrmBlazor.Features.Cessations;

/// <summary>The end of the service, or of a part of it: announced in public and by letter, then erased by itself on its day.</summary>
public static class CessationsFeature
{
    public const string Path = "/service-end";

    /// <summary>What the command needs; it writes no letters.</summary>
    public static IHostApplicationBuilder AddCessationRun(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CessationOptions>().BindConfiguration(CessationOptions.Section).Validate(cessation => cessation.Days > 0, "Cessation:Days must be at least 1.");
        builder.Services.AddSingleton<CessationRun>();
        return builder;
    }

    public static void AddCessations(this WebApplicationBuilder builder)
    {
        builder.AddCessationRun();
        builder.Services.AddScoped<Announcements>();
        builder.Services.AddSingleton<CessationMails>();
        builder.Services.AddRound("cessations", TimeSpan.FromMinutes(10), async (provider, stop) =>
        {
            await provider.GetRequiredService<CessationMails>().SendAsync(stop);
            await provider.GetRequiredService<CessationRun>().EndDueAsync(stop);
        });
    }
}
