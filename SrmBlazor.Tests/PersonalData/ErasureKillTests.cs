using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.PersonalData;

/// <summary>A real process dies while it deletes a scan or collects a draft; the next start finds what it left.</summary>
public sealed class ErasureKillTests
{
    private static readonly string[] Steps = ["erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank"];

    public static TheoryData<DatabaseProvider, string, string> Deaths()
    {
        var data = new TheoryData<DatabaseProvider, string, string>();
        foreach (var step in (string[])["decide.before-commit", "decide.after-commit", .. Steps])
        {
            data.Add(DatabaseProvider.Sqlite, nameof(Decisions.AcceptAsync), step);
        }

        foreach (var step in (string[])["erase.before-intent", "erase.after-intent", .. Steps])
        {
            data.Add(DatabaseProvider.Sqlite, nameof(Drafts.DiscardAsync), step);
        }

        if (!PostgresServer.Skipped)
        {
            data.Add(DatabaseProvider.PostgreSql, nameof(Decisions.AcceptAsync), "erase.after-keys");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    [Promise("P-8.1-05")]
    public async Task An_erasure_killed_at_any_step_was_never_begun_or_is_finished_once_by_the_next_start(DatabaseProvider provider, string work, string step)
    {
        using var stores = await Stores.CreateAsync(provider);
        var doomed = await PlantAsync(stores, work);
        Assert.All(doomed.Secrets, secret => Assert.True(provider != DatabaseProvider.Sqlite || Canary.Pieces([stores.Folder], secret).Count > 0));

        await ChildProcess.DieAtAsync(step, stores, [work, .. doomed.Work]);

        await using var house = await House.OpenAsync(stores);
        if (step is "decide.before-commit" or "erase.before-intent")
        {
            Assert.IsType<Opening<IdentityScan>.Opened>(await house.Vault.OpenAsync<IdentityScan>(doomed.Person, doomed.Held));
            await doomed.Again(house);
        }

        await using var db = house.Store.Read();
        await using var keys = house.Get<KeyStore>().Read();
        Assert.NotNull((await db.Set<Erasure>().SingleAsync()).DoneOn);
        Assert.Single(await db.Set<AuditEntry>().Where(entry => entry.Action == "erasure.done").ToListAsync());
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
        Assert.Equal(doomed.Records.Order(), (await keys.Tombstones.Select(stone => stone.RecordId).ToListAsync()).Order());
        Assert.False(await keys.Keys.AnyAsync(key => doomed.Records.Contains(key.RecordId)));
        Assert.All(doomed.Secrets, secret => Assert.Empty(Canary.Pieces([stores.Folder], secret)));
    }

    [CompilerFact]
    public async Task A_key_that_was_destroyed_does_not_come_back_when_the_power_goes()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        using var cut = new PowerCut(stores.Folder);
        var doomed = await PlantAsync(stores, nameof(Decisions.AcceptAsync));
        SqliteConnection.ClearAllPools();
        using (var child = ChildProcess.Start(stores, cut.Settings, [nameof(Decisions.AcceptAsync), .. doomed.Work]))
        {
            Assert.NotNull(await child.ReadAsync());
        }

        cut.Strike();

        await using var house = await House.OpenAsync(stores);
        await using var keys = house.Get<KeyStore>().Read();
        Assert.Equal(doomed.Records, await keys.Tombstones.Select(stone => stone.RecordId).ToListAsync());
        Assert.False(await keys.Keys.AnyAsync(key => doomed.Records.Contains(key.RecordId)));
    }

    /// <summary>Somebody with a scan, and what the work will destroy of theirs.</summary>
    private static async Task<Doomed> PlantAsync(Stores stores, string work)
    {
        await using var house = await House.OpenAsync(stores);
        if (work == nameof(Drafts.DiscardAsync))
        {
            var (person, key) = await Registrant.TypeAsync(house);
            return await OfAsync(house, person, For.Registration, [Answers.Kind.Name, IdentityScan.Kind.Name], again => again.Get<Drafts>().DiscardAsync(key), Child.NameOf(key));
        }

        var waiting = await WaitingCase.BeginAsync(house);
        var stamp = await waiting.StampAsync(house);
        return await OfAsync(house, waiting.Person, For.IdentityCheck, [IdentityScan.Kind.Name],
            again => again.Get<Decisions>().AcceptAsync(waiting.Reference, stamp, WaitingCase.ActOf(again)), waiting.Reference, stamp.ToString());
    }

    private static async Task<Doomed> OfAsync(House house, Guid person, Purpose held, string[] kinds, Func<House, Task> again, params string[] work)
    {
        await using var db = house.Store.Read();
        await using var keys = house.Get<KeyStore>().Read();
        var rows = await db.Set<SealedRow>().Where(row => row.PersonId == person && kinds.Contains(row.Kind)).ToListAsync();
        var records = rows.ConvertAll(row => row.Id);
        Assert.Equal(kinds.Length, records.Count);
        var wrapped = await keys.Keys.Where(key => records.Contains(key.RecordId)).Select(key => key.Wrapped).ToListAsync();
        return new Doomed(person, held, work, again, records, [.. wrapped, .. rows.Select(row => row.Ciphertext!)]);
    }

    /// <param name="Held">The purpose under which the scan is held.</param>
    /// <param name="Work">What the process is told to do it to.</param>
    /// <param name="Again">The same work by a house.</param>
    /// <param name="Secrets">Wrapped keys and ciphertexts, as they lie in the files.</param>
    private sealed record Doomed(Guid Person, Purpose Held, string[] Work, Func<House, Task> Again, List<Guid> Records, IReadOnlyList<byte[]> Secrets);
}
