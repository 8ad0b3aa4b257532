using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Screening;

/// <summary>Restricted-party screening: the lists, and who is compared with them.</summary>
public static class ScreeningFeature
{
    public const string ListsPath = "/staff/screening/lists";

    public static void AddScreening(this IHostApplicationBuilder builder)
    {
        builder.AddScreeningLists();
        AddCases(builder);
    }

    /// <summary>The lists alone, for whoever takes them over on the command line.</summary>
    public static void AddScreeningLists(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ScreeningOptions>().BindConfiguration(ScreeningOptions.Section)
            .Validate(options => options.IsSound, "Screening: ListsOldAfterDays lies between 1 and 365.")
            .Validate(options => options.CanBeFetched, $"Screening: Addresses are of {string.Join(", ", ListSources.Names)} without own, begin with https:// and hold no password; FetchEveryHours lies between 1 and 720.").ValidateOnStart();
        services.AddLocalization();
        services.AddSingleton<ListShelf>();
        services.AddSingleton<ListWatch>();
        services.AddScoped<ListDesk>();
        services.AddScoped<ListLibrary>();
        services.AddSingleton<ListCourier>();
        services.AddScoped<ListFetching>();
        services.AddScoped<OwnDesk>();
        services.AddTransient<ListSentences>();
        services.AddRound("screening-lists", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<ListWatch>().LookAsync(stop));
        services.AddRound("screening-fetch", TimeSpan.FromMinutes(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ListFetching>().FetchDueAsync(stop);
        });
        services.AddNavigation<ListTexts>(ListsPath, "Nav", Icons.Material.Filled.ListAlt, 61, nameof(Role.Screener), nameof(Role.Administrator), nameof(Role.Auditor));
    }

    private static void AddCases(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CaseOptions>().BindConfiguration(CaseOptions.Section)
            .Validate(cases => cases.IsSound, $"{CaseOptions.Section}:TooMany must be at least 1, and {CaseOptions.Section}:TwoPeopleFrom between 0 and 1.").ValidateOnStart();
        services.AddSingleton<ScreeningHashes>();
        services.AddSingleton<ScreeningBases>();
        services.AddSingleton<Comparisons>();
        services.AddSingleton<ScreeningLook>();
        services.AddScoped<PersonWords>();
        services.AddScoped<Screenings>();
        services.AddScoped<Rescreenings>();
        services.AddScoped<ScreeningLog>();
        services.AddScoped<ScreeningLetters>();
        services.AddScoped<ScreeningDesk>();
        services.AddScoped<ScreeningDecisions>();
        services.AddScoped<ScreeningContests>();
        services.AddScoped<ScreeningMoves>();
        services.AddScoped<MyScreening>();
        services.AddNavigation<ScreeningCasesTexts>("/staff/screening", "Nav", Icons.Material.Filled.PersonSearch, 40, nameof(Role.Screener));
        services.AddNavigation<ScreeningCasesTexts>("/staff/screening/why", "Past.Nav", Icons.Material.Filled.ManageSearch, 63, nameof(Role.Screener), nameof(Role.Auditor));
        services.AddRound("screening", TimeSpan.FromSeconds(5), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Screenings>().ScreenDueAsync(stop);
            await scope.ServiceProvider.GetRequiredService<Rescreenings>().RunAsync(stop);
        });
    }

    /// <summary>The own list as a file. The pages are mapped with all other pages.</summary>
    public static void MapScreening(this WebApplication app) => app.MapOwnListFile();
}
