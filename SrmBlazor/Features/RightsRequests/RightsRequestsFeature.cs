using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What people ask about their data, from the day it arrives to the answer and the appeal.</summary>
public static class RightsRequestsFeature
{
    public static void AddRightsRequests(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // read here, so that a table that cannot be used stops the start
        services.AddSingleton(RequestWindows.Open(builder.Configuration[DeadlineBook.FolderSetting]));
        services.AddOptions<WarningOptions>().BindConfiguration(WarningOptions.Section).ValidateOnStart()
            .Validate(options => options.IsSound, "Warnings:FirstPercent and Warnings:SecondPercent must lie between 1 and 99, the first below the second.");
        services.AddScoped<RequestWorks>();
        services.AddScoped<RequestClock>();
        services.AddScoped<RequestLooks>();
        services.AddScoped<RequestAlarm>();
        services.AddScoped<RequestLetters>();
        services.AddScoped<CasePlanning>();
        services.AddScoped<CaseTasks>();
        services.AddScoped<CaseNotes>();
        services.AddScoped<CaseVisits>();
        services.AddScoped<RequestBook>();
        services.AddScoped<RequestReading>();
        services.AddScoped<RequestCarrier>();
        services.AddScoped<RequestRound>();
        services.AddScoped<RequestProofs>();
        services.AddScoped<RequestEntry>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<RequestMoves>();
        services.AddScoped<Replies>();
        services.AddScoped<RequestGate>();
        services.AddScoped<RequestDecisions>();
        services.AddScoped<MyRequests>();
        services.AddScoped<RequestThread>();
        services.AddScoped<AnswerLetters>();
        services.AddScoped<Representations>();
        services.AddNavigation<RightsRequestsTexts>("/privacy/requests", "Nav", Icons.Material.Filled.QuestionAnswer, 4, nameof(Role.Supplier));
        services.AddRound("requests", TimeSpan.FromMinutes(10), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RequestRound>().RunAsync(stop);
        });
    }

    /// <summary>The pages are mapped with all other pages.</summary>
    public static void MapRightsRequests(this WebApplication app) => app.MapRequestEvidence();
}
