using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>
/// One rule: a record lives while a live purpose holds it. Erasing takes three steps over two stores, each repeatable:
/// (1) main: intent, rows set to be erased, audit, in the transaction of the event; (2) key store: tombstones in, keys and look-ups
/// out, the point of no return; (3) main: rows blanked, intent done.
/// </summary>
public sealed class Collector(Store store, KeyStore keys, DataMap map, FailPoints faults, TimeProvider clock)
{
    /// <summary>Commits the caller's work together with the intent to erase what it leaves unheld, then erases it.</summary>
    public async Task CommitAsync(Writing work, Guid person, Act act, string cause)
    {
        var erasure = await IntendAsync(work, person, act, cause);
        faults.Reach("erase.before-intent");
        await work.CommitAsync();
        faults.Reach("erase.after-intent");
        if (erasure is { } id)
        {
            await CarryOutAsync(id);
        }
    }

    /// <summary>Collects what nothing holds any more of one person.</summary>
    public async Task CollectAsync(Guid person, Act act, string cause)
    {
        await using var work = await store.WriteAsync();
        await CommitAsync(work, person, act, cause);
    }

    /// <summary>Step 1, within the caller's transaction. Answers the intent's id, or null when everything is held.</summary>
    public async Task<Guid?> IntendAsync(Writing work, Guid person, Act act, string cause)
    {
        var ledger = await work.Db.LedgerAsync(person);
        bool IsUnheld(string kind, Guid record) => !ledger.HoldsOf(map[kind], record, act.On).Any();

        // ids and kinds alone: a ciphertext can be a picture
        var live = await work.Db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live).Select(row => new { row.Id, row.Kind }).ToListAsync();
        var saved = live.Where(row => IsUnheld(row.Kind, row.Id)).Select(row => row.Id).ToList();
        var added = work.Db.ChangeTracker.Entries<SealedRow>().Where(entry => entry.State == EntityState.Added && entry.Entity.PersonId == person)
            .Select(entry => entry.Entity).Where(row => row.State == RowState.Live && IsUnheld(row.Kind, row.Id)).ToList();
        var count = saved.Count + added.Count;
        if (count == 0)
        {
            return null;
        }

        var erasure = Erasure.Intend(person, cause, count, act.On);
        work.Db.Add(erasure);
        await work.Db.Set<SealedRow>().Where(row => saved.Contains(row.Id) && row.State == RowState.Live)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RowState.Erasing).SetProperty(row => row.ErasureId, erasure.Id));
        added.ForEach(row => row.BeginErasure(erasure.Id));
        work.Record(act, "erasure.intended", person, $"{erasure.Id:N} {count}");
        work.Announce(Topics.Person(person));
        return erasure.Id;
    }

    /// <summary>Steps 2 and 3. Safe to repeat from any point.</summary>
    public async Task CarryOutAsync(Guid erasure)
    {
        List<Guid> records;
        await using (var db = store.Read())
        {
            records = await db.Set<SealedRow>().Where(row => row.ErasureId == erasure && row.State == RowState.Erasing).Select(row => row.Id).ToListAsync();
        }

        var on = clock.Now();
        faults.Reach("erase.before-keys");
        await keys.DestroyAsync(erasure, records, on);
        faults.Reach("erase.after-keys");

        await using var work = await store.WriteAsync();
        await BlankAsync(work.Db, row => row.ErasureId == erasure && row.State == RowState.Erasing, erasure, on);
        var finished = await work.Db.Set<Erasure>().Where(intent => intent.Id == erasure && intent.DoneOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.DoneOn, on));
        var person = await work.Db.Set<Erasure>().Where(intent => intent.Id == erasure).Select(intent => intent.PersonId).FirstOrDefaultAsync();
        if (finished == 1)
        {
            work.Record(Act.OfSystem(clock), "erasure.done", person ?? Guid.Empty, $"{erasure:N}");
        }

        faults.Reach("erase.before-blank");
        if (person is { } one)
        {
            work.Announce(Topics.Person(one));
        }

        await work.CommitAsync();
        faults.Reach("erase.after-blank");
        await TruncateLogAsync();
    }

    /// <summary>Before the program serves anything: finish what was begun, and apply tombstones to rows that a restore brought back.</summary>
    /// <returns>How many intents were finished and how many rows were blanked again.</returns>
    public async Task<(int Finished, int Replayed)> RecoverAsync()
    {
        var done = (await FinishAsync(), await ReplayAsync());
        await TruncateLogAsync();
        return done;
    }

    /// <summary>Carries out intents that a crash, or a key store out of reach, left open.</summary>
    public async Task<int> FinishAsync()
    {
        List<Guid> open;
        await using (var db = store.Read())
        {
            open = await db.Set<Erasure>().Where(erasure => erasure.DoneOn == null).Select(erasure => erasure.Id).ToListAsync();
        }

        foreach (var erasure in open)
        {
            await CarryOutAsync(erasure);
        }

        return open.Count;
    }

    /// <summary>Blanks the rows that a restore of the main store brought back although their keys are destroyed.</summary>
    public async Task<int> ReplayAsync()
    {
        const int page = 500;
        var (replayed, last) = (0, Guid.Empty);
        await using var keyDb = keys.Read();
        while (true)
        {
            var stones = await keyDb.Tombstones.AsNoTracking().Where(stone => stone.RecordId.CompareTo(last) > 0).OrderBy(stone => stone.RecordId).Take(page).ToListAsync();
            if (stones.Count == 0)
            {
                return replayed;
            }

            last = stones[^1].RecordId;
            var back = await BackAsync([.. stones.Select(stone => stone.RecordId)]);
            foreach (var group in stones.Where(stone => back.Contains(stone.RecordId)).GroupBy(stone => (stone.ErasureId, stone.ErasedOn)))
            {
                var ids = group.Select(stone => stone.RecordId).ToList();
                await using var work = await store.WriteAsync();
                var blanked = await BlankAsync(work.Db, row => ids.Contains(row.Id) && row.State != RowState.Erased, group.Key.ErasureId, group.Key.ErasedOn);
                work.Record(Act.OfSystem(clock), "erasure.replayed", Guid.Empty, $"{group.Key.ErasureId:N} {blanked}");
                faults.Reach("replay.before-blank");
                await work.CommitAsync();
                replayed += blanked;
            }
        }
    }

    private async Task<HashSet<Guid>> BackAsync(List<Guid> buried)
    {
        await using var db = store.Read();
        return await db.Set<SealedRow>().Where(row => buried.Contains(row.Id) && row.State != RowState.Erased).Select(row => row.Id).ToHashSetAsync();
    }

    private static Task<int> BlankAsync(SrmDbContext db, System.Linq.Expressions.Expression<Func<SealedRow, bool>> which, Guid erasure, DateTime on) =>
        db.Set<SealedRow>().Where(which).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Ciphertext, (byte[]?)null).SetProperty(row => row.State, RowState.Erased)
            .SetProperty(row => row.ErasedOn, on).SetProperty(row => row.ErasureId, erasure));

    /// <summary>The write-ahead log still holds the ciphertext; emptied, nothing but the blanked rows is left.</summary>
    private async Task TruncateLogAsync()
    {
        await using var db = store.Read();
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        }
    }
}
