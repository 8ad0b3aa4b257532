using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>What the nightly sweep did.</summary>
public sealed record SweepResult(int Persons, int Orphans);

/// <summary>
/// The nightly round: finishes what was left open, collects what lapsed by the clock alone, and drops keys whose row is missing for longer
/// than any backup is kept (a backup could still bring the row back).
/// </summary>
public sealed class Sweep(Store store, KeyStore keys, Collector collector, IOptions<BackupOptions> backups, TimeProvider clock)
{
    /// <summary>No backup of the main store is kept longer than this.</summary>
    public TimeSpan OldestBackup => TimeSpan.FromDays(backups.Value.DataDays);

    public async Task<SweepResult> RunAsync(CancellationToken stop = default)
    {
        await collector.FinishAsync();
        List<Guid> persons;
        await using (var db = store.Read())
        {
            persons = await db.Set<SealedRow>().Where(row => row.State == RowState.Live && row.PersonId != null)
                .Select(row => row.PersonId!.Value).Distinct().ToListAsync(stop);
        }

        foreach (var person in persons)
        {
            stop.ThrowIfCancellationRequested();
            await collector.CollectAsync(person, Act.OfSystem(clock), "sweep");
        }

        await MissAsync(stop);
        var orphans = await keys.DestroyMissedAsync(clock.Now() - OldestBackup, stop);
        await keys.RewriteAsync(stop);
        return new SweepResult(persons.Count, orphans);
    }

    private async Task MissAsync(CancellationToken stop)
    {
        const int page = 500;
        var last = Guid.Empty;
        await using var keyDb = keys.Read();
        while (true)
        {
            var some = await keyDb.Keys.Where(key => key.RecordId.CompareTo(last) > 0).OrderBy(key => key.RecordId).Take(page)
                .Select(key => new { key.RecordId, key.MissedOn }).ToListAsync(stop);
            if (some.Count == 0)
            {
                return;
            }

            last = some[^1].RecordId;
            var ids = some.ConvertAll(key => key.RecordId);
            await using var db = store.Read();
            var known = await db.Set<SealedRow>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(stop);
            var missing = some.Where(key => key.MissedOn is null && !known.Contains(key.RecordId)).Select(key => key.RecordId).ToList();
            var back = some.Where(key => key.MissedOn is not null && known.Contains(key.RecordId)).Select(key => key.RecordId).ToList();
            if (missing.Count + back.Count > 0)
            {
                await keys.MissAsync(missing, back, stop);
            }
        }
    }
}
