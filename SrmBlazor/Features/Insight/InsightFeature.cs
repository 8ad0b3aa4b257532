using MudBlazor;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Insight;

/// <summary>How well requests are answered, in figures for staff.</summary>
public static class InsightFeature
{
    public const string Path = "/staff/insight";

    public static void AddInsight(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FigureMemory>();
        builder.Services.AddScoped<RequestFigures>();
        builder.Services.AddNavigation<InsightTexts>(Path, "Nav", Icons.Material.Filled.BarChart, 15, nameof(Role.PrivacyOfficer), nameof(Role.Administrator));
    }
}
