using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListDeskTests
{
    [Theory, BothProviders]
    public async Task A_version_once_stored_can_neither_be_changed_nor_removed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.TakeAsync(ListSource.Own);
        await using var db = house.Store.Read();
        var entities = new[] { db.Model.FindEntityType(typeof(ScreeningListVersion))!, db.Model.FindEntityType(typeof(ScreeningListFile))! };

        Assert.All(entities.SelectMany(entity => entity.GetProperties().Select(property => $"UPDATE \"{entity.GetTableName()}\" SET \"{property.Name}\" = \"{property.Name}\"").Append($"DELETE FROM \"{entity.GetTableName()}\"")), statement =>
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => db.Database.ExecuteSqlRaw(statement)).Message, StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task What_goes_live_stands_in_the_audit_and_with_its_date_counts_and_hash(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.TakeAsync(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn), new DateOnly(2026, 2, 27));
        await house.TakeAsync(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn, 62), new DateOnly(2026, 3, 1));

        await using var db = house.Store.Read();
        var version = (await ScreeningListVersion.LiveAsync(db)).Single();
        var expected = SampleLists.Accepted(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn, 62));
        Assert.Equal((2, new DateOnly(2026, 3, 1), house.Clock.Now(), expected.Sha256), (version.Number, version.FileDate, version.ImportedOn, version.Sha256));
        Assert.Equal(expected.Counts, new(version.EntryCount, version.NameCount, version.AddressCount));
        Assert.Equal($"2 ofac-sdn {version.Sha256} +2 -0 ~0", (await db.Set<AuditEntry>().OrderBy(entry => entry.Number).LastAsync(entry => entry.Action == "screening.list-imported")).Detail);
    }

    [Theory, BothProviders]
    public async Task Killed_before_the_commit_the_old_version_stays_and_the_same_file_can_be_taken_over_again(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using (var house = await House.OpenAsync(stores))
        {
            await house.TakeAsync(ListSource.Own);
            var check = await house.CheckedAsync(ListSource.Own, SampleLists.Of(ListSource.Own, 61));
            house.DieAt("screening.list-stored");
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<ListDesk>().TakeAsync(check, house.Keeper()));
        }

        await using var again = await House.OpenAsync(stores);

        Assert.Equal(60, (await again.ShelfAsync()).Entries.Count);
        await again.TakeAsync(ListSource.Own, 61);
        Assert.Equal(61, (await again.ShelfAsync()).Entries.Count);
    }

    [Fact]
    public async Task A_broken_or_shrunken_file_is_refused_with_its_line_and_the_live_version_named()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var broken = SampleLists.Of(ListSource.OfacSdn)[..^400];
        var first = Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, broken));
        await house.TakeAsync(ListSource.OfacSdn);

        var cut = Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, broken));
        var shrunken = Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn, 50)));
        await house.TakeAsync(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn, 50), deliberate: true);

        Assert.Null(first.Live);
        Assert.Equal((RefusalReason.Truncated, 1), (cut.Refusal.Reason, cut.Live!.Number));
        Assert.InRange(cut.Refusal.Line, 50, 60);
        Assert.Equal((RefusalReason.Shrunken, 0), (shrunken.Refusal.Reason, shrunken.Refusal.Line));
        Assert.True((await house.ShelfAsync()).Versions.Single().WasDeliberate);
    }

    [Fact]
    public async Task The_date_is_the_files_own_not_to_come_and_not_before_the_live_one()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        house.Clock.Advance(TimeSpan.FromDays(365)); // the samples are of November
        var file = SampleLists.Of(ListSource.OfacSdn);
        var today = DateOnly.FromDateTime(house.Clock.Now());
        var un = SampleLists.Of(ListSource.Un);
        var own = (await house.CheckedAsync(ListSource.Un, un)).FileDate!.Value;

        Assert.IsType<CheckResult.Ready>(await house.CheckAsync(ListSource.Un, un, own));
        Assert.Equal(RefusalReason.Date, Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.Un, un, own.AddDays(-1))).Refusal.Reason);
        Assert.Equal(RefusalReason.Date, Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, file, today.AddDays(2))).Refusal.Reason);
        await house.TakeAsync(ListSource.OfacSdn, file, today);
        Assert.Equal(RefusalReason.Older, Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, file, today.AddDays(-1))).Refusal.Reason);
        await house.TakeAsync(ListSource.OfacSdn, file, today.AddDays(-1), deliberate: true);
    }

    [Fact]
    public async Task Of_two_who_checked_against_the_same_version_the_second_is_told_to_look_again()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (one, other) = (await house.CheckedAsync(ListSource.Own, SampleLists.Of(ListSource.Own)), await house.CheckedAsync(ListSource.Own, SampleLists.Of(ListSource.Own, 61)));

        Assert.Equal(TakeOutcome.Live, await house.Get<ListDesk>().TakeAsync(one, house.Keeper()));
        Assert.Equal(TakeOutcome.Overtaken, await house.Get<ListDesk>().TakeAsync(other, house.Keeper()));

        Assert.Equal(60, (await house.ShelfAsync()).Entries.Count);
    }

    [Fact]
    public async Task Only_who_keeps_lists_may_bring_one()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var check = await house.CheckedAsync(ListSource.Own, SampleLists.Of(ListSource.Own));
        var verifier = house.ActOf(Guid.NewGuid(), Role.Verifier);

        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<ListDesk>().CheckAsync(ListSource.Own, Stream.Null, null, deliberate: false, verifier));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<ListDesk>().TakeAsync(check, verifier));
    }
}
