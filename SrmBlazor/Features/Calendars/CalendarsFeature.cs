using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <summary>The clocks of requests, on the calendars that the program brings and those that administrators import.</summary>
public static class CalendarsFeature
{
    /// <summary>A folder whose <c>rules.csv</c> takes the place of ours and whose <c>days-NAME.csv</c> add to our calendars.</summary>
    public const string FolderSetting = "Deadlines:Folder";

    public static void AddCalendars(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(DeadlineBook.Open(builder.Configuration[FolderSetting]));
        builder.Services.AddTransient<DeadlineSentences>();
    }
}
