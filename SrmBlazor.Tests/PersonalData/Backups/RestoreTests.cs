using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData.Backups;

public sealed class RestoreTests
{
    private const string Mailbox = "li.ming@example.com";

    [Theory, BothProviders]
    public async Task Everything_is_readable_after_a_restore_on_an_empty_machine(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        var backup = await drill.BackUpAsync();
        await drill.LoseAsync();

        var report = await drill.RestoreAsync(drill.Place);

        Assert.True(report.IsSound);
        Assert.Equal((backup.Data.Folder.FullName, backup.Keys.Folder.FullName), (report.Data?.Folder.FullName, report.Keys?.Folder.FullName));
        await using var heart = await drill.OpenAsync();
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
        Assert.Equal(card, Assert.Single(await heart.Keys.LookUpAsync(LookUp.WholeName, Mailbox)).RecordId);
        await using var db = heart.Store.Read();
        Assert.Null((await AuditChain.VerifyAsync(db, heart.Get<RootSecret>())).Broken);
        Assert.Equal("store.restored", (await db.Set<AuditEntry>().OrderBy(entry => entry.Number).LastAsync()).Action);
    }

    [Theory, BothProviders]
    [Promise("P-5.3-13")]
    public async Task An_earlier_backup_of_the_data_yields_nothing_of_what_was_erased_and_all_the_rest(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        var (other, kept) = await LivedInAsync(drill);
        await drill.BackUpAsync();
        await EraseAsync(drill, person);

        var report = await drill.RestoreAsync(drill.Data);

        Assert.Equal((null, null, 1), (report.Keys, report.UnknownFrom, report.Blanked));
        await GoneAsync(drill, person, card);
        await using var heart = await drill.OpenAsync();
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(other, kept, Why.Account)).OrNull?.Value);
    }

    [Theory, BothProviders]
    [Promise("P-5.3-13")]
    public async Task Older_keys_bring_nobody_back_while_the_present_key_store_is_there(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        await drill.BackUpAsync();
        await EraseAsync(drill, person);

        var report = await drill.RestoreAsync(drill.Place);

        Assert.Equal((1, 1, 1, null), (report.Merged, report.KeysDestroyed, report.Blanked, report.UnknownFrom));
        Assert.NotEmpty(report.Aside);
        await GoneAsync(drill, person, card);
    }

    [Theory, BothProviders]
    public async Task Older_keys_bring_nobody_back_when_only_the_tombstones_elsewhere_are_left(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        await drill.BackUpAsync();
        await EraseAsync(drill, person);
        await drill.LoseAsync();

        var report = await drill.RestoreAsync(drill.Place);

        Assert.Equal((1, 1), (report.Merged, report.Blanked));
        await GoneAsync(drill, person, card);
    }

    [Theory, BothProviders]
    public async Task Older_keys_bring_nobody_back_when_a_newer_archive_of_the_keys_is_given(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        var older = await drill.BackUpAsync();
        await EraseAsync(drill, person);
        var newer = await drill.BackUpAsync();
        await drill.LoseAsync();
        File.Delete(drill.TombstonePath);
        var before = Directory.CreateDirectory(Path.Combine(drill.Place.FullName, "before"));
        Directory.Move(older.Data.Folder.FullName, Path.Combine(before.FullName, "data"));
        Directory.Move(older.Keys.Folder.FullName, Path.Combine(before.FullName, "keys"));

        var report = await drill.RestoreAsync(before, null, newer.Keys.Folder);

        Assert.Equal(newer.Keys.Manifest.TakenOn, report.UnknownFrom);
        await GoneAsync(drill, person, card);
    }

    [Theory, BothProviders]
    public async Task The_time_in_which_an_erasure_could_be_unknown_begins_with_the_newest_that_is_known(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        await LivedInAsync(drill);
        var backup = await drill.BackUpAsync();
        drill.Clock.Advance(TimeSpan.FromHours(5));
        DateTime caughtUp;
        await using (var heart = await drill.OpenAsync())
        {
            caughtUp = heart.System.On;
            await heart.Get<TombstoneFile>().CatchUpAsync(heart.Keys.Read);
        }

        drill.Clock.Advance(TimeSpan.FromHours(5));
        await drill.LoseAsync();
        var known = await drill.RestoreAsync(drill.Place);
        await drill.LoseAsync();
        File.Delete(drill.TombstonePath);
        var less = await drill.RestoreAsync(drill.Place);

        Assert.Equal(caughtUp, known.UnknownFrom);
        Assert.Empty(known.Away);
        Assert.Equal((backup.Keys.Manifest.TakenOn, drill.TombstonePath), (less.UnknownFrom, Assert.Single(less.Away)));
    }

    [Theory, BothProviders]
    public async Task A_changed_byte_is_refused_and_nothing_is_touched(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        await drill.BackUpAsync();
        var files = drill.Place.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Directory!.Name != "elsewhere" && file.Length > 0).ToList();
        Assert.Equal(4, files.Count);

        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file.FullName, bytes);
            await Assert.ThrowsAsync<InvalidDataException>(() => drill.RestoreAsync(drill.Place));
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file.FullName, bytes);
        }

        await using var heart = await drill.OpenAsync();
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
    }

    [Theory, BothProviders]
    public async Task Another_installations_backup_is_refused(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        await using var other = await Drill.BeginAsync(provider);
        await EmptyAsync(other, secretOf: drill);
        await other.BackUpAsync();

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => drill.RestoreAsync(other.Place));

        Assert.Equal("Archives and stores belong to different installations.", refused.Message);
    }

    [Theory, BothProviders]
    public async Task A_program_that_runs_and_a_store_that_is_there_are_in_the_way(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        await drill.BackUpAsync();
        await using (var running = await drill.OpenAsync())
        {
            await using var db = running.Store.Read();
            await db.Database.OpenConnectionAsync();
            var busy = await Assert.ThrowsAsync<InvalidDataException>(() => drill.RestoreAsync(drill.Place));
            Assert.StartsWith("The program is running", busy.Message, StringComparison.Ordinal);
        }

        await using var closed = Heart.Closed(drill.Stores, drill.Clock);
        var there = await Assert.ThrowsAsync<InvalidDataException>(() => closed.Get<RestoreRun>().RunAsync(new RestoreOrder(drill.Place, [], Replace: false)));

        Assert.Contains("--replace", there.Message, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task The_program_does_not_start_on_a_restore_that_died_and_the_next_one_brings_nobody_back(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        var (person, card) = await LivedInAsync(drill);
        var (other, kept) = await LivedInAsync(drill);
        await drill.BackUpAsync();
        await EraseAsync(drill, person);
        File.Delete(drill.TombstonePath);

        foreach (var step in (string[])["restore.main-put", "restore.keys-put", "restore.before-tombstones", "restore.before-replay", "replay.before-blank", "restore.before-unmark"])
        {
            await Assert.ThrowsAsync<ProcessDiedException>(() => drill.RestoreAsync(drill.Place, step));
            var refused = await Assert.ThrowsAsync<InvalidDataException>(drill.OpenAsync);
            Assert.StartsWith("A restore is going on here", refused.Message, StringComparison.Ordinal);
            File.Delete(drill.TombstonePath);
        }

        var report = await drill.RestoreAsync(drill.Place);

        Assert.Equal((true, null), (report.IsSound, report.UnknownFrom));
        await GoneAsync(drill, person, card);
        await using var heart = await drill.OpenAsync();
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(other, kept, Why.Account)).OrNull?.Value);
    }

    private static async Task<(Guid Person, Guid Card)> LivedInAsync(Drill drill)
    {
        await using var heart = await drill.OpenAsync();
        var person = await heart.PersonAsync(Why.Account);
        return (person, await heart.SealAsync(person, new Card { Value = "card" }, Why.Account, (LookUp.WholeName, Mailbox)));
    }

    private static async Task EraseAsync(Drill drill, Guid person)
    {
        await using var heart = await drill.OpenAsync();
        await heart.EndAsync(person, Why.Account);
    }

    private static async Task GoneAsync(Drill drill, Guid person, Guid card)
    {
        await using var heart = await drill.OpenAsync();
        Assert.IsType<Opening<Card>.Erased>(await heart.Vault.OpenAsync<Card>(person, card, Why.Account));
        Assert.Null(await heart.Keys.FindAsync(card));
        Assert.Null((await heart.RowAsync(card)).Ciphertext);
        Assert.DoesNotContain(await heart.Keys.LookUpAsync(LookUp.WholeName, Mailbox), index => index.RecordId == card);
    }

    /// <summary>Begins anew as another installation that has the same root secret.</summary>
    private static async Task EmptyAsync(Drill drill, Drill secretOf)
    {
        await drill.LoseAsync();
        var secret = Path.Combine(drill.Stores.Folder, "root.secret");
        File.Delete(secret);
        File.Copy(Path.Combine(secretOf.Stores.Folder, "root.secret"), secret);
    }
}
