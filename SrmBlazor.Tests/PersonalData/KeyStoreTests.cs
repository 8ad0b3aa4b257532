using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class KeyStoreTests
{
    private const string Mailbox = "li.ming@example.com";

    [Theory, BothProviders]
    [Promise("P-D-04")]
    public async Task A_look_up_goes_with_its_record(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync();
        var sheet = await heart.SealAsync(person, new Sheet { Value = "sheet" }, Why.Draft, (LookUp.Mailbox, Mailbox), (LookUp.WholeName, "李明"));
        Assert.Equal(sheet, Assert.Single(await heart.Keys.LookUpAsync(LookUp.Mailbox, " LI.Ming@Example.com ")).RecordId);

        await heart.EndAsync(person, Why.Draft, sheet);

        Assert.Empty(await heart.Keys.LookUpAsync(LookUp.Mailbox, Mailbox));
        Assert.Empty(await heart.Keys.LookUpAsync(LookUp.WholeName, "李明"));
        Assert.Null(await heart.Keys.FindAsync(sheet));
    }

    [Theory, BothProviders]
    public async Task Of_twenty_who_want_one_mailbox_on_two_nodes_exactly_one_gets_it(DatabaseProvider provider)
    {
        await using var stores = new Disposing<Stores>(await Heart.StoresAsync(provider));
        var clock = new FakeTimeProvider(House.Start);
        await using var one = await Heart.OpenAsync(stores.Value, clock);
        await using var two = await Heart.OpenAsync(stores.Value, clock);
        var person = await one.PersonAsync();
        List<Guid> sheets = [];
        for (var i = 0; i < 20; i++)
        {
            sheets.Add(await one.SealAsync(person, new Sheet { Value = $"{i}" }, Why.Draft, (LookUp.PendingMailbox, Mailbox)));
        }

        var got = await Task.WhenAll(sheets.Index().Select(sheet => Task.Run(() =>
            (sheet.Index % 2 == 0 ? one : two).Keys.TryIndexAsync(sheet.Item, person, LookUp.Mailbox, Mailbox))));

        var winner = sheets[Assert.Single(got.Index(), got => got.Item).Index];
        Assert.Equal(winner, Assert.Single(await one.Keys.LookUpAsync(LookUp.Mailbox, Mailbox)).RecordId);
        Assert.True(await two.Keys.TryIndexAsync(winner, person, LookUp.Mailbox, Mailbox));
        Assert.Equal(20, (await one.Keys.LookUpAsync(LookUp.PendingMailbox, Mailbox)).Count);
    }

    [Fact]
    public async Task The_key_store_keeps_no_log_beside_it_and_overwrites_what_it_deletes()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        await using var keys = heart.Keys.Read();
        await using var main = heart.Store.Read();

        Assert.Equal("truncate", await keys.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal("wal", await main.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(1, await keys.Database.SqlQueryRaw<int>("SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync());
        Assert.Equal(1, await main.Database.SqlQueryRaw<int>("SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync());
    }

    [Fact]
    public async Task A_key_outlives_every_backup_that_could_bring_its_row_back()
    {
        await using var stores = new Disposing<Stores>(await Heart.StoresAsync(DatabaseProvider.Sqlite));
        var clock = new FakeTimeProvider(House.Start);
        var heart = await Heart.OpenAsync(stores.Value, clock);
        var person = await heart.PersonAsync(Why.Account);
        var before = await stores.Value.BackUpMainAsync();
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        clock.Advance(TimeSpan.FromDays(10));
        var with = await stores.Value.BackUpMainAsync();
        await heart.DisposeAsync();

        // the older one is restored by mistake; a month later somebody notices and takes the other
        await stores.Value.RestoreMainAsync(before);
        heart = await Heart.OpenAsync(stores.Value, clock);
        await heart.Get<Sweep>().RunAsync();
        clock.Advance(TimeSpan.FromDays(34));
        await heart.Get<Sweep>().RunAsync();
        await heart.DisposeAsync();
        await stores.Value.RestoreMainAsync(with);
        heart = await Heart.OpenAsync(stores.Value, clock);

        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
        await heart.Get<Sweep>().RunAsync();
        clock.Advance(TimeSpan.FromDays(34));
        await heart.Get<Sweep>().RunAsync();
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
        await heart.DisposeAsync();
    }

    [Theory, BothProviders]
    public async Task A_key_whose_row_was_never_written_goes_when_no_backup_can_hold_it(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var orphan = Guid.CreateVersion7();
        await heart.Keys.CreateAsync(orphan, Guid.NewGuid(), [(LookUp.WholeName, "李明")]);

        await heart.Get<Sweep>().RunAsync();
        heart.Clock.Advance(heart.Get<Sweep>().OldestBackup);
        Assert.Equal(0, (await heart.Get<Sweep>().RunAsync()).Orphans);
        heart.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await heart.Get<Sweep>().RunAsync()).Orphans);

        Assert.Null(await heart.Keys.FindAsync(orphan));
        Assert.Empty(await heart.Keys.LookUpAsync(LookUp.WholeName, "李明"));
    }

    [Fact]
    public async Task An_erasure_that_could_not_reach_the_keys_is_finished_by_the_sweep()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync();
        var sheet = await heart.SealAsync(person, new Sheet { Value = "sheet" }, Why.Draft);
        await using (var work = await heart.Store.WriteAsync())
        {
            work.End(person, Why.Draft, heart.System, "test", sheet);
            await heart.Collector.IntendAsync(work, person, heart.System, "test");
            await work.CommitAsync();
        }

        await heart.Get<Sweep>().RunAsync();

        Assert.Null(await heart.Keys.FindAsync(sheet));
        Assert.Equal(RowState.Erased, (await heart.RowAsync(sheet)).State);
    }

    [PostgresFact]
    public async Task PostgreSql_keeps_no_destroyed_key_or_look_up_in_its_tables()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.PostgreSql);
        var person = await heart.PersonAsync();
        List<Guid> sheets = [];
        for (var i = 0; i < 30; i++)
        {
            sheets.Add(await heart.SealAsync(person, new Sheet { Value = $"planted-{i}-李明" }, Why.Draft, (LookUp.WholeName, $"planted-{i}")));
        }

        await using var db = heart.Keys.Read();
        var gone = await db.Keys.Where(key => sheets.Skip(1).Contains(key.RecordId)).Select(key => key.Wrapped).ToListAsync();
        var kept = await db.Keys.Where(key => key.RecordId == sheets[0]).Select(key => key.Wrapped).SingleAsync();
        gone.AddRange(await db.Indexes.Where(index => sheets.Skip(1).Contains(index.RecordId)).Select(index => index.Hash).ToListAsync());
        foreach (var sheet in Enumerable.Reverse(sheets).Take(28))
        {
            await heart.EndAsync(person, Why.Draft, sheet);
        }

        await using (var reader = heart.Keys.Read())
        {
            // what a snapshot still sees no vacuum takes, and whoever holds the tables is not waited for
            await using var snapshot = await reader.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            await reader.Keys.CountAsync();
            await heart.EndAsync(person, Why.Draft, sheets[1]);
            Assert.False(await heart.Keys.RewriteAsync());
        }

        await heart.Get<Sweep>().RunAsync();
        var files = await PostgresServer.FilesAsync();
        var tables = new List<byte[]>();
        foreach (var table in new[] { "RecordKeys", "BlindIndexes" })
        {
            var path = await db.Database.SqlQuery<string>($"SELECT pg_relation_filepath('\"' || {table} || '\"') AS \"Value\"").SingleAsync();
            tables.Add(await File.ReadAllBytesAsync(Path.Combine(files, path)));
        }

        Assert.Contains(tables, bytes => bytes.AsSpan().IndexOf(kept) >= 0);
        Assert.DoesNotContain(gone, secret => tables.Exists(bytes => bytes.AsSpan().IndexOf(secret) >= 0));
    }
}
