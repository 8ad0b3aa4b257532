using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Backups;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData.Keys;

/// <summary>Record keys, blind indexes and tombstones. A key is unwrapped for one service call and never kept.</summary>
public sealed class KeyStore(Func<KeyDbContext> contexts, RootSecret root, TombstoneFile outside, TimeProvider clock) : IDisposable
{
    private const int KeyLength = 32;

    private readonly SemaphoreSlim turn = new(1, 1);

    public KeyDbContext Read() => contexts();

    /// <summary>Makes and keeps a key for a record about to be written, with the look-ups that go when it goes.</summary>
    public async Task<byte[]> CreateAsync(Guid record, Guid person, IEnumerable<(LookUp Kind, string Value)> lookUps, CancellationToken stop = default)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        await WriteAsync(db =>
        {
            db.Add(new WrappedKey { RecordId = record, Wrapped = Wrap(key, record), MadeOn = clock.Now() });
            foreach (var (kind, value) in lookUps)
            {
                db.Add(IndexOf(record, person, kind, value));
            }

            return Task.CompletedTask;
        }, stop);
        return key;
    }

    /// <summary>The record's key, or null when it was destroyed.</summary>
    public async Task<byte[]?> FindAsync(Guid record, CancellationToken stop = default)
    {
        await using var db = contexts();
        var wrapped = await db.Keys.Where(key => key.RecordId == record).Select(key => key.Wrapped).FirstOrDefaultAsync(stop);
        return wrapped is null ? null : Unwrap(wrapped, record);
    }

    /// <summary>How to get at each record's key, unwrapped when it is asked for; a destroyed one has no entry.</summary>
    public async Task<IReadOnlyDictionary<Guid, Func<byte[]>>> FindAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        await using var db = contexts();
        return await db.Keys.AsNoTracking().Where(key => records.Contains(key.RecordId)).ToDictionaryAsync(key => key.RecordId, key => (Func<byte[]>)(() => Unwrap(key.Wrapped, key.RecordId)), stop);
    }

    /// <summary>Whom a value leads to. Entries of records that no longer live are the caller's to leave out.</summary>
    public async Task<IReadOnlyList<BlindIndex>> LookUpAsync(LookUp kind, string value, CancellationToken stop = default)
    {
        var hash = Hash(kind, value);
        await using var db = contexts();
        return await db.Indexes.AsNoTracking().Where(index => index.Kind == kind && index.Hash == hash).ToListAsync(stop);
    }

    /// <summary>Adds a look-up to a record that has a key. A second account for one mailbox is refused.</summary>
    /// <returns>False when a unique look-up already belongs to another record.</returns>
    public async Task<bool> TryIndexAsync(Guid record, Guid person, LookUp kind, string value, CancellationToken stop = default)
    {
        var index = IndexOf(record, person, kind, value);
        var added = false;
        try
        {
            await WriteAsync(async db =>
            {
                var taken = await db.Indexes.Where(other => other.Kind == kind && other.Hash == index.Hash).ToListAsync(stop);
                var mine = taken.Exists(other => other.RecordId == record);
                added = mine || kind != LookUp.Mailbox || taken.Count == 0;
                if (added && !mine)
                {
                    db.Add(index);
                }
            }, stop);
        }
        catch (DbUpdateException) when (kind == LookUp.Mailbox)
        {
            return false; // another node was first: the unique index decides
        }

        return added;
    }

    public Task RemoveIndexAsync(Guid record, LookUp kind, CancellationToken stop = default) =>
        WriteAsync(db => db.Indexes.Where(index => index.RecordId == record && index.Kind == kind).ExecuteDeleteAsync(stop), stop);

    /// <summary>The record is found by this value and no longer by another. Repeating it changes nothing.</summary>
    public async Task ReplaceIndexAsync(Guid record, Guid person, LookUp kind, string value)
    {
        await RemoveIndexAsync(record, kind);
        await TryIndexAsync(record, person, kind, value);
    }

    /// <summary>The point of no return: tombstones in, keys and look-ups out, in one transaction. Repeating it changes nothing.</summary>
    public async Task DestroyAsync(Guid erasure, IReadOnlyCollection<Guid> records, DateTime on, CancellationToken stop = default)
    {
        await BuryAsync([.. records.Select(record => new Tombstone { RecordId = record, ErasureId = erasure, ErasedOn = on })], stop);
    }

    /// <summary>Tombstones in, keys and look-ups out: of an erasure, or those that a restore brings together.</summary>
    /// <returns>How many tombstones are new here, and how many keys are gone.</returns>
    internal async Task<(int Stones, int Keys)> BuryAsync(IReadOnlyCollection<Tombstone> stones, CancellationToken stop = default)
    {
        var records = stones.Select(stone => stone.RecordId).ToList();
        var (added, destroyed) = (new List<Tombstone>(), 0);
        await WriteAsync(async db =>
        {
            var buried = await db.Tombstones.Where(stone => records.Contains(stone.RecordId)).Select(stone => stone.RecordId).ToHashSetAsync(stop);
            added = [.. stones.Where(stone => !buried.Contains(stone.RecordId))];
            db.AddRange(added);
            await db.Indexes.Where(index => records.Contains(index.RecordId)).ExecuteDeleteAsync(stop);
            destroyed = await db.Keys.Where(key => records.Contains(key.RecordId)).ExecuteDeleteAsync(stop);
        }, stop);
        outside.Append(added);
        await VacuumAsync(stop);
        return (added.Count, destroyed);
    }

    /// <summary>
    /// On PostgreSQL a deleted row stays in its page until it is vacuumed, and with it the wrapped key. An ordinary vacuum passes over a page that
    /// somebody else is using; one that freezes waits for it.
    /// </summary>
    private async Task VacuumAsync(CancellationToken stop)
    {
        await using var after = contexts();
        if (after.Database.IsNpgsql())
        {
            await after.Database.ExecuteSqlRawAsync("""VACUUM (FREEZE) "RecordKeys", "BlindIndexes";""", stop);
        }
    }

    /// <summary>
    /// On PostgreSQL writes what is left to new files: a vacuum frees the place of a row without overwriting it, and leaves what somebody's
    /// snapshot (a backup's) still saw. Nobody opens a record meanwhile, some seconds at a million; it does not wait for others longer than five.
    /// </summary>
    /// <returns>False when others held the tables: the next night will do.</returns>
    public async Task<bool> RewriteAsync(CancellationToken stop = default)
    {
        await using var db = contexts();
        if (!db.Database.IsNpgsql())
        {
            return true;
        }

        await db.Database.OpenConnectionAsync(stop);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("SET lock_timeout = '5s';", stop);
        try
        {
            await db.Database.ExecuteSqlRawAsync("""VACUUM (FULL, FREEZE) "RecordKeys", "BlindIndexes";""", stop);
            return true;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>Notes which keys have no row since when, and which have theirs again.</summary>
    public Task MissAsync(IReadOnlyCollection<Guid> missing, IReadOnlyCollection<Guid> back, CancellationToken stop = default) =>
        WriteAsync(async db =>
        {
            await db.Keys.Where(key => missing.Contains(key.RecordId)).ExecuteUpdateAsync(set => set.SetProperty(key => key.MissedOn, clock.Now()), stop);
            await db.Keys.Where(key => back.Contains(key.RecordId)).ExecuteUpdateAsync(set => set.SetProperty(key => key.MissedOn, (DateTime?)null), stop);
        }, stop);

    /// <summary>Destroys the keys whose row is missing since before <paramref name="since"/>, with their look-ups.</summary>
    public Task<int> DestroyMissedAsync(DateTime since, CancellationToken stop = default) =>
        CountAsync(async db =>
        {
            await db.Indexes.Where(index => db.Keys.Any(key => key.RecordId == index.RecordId && key.MissedOn < since)).ExecuteDeleteAsync(stop);
            return await db.Keys.Where(key => key.MissedOn < since).ExecuteDeleteAsync(stop);
        }, stop);

    /// <summary>Refuses a root secret that another key store was made with.</summary>
    /// <exception cref="InvalidDataException">The message says what to do.</exception>
    internal void Prove(KeyInstallation installation)
    {
        if (CryptographicOperations.FixedTimeEquals(installation.Proof, Proof(installation.InstallationId)))
        {
            return;
        }

        throw new InvalidDataException(root.TakeBack()
            ? "The root secret is missing. Without it nothing in this installation can be read; put the file back."
            : "The root secret is not the one this key store was made with. Put the right file back; nothing was changed.");
    }

    internal byte[] Proof(Guid installation) => HMACSHA256.HashData(root.Master, installation.ToByteArray());

    internal async Task WriteAsync(Func<KeyDbContext, Task> change, CancellationToken stop) =>
        await CountAsync(async db =>
        {
            await change(db);
            return 0;
        }, stop);

    public void Dispose() => turn.Dispose();

    private async Task<int> CountAsync(Func<KeyDbContext, Task<int>> change, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var db = contexts();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var count = await change(db);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return count;
        }
        finally
        {
            turn.Release();
        }
    }

    private BlindIndex IndexOf(Guid record, Guid person, LookUp kind, string value) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Hash = Hash(kind, value), PersonId = person, RecordId = record };

    /// <summary>HMAC-SHA256 of the whole value, compatibility-normalised, without case or outer blanks; 16 bytes.</summary>
    private byte[] Hash(LookUp kind, string value) =>
        HMACSHA256.HashData(root.Index, Encoding.UTF8.GetBytes($"{kind}|{value.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant()}"))[..16];

    private byte[] Wrap(byte[] key, Guid record) => SealedBox.Close(root.Master, key, record.ToByteArray());

    private byte[] Unwrap(byte[] box, Guid record) => SealedBox.Open(root.Master, box, record.ToByteArray());
}
