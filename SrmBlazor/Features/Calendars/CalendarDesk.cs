using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <param name="ImportedOn">Null where the year came with the program or the configured folder.</param>
public sealed record LoadedYear(string Calendar, int Year, int Off, int Worked, IReadOnlyList<string> Sources, DateTime? ImportedOn);

public enum ImportOutcome
{
    Done,

    /// <summary>Every day of the list is known already.</summary>
    NothingNew,
    Unreadable,

    /// <summary>Somebody else imported since the preview was shown.</summary>
    Changed,
}

/// <summary>Where administrators see which years are loaded and read in another.</summary>
public sealed class CalendarDesk(Store store, DeadlineBook book)
{
    /// <summary>Announced with each import, to all nodes. Whoever counts days listens to <see cref="Topics.Calendar"/>, which follows.</summary>
    public const string Topic = "calendar-imported";

    /// <summary>By calendar, the newest year first.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<IReadOnlyList<LoadedYear>> ListAsync(Act act)
    {
        act.Demand(Role.Administrator);
        await using var db = store.Read();
        var imported = (await db.Set<CalendarImport>().AsNoTracking().OrderBy(import => import.Number).ToListAsync())
            .SelectMany(import => StatutoryCalendar.YearsIn(import.Days), (import, year) => (import.Calendar, year.Year, import.ImportedOn))
            .ToLookup(one => (one.Calendar, one.Year), one => one.ImportedOn);
        return
        [
            .. book.Current.Calendars.SelectMany(calendar => calendar.Years.Reverse(), (calendar, year) => new LoadedYear(calendar.Name, year.Year,
                year.Days.Count(day => day.Kind == StatutoryKind.Off), year.Days.Count(day => day.Kind == StatutoryKind.Work), [.. year.Sources],
                imported[(calendar.Name, year.Year)].Select(on => (DateTime?)on).LastOrDefault())),
        ];
    }

    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public CalendarPreview Preview(string calendar, string list, Act act)
    {
        act.Demand(Role.Administrator);
        return CalendarPreview.Of(book.Current, calendar, list);
    }

    /// <summary>Keeps the list; from the commit on every node counts with it.</summary>
    /// <param name="shownVersion">Of the preview that was confirmed.</param>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<ImportOutcome> ImportAsync(string calendar, string list, string shownVersion, Act act)
    {
        act.Demand(Role.Administrator);
        await using var work = await store.WriteAsync();
        var preview = CalendarPreview.Of(CalendarImport.AddTo(book.Shipped, work.Db), calendar, list);
        if (!preview.IsReadable || book.Shipped.Calendars.All(known => known.Name != calendar))
        {
            return ImportOutcome.Unreadable;
        }

        if (preview.ShownVersion != shownVersion)
        {
            return ImportOutcome.Changed;
        }

        if (preview.Years.Count == 0)
        {
            return ImportOutcome.NothingNew;
        }

        var number = (await work.Db.Set<CalendarImport>().MaxAsync(import => (int?)import.Number) ?? 0) + 1;
        work.Db.Add(CalendarImport.Of(number, calendar, list, work.Now));
        work.Record(act, "calendar.imported", Guid.Empty, $"{number} {calendar} {string.Join(' ', preview.Years.Select(year => year.Year))}");
        work.Announce(Topic);
        await work.CommitAsync();
        return ImportOutcome.Done;
    }
}
