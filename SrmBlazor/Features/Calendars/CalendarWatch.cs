using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <summary>A calendar may be imported by command while the site runs: on SQLite nobody tells the site, so it looks for itself.</summary>
public sealed class CalendarWatch(Func<SrmDbContext> contexts, DeadlineBook book, ChangeFeed changes)
{
    public async Task LookAsync(CancellationToken stop = default)
    {
        await using var db = contexts();
        if (CalendarImport.AddTo(book.Shipped, db).Version != book.Current.Version)
        {
            changes.Announce(CalendarDesk.Topic);
        }
    }
}
