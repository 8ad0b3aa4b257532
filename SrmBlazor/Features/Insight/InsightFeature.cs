using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Insight.Transparency;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Insight;

/// <summary>How well requests are answered: in figures for staff, and in figures that can tell of nobody for everybody.</summary>
public static class InsightFeature
{
    public const string Path = "/staff/insight";

    public static void AddInsight(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FigureMemory>();
        builder.Services.AddScoped<RequestFigures>();
        builder.Services.AddOptions<TransparencyOptions>().BindConfiguration(TransparencyOptions.Section)
            .Validate(options => options.IsSound, "Transparency: Least lies between 5 and 1000, SettleDays between 1 and 180.").ValidateOnStart();
        builder.Services.AddScoped<TransparencyReports>();
        builder.Services.AddRound("transparency", TimeSpan.FromHours(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TransparencyReports>().PublishDueAsync(stop);
        });
        builder.Services.AddNavigation<InsightTexts>(Path, "Nav", Icons.Material.Filled.BarChart, 15, nameof(Role.PrivacyOfficer), nameof(Role.Administrator));
    }

    /// <summary>The published figures as files. The pages are mapped with all other pages.</summary>
    public static void MapInsight(this WebApplication app) => app.MapTransparency();
}
