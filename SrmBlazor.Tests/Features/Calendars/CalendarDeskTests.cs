using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Calendars;

public sealed class CalendarDeskTests
{
    private static readonly DeadlineCase Late = DeadlineCase.PlainFrom("CN", new DateTime(2026, 12, 21, 4, 0, 0, DateTimeKind.Utc));

    [Theory, BothProviders]
    public async Task A_loaded_year_counts_at_once_and_after_a_restart(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        string version;
        await using (var house = await House.OpenAsync(stores))
        {
            var (desk, book, heard) = (house.Get<CalendarDesk>(), house.Get<DeadlineBook>(), new List<bool>());
            using var ear = house.Get<ChangeFeed>().Subscribe(Topics.Calendar, () => heard.Add(Due(book).IsProvisional));
            var before = Due(book);

            var outcome = await LoadAsync(desk, Administrator(house));

            Assert.Equal((ImportOutcome.Done, true, false), (outcome, before.IsProvisional, Due(book).IsProvisional));
            Assert.Equal(DayReason.MadeUp, Due(book).Days.Single(day => day.Date == new DateOnly(2027, 1, 9)).Why);
            Assert.Equal([false], heard);
            var loaded = (await desk.ListAsync(Administrator(house)))[0];
            Assert.Equal(("CN", 2027, 5, 1, "https://www.gov.cn/2027", house.Clock.Now()), (loaded.Calendar, loaded.Year, loaded.Off, loaded.Worked, loaded.Sources.Single(), loaded.ImportedOn!.Value));
            await using var db = house.Store.Read();
            Assert.Equal("1 CN 2027", (await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == "calendar.imported")).Detail);
            version = book.Current.Version;
        }

        await using var again = await House.OpenAsync(stores);

        Assert.Equal(version, again.Get<DeadlineBook>().Current.Version);
        Assert.NotEqual(version, again.Get<DeadlineBook>().Shipped.Version);
    }

    [Theory, BothProviders]
    public async Task What_cannot_be_read_or_changes_nothing_is_not_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (desk, act) = (house.Get<CalendarDesk>(), Administrator(house));
        var before = house.Get<DeadlineBook>().Current.Version;

        Assert.Equal(ImportOutcome.Unreadable, await LoadAsync(desk, act, CalendarSamples.Of2027.Replace(",work,", ",labour,", StringComparison.Ordinal)));
        Assert.Equal(ImportOutcome.Unreadable, await LoadAsync(desk, act, CalendarSamples.Of2027 + new string('\n', CalendarImport.LongestList)));
        Assert.Equal(ImportOutcome.Unreadable, await desk.ImportAsync("XX", CalendarSamples.Of2027, before, act));
        Assert.Equal(ImportOutcome.NothingNew, await LoadAsync(desk, act, "date,kind,name_zh,source\n"));

        await using var db = house.Store.Read();
        Assert.Equal((0, before), (await db.Set<CalendarImport>().CountAsync(), house.Get<DeadlineBook>().Current.Version));
    }

    [Fact]
    public async Task The_preview_names_each_day_that_would_change_and_who_came_first_is_not_overwritten()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (desk, act) = (house.Get<CalendarDesk>(), Administrator(house));
        var first = desk.Preview("CN", CalendarSamples.Of2027, act);
        await LoadAsync(desk, act);

        var amended = desk.Preview("CN", CalendarSamples.Of2027.Replace("2027-01-09,work", "2027-01-10,work", StringComparison.Ordinal), act);
        var stale = await desk.ImportAsync("CN", CalendarSamples.Of2027.Replace("2027-01-02", "2027-01-04", StringComparison.Ordinal), first.ShownVersion, act);

        Assert.Equal((2027, true, 6), (first.Years.Single().Year, first.Years.Single().IsNew, first.Years.Single().Days.Count));
        Assert.Equal([(9, true, false), (10, false, true)], amended.Years.Single().Days.Select(day => (day.Date.Day, day.Before is not null, day.After is not null)));
        Assert.False(amended.Years.Single().IsNew);
        Assert.Equal(ImportOutcome.Changed, stale);
        Assert.Equal(ImportOutcome.NothingNew, await LoadAsync(desk, act));
    }

    [Theory, BothProviders]
    public async Task An_import_stays_as_it_was(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await LoadAsync(house.Get<CalendarDesk>(), Administrator(house));
        await using var db = house.Store.Read();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "CalendarImports" SET "List" = ''"""));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "CalendarImports" """));
    }

    [Fact]
    public async Task What_another_process_loaded_is_found_by_looking()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await House.OpenAsync(stores);
        await using var command = await House.OpenAsync(stores);
        var (book, heard) = (site.Get<DeadlineBook>(), 0);
        using var ear = site.Get<ChangeFeed>().Subscribe(Topics.Calendar, () => heard++);
        Assert.True(Due(book).IsProvisional);

        await LoadAsync(command.Get<CalendarDesk>(), Administrator(command));
        await site.Get<CalendarWatch>().LookAsync();
        await site.Get<CalendarWatch>().LookAsync();

        Assert.Equal((false, 1), (Due(book).IsProvisional, heard));
    }

    [PostgresFact]
    public async Task Another_node_counts_with_it_as_soon_as_it_is_committed()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.PostgreSql);
        await using var here = await House.OpenAsync(stores);
        await using var there = await House.OpenAsync(stores);
        using var heard = new SemaphoreSlim(0);
        var book = there.Get<DeadlineBook>();
        using var ear = there.Get<ChangeFeed>().Subscribe(Topics.Calendar, () => heard.Release());
        await there.Get<Nodes>().StartAsync(CancellationToken.None);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)), "It does not listen.");
        Assert.True(Due(book).IsProvisional);

        await LoadAsync(here.Get<CalendarDesk>(), Administrator(here));
        while (Due(book).IsProvisional)
        {
            Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing was heard.");
        }

        await there.Get<Nodes>().StopAsync(CancellationToken.None);
    }

    private static DeadlineClock Due(DeadlineBook book) => book.Current.Reckon(Late, Late.ReceivedOn).Promise;

    private static Act Administrator(House house) => house.ActOf(Guid.NewGuid(), Role.Administrator);

    private static Task<ImportOutcome> LoadAsync(CalendarDesk desk, Act act, string list = CalendarSamples.Of2027) =>
        desk.ImportAsync("CN", list, desk.Preview("CN", list, act).ShownVersion, act);
}
