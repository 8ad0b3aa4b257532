using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>
/// The only door to sealed records. Whoever opens one names the purpose; a purpose that is not live for that person is refused.
/// No key outlives a call.
/// </summary>
public sealed partial class Vault(Store store, KeyStore keys, DataMap map, TimeProvider clock, FailPoints faults)
{
    /// <summary>
    /// Seals a new record within the caller's transaction: the key first, in its own store, then the row. The purpose must be live by
    /// then, or begin in the same transaction; one kept per record is begun here.
    /// </summary>
    /// <returns>The record's id.</returns>
    /// <exception cref="InvalidOperationException">The purpose does not hold this kind or is not live, or a sensitive value lacks its consent.</exception>
    public async Task<Guid> SealAsync<T>(Writing work, Guid person, T record, Purpose under, Act act, string cause, params (LookUp Kind, string Value)[] lookUps)
        where T : SealedRecord, IDeclared
    {
        var kind = map[typeof(T)];
        var id = Guid.CreateVersion7();
        if (under.PerRecord)
        {
            work.Begin(person, under, act, cause, id);
        }

        var ledger = await work.Db.LedgerAsync(person);
        if (!kind.Holders.Contains(under) || ledger.HeldUntil(under, id, work.Now) is null || !ConsentedTo(record, kind, ledger, under, work.Now))
        {
            throw new InvalidOperationException($"A record {kind.Name} cannot be sealed for {under}.");
        }

        faults.Reach("seal.before-key");
        var key = await keys.CreateAsync(id, person, lookUps);
        faults.Reach("seal.after-key");
        work.Db.Add(SealedRow.Live(id, person, kind.Name, kind.Schema, Seal.Close(record, kind, person, id, 1, key), work.Now));
        CryptographicOperations.ZeroMemory(key);
        return id;
    }

    /// <summary>Opens the newest record of a kind that a person has.</summary>
    public async Task<Opening<T>> OpenAsync<T>(Guid person, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        await using var db = store.Read();
        return await OpenAsync<T>(db, person, purpose);
    }

    /// <inheritdoc cref="OpenAsync{T}(Guid, Purpose)"/>
    public async Task<Opening<T>> OpenAsync<T>(SrmDbContext db, Guid person, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        var name = map[typeof(T)].Name;
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.Kind == name).ToListAsync();
        var row = rows.Where(row => row.State == RowState.Live).MaxBy(row => row.Id) ?? rows.MaxBy(row => row.Id);
        return row is null ? new Opening<T>.NeverHeld() : await OpenRowAsync<T>(db, row, person, purpose);
    }

    /// <summary>Opens one record. Another person's record is not found.</summary>
    public async Task<Opening<T>> OpenAsync<T>(Guid person, Guid record, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        await using var db = store.Read();
        var name = map[typeof(T)].Name;
        var row = await db.Set<SealedRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == record && row.PersonId == person && row.Kind == name);
        return row is null ? new Opening<T>.NeverHeld() : await OpenRowAsync<T>(db, row, person, purpose);
    }

    /// <summary>Opens every live record of a kind, oldest first.</summary>
    public async Task<IReadOnlyList<Opening<T>.Opened>> OpenAllAsync<T>(Guid person, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        await using var db = store.Read();
        var name = map[typeof(T)].Name;
        var rows = await db.Set<SealedRow>().AsNoTracking()
            .Where(row => row.PersonId == person && row.Kind == name && row.State == RowState.Live).OrderBy(row => row.Id).ToListAsync();
        var opened = new List<Opening<T>.Opened>();
        foreach (var row in rows)
        {
            if (await OpenRowAsync<T>(db, row, person, purpose) is Opening<T>.Opened one)
            {
                opened.Add(one);
            }
        }

        return opened;
    }

    /// <summary>Every live record of a person with what holds it, oldest first.</summary>
    /// <param name="open">Which kinds to open; the others, and what the purpose may not open, come without content.</param>
    public async Task<IReadOnlyList<Holding>> OpenEverythingAsync(Guid person, Purpose purpose, Func<RecordKind, bool> open)
    {
        await using var db = store.Read();
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live).OrderBy(row => row.Id).ToListAsync();
        var ledger = await db.LedgerAsync(person);
        var now = clock.Now();
        var holdings = new List<Holding>();
        foreach (var row in rows)
        {
            var kind = map[row.Kind];
            var record = open(kind) && MayOpen(kind, row.Id, purpose, ledger, now) && await keys.FindAsync(row.Id) is { } key ? OpenAndForget(row, kind, key) : null;
            holdings.Add(new Holding(row.Id, kind, row.SavedOn, [.. ledger.HoldsOf(kind, row.Id, now)], record is null || ConsentedTo(record, kind, ledger, purpose, now) ? record : null) { Version = row.Version });
        }

        return holdings;
    }

    /// <summary>
    /// Replaces a record's content under its one key, if nobody saved since <paramref name="version"/>. It leaves no audit entry: for what is
    /// saved while it is typed.
    /// </summary>
    public async Task<SaveOutcome> SaveAsync<T>(Guid person, Guid record, int version, T content, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        await using var db = store.Read();
        return await SaveAsync(db, statement => store.UpdateAsync(statement), person, record, version, content, purpose);
    }

    /// <summary>The same within the caller's transaction and with an audit entry, by which an older version put back is found.</summary>
    public async Task<SaveOutcome> SaveAsync<T>(Writing work, Guid person, Guid record, int version, T content, Purpose purpose, Act act)
        where T : SealedRecord, IDeclared
    {
        var outcome = await SaveAsync(work.Db, statement => statement(work.Db), person, record, version, content, purpose);
        if (outcome == SaveOutcome.Saved)
        {
            AuditedVersions.Record(work, act, person, record, version + 1);
        }

        return outcome;
    }

    private async Task<SaveOutcome> SaveAsync<T>(SrmDbContext db, Func<Func<SrmDbContext, Task<int>>, Task<int>> write, Guid person, Guid record, int version, T content, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        var (kind, now) = (map[typeof(T)], clock.Now());
        var ledger = await db.LedgerAsync(person);
        if (!MayOpen(kind, record, purpose, ledger, now) || !ConsentedTo(content, kind, ledger, purpose, now))
        {
            return SaveOutcome.Refused;
        }

        if (await keys.FindAsync(record) is not { } key)
        {
            return SaveOutcome.Gone;
        }

        var box = Seal.Close(content, kind, person, record, version + 1, key);
        CryptographicOperations.ZeroMemory(key);
        IQueryable<SealedRow> Live(SrmDbContext main) =>
            main.Set<SealedRow>().Where(row => row.Id == record && row.PersonId == person && row.Kind == kind.Name && row.State == RowState.Live);

        var saved = await write(main => Live(main).Where(row => row.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Ciphertext, box).SetProperty(row => row.Version, version + 1)
                .SetProperty(row => row.Schema, kind.Schema).SetProperty(row => row.SavedOn, now)));
        return saved == 1 ? SaveOutcome.Saved : await Live(db).AnyAsync() ? SaveOutcome.Conflict : SaveOutcome.Gone;
    }

    private async Task<Opening<T>> OpenRowAsync<T>(SrmDbContext db, SealedRow row, Guid person, Purpose purpose)
        where T : SealedRecord, IDeclared
    {
        if (row.State != RowState.Live)
        {
            return new Opening<T>.Erased(row.ErasedOn ?? clock.Now());
        }

        var kind = map[typeof(T)];
        var ledger = await db.LedgerAsync(person);
        if (!MayOpen(kind, row.Id, purpose, ledger, clock.Now()))
        {
            return new Opening<T>.Refused(purpose);
        }

        if (await keys.FindAsync(row.Id) is not { } key)
        {
            return new Opening<T>.Erased(row.ErasedOn ?? clock.Now());
        }

        return Unseal<T>(row, kind, key, ledger, purpose, clock.Now()) is { } record ? new Opening<T>.Opened(row.Id, row.Version, record) : new Opening<T>.Refused(purpose);
    }

    /// <summary>Null where a sensitive value lacks its consent. The key is not to be used again.</summary>
    private static T? Unseal<T>(SealedRow row, RecordKind kind, byte[] key, Ledger ledger, Purpose purpose, DateTime now)
        where T : SealedRecord, IDeclared
    {
        var record = Seal.Open<T>(row, kind, key);
        CryptographicOperations.ZeroMemory(key);
        return ConsentedTo(record, kind, ledger, purpose, now) ? record : null;
    }

    private SealedRecord OpenAndForget(SealedRow row, RecordKind kind, byte[] key)
    {
        var record = Seal.Open(map.TypeOf(kind), row, kind, key);
        CryptographicOperations.ZeroMemory(key);
        return record;
    }

    private static bool MayOpen(RecordKind kind, Guid record, Purpose purpose, Ledger ledger, DateTime now)
    {
        // letters that were written still leave: the guardian is told by one
        if (purpose.OnlyPermits || ledger.IsRestricted(record) && !purpose.OpensRestricted || ledger.IsClosed && !purpose.ByLaw && purpose != For.DeliverMessage)
        {
            return false;
        }

        // A purpose that only uses data needs something else to hold the record; access is a right and never has to begin.
        return purpose.OnlyUses
            ? (purpose == For.Access || kind.Users.Contains(purpose) && ledger.IsLive(purpose, record, now)) && ledger.HoldsOf(kind, record, now).Any()
            : kind.Holders.Contains(purpose) && ledger.IsLive(purpose, record, now);
    }

    /// <summary>
    /// A draft lies before its owner alone: what was typed under a consent that has changed since stays there, to be used once that is answered anew.
    /// </summary>
    private static bool ConsentedTo(SealedRecord record, RecordKind kind, Ledger ledger, Purpose purpose, DateTime now) =>
        purpose.ByLaw || kind.Items.All(item => item.Consent is null || !ItemValue.IsFilled(record, item.Property)
            || (kind.Transient ? ledger.Lasts(item.Consent, null, now) : ledger.IsLive(item.Consent, null, now)));
}
