using System.Text;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListShelfTests
{
    private static readonly byte[] Blocked = Encoding.UTF8.GetBytes("name,aliases,nationality,birth_year,note\nOdrin Zantropov,,RU,1958,Invented\n");

    private static readonly byte[] BlockedToo = [.. Blocked, .. "Quella Morbennik,,KZ,1971,Invented\n"u8];

    [Theory, BothProviders]
    public async Task A_version_that_went_live_is_what_everybody_is_compared_with_from_then_on(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var empty = await house.ShelfAsync();

        await house.TakeAsync(ListSource.Own, Blocked);
        var first = await house.ShelfAsync();
        await house.TakeAsync(ListSource.Own, BlockedToo);
        var second = await house.ShelfAsync();

        Assert.Equal((0, 1, 2), (empty.Entries.Count, first.Entries.Count, second.Entries.Count));
        Assert.Empty(first.Index.Search(new Query("Quella Morbennik"), Engine.ReviewFloor));
        var match = Assert.Single(second.Index.Search(new Query("Quella Morbennik", "KZ", 1971), Engine.ReviewFloor));
        Assert.Equal((ListSource.Own, "Quella Morbennik", 3), (second.EntryOf(match).Source, second.EntryOf(match).Entry.Id, second.EntryOf(match).Entry.Line));
        Assert.Same(second.EntryOf(match), second.Find(ListSource.Own, "Quella Morbennik"));
        Assert.Equal(3, new[] { empty, first, second }.DistinctBy(shelf => shelf.Fingerprint).Count());
        Assert.Same(second, await house.ShelfAsync());
    }

    [Theory, BothProviders]
    public async Task The_lists_of_an_earlier_day_are_what_they_were(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        DateTime then;
        Shelf was;
        await using (var house = await House.OpenAsync(stores))
        {
            await house.TakeAsync(ListSource.OfacSdn);
            await house.TakeAsync(ListSource.OfacAlt);
            await house.TakeAsync(ListSource.Own, Blocked);
            (then, was) = (house.Clock.Now(), await house.ShelfAsync());
            house.Clock.Advance(TimeSpan.FromDays(1));
            await house.TakeAsync(ListSource.Own, BlockedToo);
            await house.TakeAsync(ListSource.OfacSdn, 70);
            Assert.NotEqual(was.Fingerprint, (await house.ShelfAsync()).Fingerprint);
        }

        await using var later = await House.OpenAsync(stores);
        var shelf = await later.Get<ListShelf>().OfAsync(await later.Get<ListShelf>().VersionsOnAsync(then));

        Assert.Equal(was.Fingerprint, shelf.Fingerprint);
        Assert.Equal(was.Versions.Select(version => version.Id), shelf.Versions.Select(version => version.Id));
        Assert.Equal(was.Entries.Select(entry => (entry.Key, entry.Entry.ContentHash)), shelf.Entries.Select(entry => (entry.Key, entry.Entry.ContentHash)));
        var query = new Query("Odrin Zantropof", "RU", 1959);
        Assert.Equal(was.Index.Search(query, 0.5).Select(match => (match.Party.Id, match.Score)), shelf.Index.Search(query, 0.5).Select(match => (match.Party.Id, match.Score)));
        Assert.Same(shelf.Index, (await later.Get<ListShelf>().OfAsync([.. shelf.Versions.Select(version => version.Id)])).Index);
        await Assert.ThrowsAsync<ArgumentException>(() => later.Get<ListShelf>().OfAsync([Guid.NewGuid()]));
    }

    [Fact]
    public async Task Names_and_addresses_that_stand_in_files_of_their_own_are_joined_and_firms_are_not_compared_with_people()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.TakeAsync(ListSource.OfacAlt);
        var orphans = (await house.ShelfAsync()).Orphans.Count;

        await house.TakeAsync(ListSource.OfacAdd);
        await house.TakeAsync(ListSource.OfacSdn);
        var shelf = await house.ShelfAsync();

        var alone = SampleLists.Accepted(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn));
        var joined = OfacJoin.Of(alone, SampleLists.Accepted(ListSource.OfacAlt, SampleLists.Of(ListSource.OfacAlt)), SampleLists.Accepted(ListSource.OfacAdd, SampleLists.Of(ListSource.OfacAdd)));
        Assert.Equal((60, joined.Orphans.Count), (orphans, shelf.Orphans.Count));
        Assert.Equal(joined.Entries.Select(entry => entry.ContentHash), shelf.Entries.Select(entry => entry.Entry.ContentHash));
        Assert.NotEqual(alone.Entries.Select(entry => entry.ContentHash), shelf.Entries.Select(entry => entry.Entry.ContentHash));
        Assert.Equal(shelf.Entries.Where(entry => entry.Entry.Kind == EntryKind.Person).Sum(entry => entry.Entry.Names.Count), shelf.Index.Names);
        Assert.Contains(shelf.Entries, entry => entry.Entry.Kind == EntryKind.Vessel);
    }

    [Fact]
    public async Task The_same_file_taken_over_again_confirms_the_list_and_changes_nothing_for_anybody()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.TakeAsync(ListSource.Own, Blocked);
        var before = await house.ShelfAsync();
        house.Clock.Advance(TimeSpan.FromDays(3));

        Assert.True((await house.CheckedAsync(ListSource.Own, Blocked)).IsSame);
        await house.TakeAsync(ListSource.Own, Blocked);
        var after = await house.ShelfAsync();

        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.Same(before.Index, after.Index);
        Assert.Equal((1, 2), (before.Versions.Single().Number, after.Versions.Single().Number));
    }

    [SharedDataFact("screening/ofac-sdn-2024-04-19.csv", "screening/ofac-sdn-2024-05-03.csv", "screening/ofac-alt-2024-09.csv", "screening/ofac-add-2025-02.csv", "screening/un-consolidated-2026-02-27.xml")]
    public async Task The_real_lists_stand_on_the_shelf_joined_and_both_of_their_days_can_be_searched()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.TakeAsync(ListSource.OfacSdn, Real("ofac-sdn-2024-04-19.csv"), new DateOnly(2024, 4, 19));
        await house.TakeAsync(ListSource.OfacAlt, Real("ofac-alt-2024-09.csv"));
        await house.TakeAsync(ListSource.OfacAdd, Real("ofac-add-2025-02.csv"));
        await house.TakeAsync(ListSource.Un, Real("un-consolidated-2026-02-27.xml"));
        var before = await house.ShelfAsync();

        await house.TakeAsync(ListSource.OfacSdn, Real("ofac-sdn-2024-05-03.csv"), new DateOnly(2024, 5, 3));
        var after = await house.ShelfAsync();
        var again = await house.Get<ListShelf>().OfAsync([.. before.Versions.Select(version => version.Id)]);

        Assert.Equal((14_630 + 1_003, 14_965 + 1_003), (before.Entries.Count, after.Entries.Count));
        Assert.Equal(before.Entries.Select(entry => entry.Entry.ContentHash), again.Entries.Select(entry => entry.Entry.ContentHash));
        Assert.Contains(after.Index.Search(new Query("Усама бен Ладен"), Engine.ReviewFloor), match => after.EntryOf(match).Source == ListSource.OfacSdn);
    }

    private static byte[] Real(string file) => File.ReadAllBytes(SharedData.PathOf($"screening/{file}"));

    [Fact]
    public async Task What_a_command_imported_is_found_by_looking()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await House.OpenAsync(stores);
        await using var command = await House.OpenAsync(stores);
        await site.Get<ListWatch>().LookAsync();
        var heard = 0;
        using var ear = site.Get<ChangeFeed>().Subscribe(Topics.ScreeningLists, () => heard++);
        Assert.Empty((await site.ShelfAsync()).Entries);

        await command.TakeAsync(ListSource.Own, Blocked);
        Assert.Empty((await site.ShelfAsync()).Entries);
        await site.Get<ListWatch>().LookAsync();
        await site.Get<ListWatch>().LookAsync();

        Assert.Equal(1, heard);
        Assert.Single((await site.ShelfAsync()).Entries);
    }

    [PostgresFact]
    public async Task Another_node_compares_with_it_as_soon_as_it_is_committed()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.PostgreSql);
        await using var here = await House.OpenAsync(stores);
        await using var there = await House.OpenAsync(stores);
        using var heard = new SemaphoreSlim(0);
        using var ear = there.Get<ChangeFeed>().Subscribe(Topics.ScreeningLists, () => heard.Release());
        await there.Get<Nodes>().StartAsync(CancellationToken.None);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)), "It does not listen.");
        Assert.Empty((await there.ShelfAsync()).Entries);

        await here.TakeAsync(ListSource.Own, Blocked);
        while ((await there.ShelfAsync()).Entries.Count == 0)
        {
            Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing was heard.");
        }

        await there.Get<Nodes>().StopAsync(CancellationToken.None);
        Assert.Equal((await here.ShelfAsync()).Fingerprint, (await there.ShelfAsync()).Fingerprint);
    }
}
