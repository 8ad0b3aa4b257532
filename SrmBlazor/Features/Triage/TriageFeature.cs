using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Triage;

/// <summary>One board for everything that waits for staff.</summary>
public static class TriageFeature
{
    public const string Path = "/staff/requests";

    public static void AddTriage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BoardMemory>();
        builder.Services.AddSingleton<BoardWords>();
        builder.Services.AddSingleton<BoardCells>();
        builder.Services.AddScoped<Board>();
        builder.Services.AddScoped<BoardStaff>();
        builder.Services.AddScoped<Claims>();
        builder.Services.AddScoped<BoardReplies>();
        builder.Services.AddScoped<BoardSheet>();
        builder.Services.AddScoped<SavedViews>();
        builder.Services.AddScoped<LateList>();
        builder.Services.AddNavigation<TriageTexts>(LateList.Path, "Nav.Late", Icons.Material.Filled.RunningWithErrors, 12, nameof(Role.Administrator));
        builder.Services.AddNavigation<TriageTexts>(Path, "Nav", Icons.Material.Filled.Inbox, 10, nameof(Role.Verifier), nameof(Role.Screener), nameof(Role.PrivacyOfficer));
        builder.Services.AddRound("board-views", TimeSpan.FromDays(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SavedViews>().SweepAsync(stop);
        });
    }

    /// <summary>The pages are mapped with all other pages.</summary>
    public static void MapTriage(this WebApplication app) => app.MapBoardSheet();
}
