using MudBlazor;
using SrmBlazor.Data;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <summary>The clocks of requests, on the calendars that the program brings and those that administrators import.</summary>
public static class CalendarsFeature
{
    public static void AddCalendars(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(Open);
        services.AddLocalization();
        services.AddTransient<DeadlineSentences>();
        services.AddScoped<CalendarDesk>();
        services.AddSingleton<CalendarWatch>();
        services.AddNavigation<CalendarsTexts>("/staff/calendars", "Nav", Icons.Material.Filled.CalendarMonth, 80, nameof(Role.Administrator));
        services.AddRound("calendars", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<CalendarWatch>().LookAsync(stop));
    }

    private static DeadlineBook Open(IServiceProvider provider)
    {
        var (contexts, changes) = (provider.GetRequiredService<Func<SrmDbContext>>(), provider.GetRequiredService<ChangeFeed>());
        var book = DeadlineBook.Open(provider.GetRequiredService<IConfiguration>()[DeadlineBook.FolderSetting], shipped =>
        {
            using var db = contexts();
            return CalendarImport.AddTo(shipped, db);
        });
        // as long as the process lives; the pages hear of it only when there is something new to ask for
        _ = changes.Subscribe(CalendarDesk.Topic, () =>
        {
            book.Forget();
            changes.Announce(Topics.Calendar);
        });
        return book;
    }
}
