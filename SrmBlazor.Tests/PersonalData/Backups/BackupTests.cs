using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData.Backups;

public sealed class BackupTests
{
    [Theory, BothProviders]
    public async Task A_backup_taken_while_others_write_has_the_key_of_every_record_in_it(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        List<(Guid Person, Guid Card)> before = [];
        using var enough = new CancellationTokenSource();
        await using (var heart = await drill.OpenAsync())
        {
            for (var i = 0; i < 20; i++)
            {
                before.Add(await SealAsync(heart));
            }

            var writing = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    var (person, _) = await SealAsync(heart);
                    await heart.EndAsync(person, Why.Account);
                    await SealAsync(heart);
                }
            })).ToList();
            for (var i = 0; i < 3; i++)
            {
                await drill.BackUpAsync(heart);
            }

            await enough.CancelAsync();
            await Task.WhenAll(writing);
        }

        await drill.LoseAsync();
        File.Delete(drill.TombstonePath);
        var report = await drill.RestoreAsync(drill.Place);

        Assert.Equal((0, 0, null), (report.Keyless, report.BrokenReferences, report.AuditBrokenAt));
        await using var restored = await drill.OpenAsync();
        foreach (var (person, card) in before)
        {
            Assert.Equal("card", (await restored.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
        }

        await using var db = restored.Store.Read();
        var living = await db.Set<SealedRow>().Where(row => row.State == RowState.Live).Select(row => new { row.Id, row.PersonId }).ToListAsync();
        Assert.True(living.Count >= before.Count);
        foreach (var row in living)
        {
            Assert.NotNull((await restored.Vault.OpenAsync<Card>(row.PersonId!.Value, row.Id, Why.Account)).OrNull);
        }
    }

    [Theory, BothProviders]
    public async Task The_manifests_say_what_is_in_the_archives_and_nothing_else_is(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        await using var heart = await drill.OpenAsync();
        await SealAsync(heart);

        var (data, keys, _, _) = await drill.BackUpAsync(heart);

        await using var db = heart.Store.Read();
        var head = await db.Set<SrmBlazor.Data.Audit.AuditEntry>().OrderBy(entry => entry.Number).LastOrDefaultAsync();
        Assert.Equal((head?.Number, head is null ? null : Convert.ToHexStringLower(head.Hash)), (data.Manifest.Audit?.Number, data.Manifest.Audit?.Hash));
        Assert.Equal((1, 1), (Rows(data, "SealedRecords"), Rows(keys, "RecordKeys")));
        Assert.Equal((data.Manifest.Installation, data.Manifest.TakenOn), (keys.Manifest.Installation, keys.Manifest.TakenOn));
        Assert.NotEmpty(data.Manifest.Migration);
        Assert.NotEmpty(data.Manifest.Program);
        Assert.All([data, keys], archive => Assert.Equal(
            [.. archive.Manifest.Files.Select(file => file.Name).Append(Manifest.FileName).Order(StringComparer.Ordinal)],
            archive.Folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)));
        var secret = await File.ReadAllBytesAsync(Path.Combine(drill.Stores.Folder, "root.secret"));
        Assert.All(drill.Place.EnumerateFiles("*", SearchOption.AllDirectories), file => Assert.True(File.ReadAllBytes(file.FullName).AsSpan().IndexOf(secret) < 0));
    }

    [Theory, BothProviders]
    public async Task Keys_live_fourteen_days_in_backups_and_data_thirty_five_and_what_was_put_aside_like_keys(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var first = await drill.BackUpAsync();
        await drill.RestoreAsync(drill.Place);
        drill.Clock.Advance(TimeSpan.FromDays(14));
        var second = await drill.BackUpAsync();
        drill.Clock.Advance(TimeSpan.FromDays(21));
        var third = await drill.BackUpAsync();

        Assert.Equal((1, 2), (second.Removed, second.Dropped));
        Assert.Equal((2, 0), (third.Removed, third.Dropped));
        Assert.Equal([second.Data.Folder.Name, third.Data.Folder.Name], drill.Data.EnumerateDirectories().Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal([third.Keys.Folder.Name], drill.Keys.EnumerateDirectories().Select(one => one.Name));
        Assert.NotEqual(first.Keys.Folder.Name, third.Keys.Folder.Name);
    }

    [Fact]
    public async Task A_backup_that_died_is_not_taken_for_one_and_goes_after_a_day()
    {
        await using var drill = await Drill.BeginAsync(DatabaseProvider.Sqlite);
        foreach (var step in (string[])["backup.written", "backup.keys-finished"])
        {
            await using var heart = await drill.OpenAsync();
            heart.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => drill.BackUpAsync(heart));
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => drill.RestoreAsync(drill.Data));
        drill.Clock.Advance(TimeSpan.FromDays(2));
        await drill.BackUpAsync();

        Assert.Single(drill.Data.EnumerateDirectories());
        Assert.Equal(2, drill.Keys.EnumerateDirectories().Count());
    }

    private static int Rows(Archive archive, string table) => (int)archive.Manifest.Rows.Single(rows => rows.Table == table).Count;

    private static async Task<(Guid Person, Guid Card)> SealAsync(Heart heart)
    {
        var person = await heart.PersonAsync(Why.Account);
        return (person, await heart.SealAsync(person, new Card { Value = "card" }, Why.Account));
    }
}
