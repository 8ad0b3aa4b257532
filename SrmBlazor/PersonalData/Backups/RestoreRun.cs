using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>
/// Puts archives in the place of the stores and lets the erased stay erased: tombstones are brought together from everywhere, their keys
/// destroyed again and their rows blanked, before the mark is taken away without which the program does not start. It can die anywhere and be
/// run again.
/// </summary>
public sealed class RestoreRun(
    Store store, KeyStore keys, Collector collector, RootSecret root, TombstoneFile outside, Running running, IOptions<DatabaseOptions> database,
    IOptions<BackupOptions> options, FailPoints faults, TimeProvider clock)
{
    private const int Page = 500;

    private DatabaseProvider Provider => database.Value.Provider;

    /// <exception cref="InvalidDataException">Nothing was changed; the message says why and what to do.</exception>
    public async Task<RestoreReport> RunAsync(RestoreOrder order, CancellationToken stop = default)
    {
        await using var db = store.Read();
        await using var keyDb = keys.Read();
        var (main, keyPlace) = (Place.Of(Provider, db.Database.GetConnectionString()!), Place.Of(Provider, keyDb.Database.GetConnectionString()!));
        var archives = Archive.In(order.From, root);
        var (data, keyArchive) = (archives.LastOrDefault(one => one.Manifest.Kind == ArchiveKind.Data), archives.LastOrDefault(one => one.Manifest.Kind == ArchiveKind.Keys));
        await RefuseUnlessFreeAsync(main, keyPlace, stop);
        var found = await new TombstoneSearch(root, outside, options, clock).FindAsync(main, keyPlace, archives, order.Tombstones, stop);
        await CheckAsync(data, keyArchive, found, order.Replace, main, keyPlace, stop);

        var (on, aside) = (clock.Now(), new List<AsideStore>());
        await PutAsync(main, data, on, aside, stop);
        faults.Reach("restore.main-put");
        await PutAsync(keyPlace, keyArchive, on, aside, stop);
        faults.Reach("restore.keys-put");

        await db.MigrateAsync();
        await AppendOnly.EnforceAsync(db);
        await keyDb.MigrateAsync();
        await Installation.PairAsync(store, keys);
        faults.Reach("restore.before-tombstones");
        var (merged, destroyed) = await BuryAsync(found, stop);
        faults.Reach("restore.before-replay");
        var (_, blanked) = await collector.RecoverAsync();
        await outside.CatchUpAsync(keys.Read, stop);
        var report = new RestoreReport
        {
            Data = data,
            Keys = keyArchive,
            Aside = aside,
            Tombstones = found.Lists,
            Unread = found.Unread,
            Away = found.Away,
            UnknownFrom = found.UnknownFrom,
            On = on,
            Merged = merged,
            KeysDestroyed = destroyed,
            Blanked = blanked,
            Keyless = await KeylessAsync(stop),
            BrokenReferences = await BrokenReferencesAsync(db, stop),
        };
        var (entries, broken) = await AuditChain.VerifyAsync(db, root, stop);
        await RecordAsync(report, stop);
        faults.Reach("restore.before-unmark");
        await keyPlace.UnmarkAsync(stop);
        await main.UnmarkAsync(stop);
        return report with { AuditEntries = entries, AuditBrokenAt = broken };
    }

    private async Task RefuseUnlessFreeAsync(Place main, Place keyPlace, CancellationToken stop)
    {
        if (!running.TryAlone() || await main.IsBusyAsync(stop) || await keyPlace.IsBusyAsync(stop))
        {
            throw new InvalidDataException("The program is running on these stores. Stop every node of it first.");
        }
    }

    private async Task CheckAsync(Archive? data, Archive? keyArchive, FoundTombstones found, bool replace, Place main, Place keyPlace, CancellationToken stop)
    {
        var given = new[] { data, keyArchive }.OfType<Archive>().ToList();
        if (given.Count == 0)
        {
            throw new InvalidDataException("There is no archive in this folder.");
        }

        foreach (var archive in given)
        {
            if (archive.Manifest.Provider != Provider)
            {
                throw new InvalidDataException($"The archive {archive.Folder.FullName} is of {archive.Manifest.Provider}, and the settings say {Provider}.");
            }

            archive.Verify();
        }

        if (given.Select(archive => archive.Manifest.Installation).Union(found.Installations).Distinct().Count() > 1)
        {
            throw new InvalidDataException("Archives and stores belong to different installations.");
        }

        if (keyArchive is null && !found.KeysAreHere)
        {
            throw new InvalidDataException("There is no key store to go with the data. Give a folder that holds an archive of the keys too.");
        }

        foreach (var (place, archive) in new[] { (main, data), (keyPlace, keyArchive) })
        {
            if (archive is not null && !replace && await place.IsTakenAsync(stop) && !await place.IsMarkedAsync(stop))
            {
                throw new InvalidDataException("There is a store already. With --replace it is put aside, and the archive takes its place.");
            }
        }
    }

    private static async Task PutAsync(Place place, Archive? archive, DateTime on, List<AsideStore> aside, CancellationToken stop)
    {
        if (archive is null)
        {
            return;
        }

        if (await place.ClearAsync(on, stop) is { } kept)
        {
            aside.Add(new AsideStore(archive.Manifest.Kind, kept));
        }

        await place.PutAsync(archive, stop);
        await using var put = await place.OpenAsync(stop);
        if (!(await put.RowsAsync(stop)).SequenceEqual(archive.Manifest.Rows))
        {
            throw new InvalidDataException($"What was restored from {archive.Folder.FullName} holds other rows than its manifest says.");
        }
    }

    private async Task<(int Merged, int Destroyed)> BuryAsync(FoundTombstones found, CancellationToken stop)
    {
        var (merged, destroyed) = (0, 0);
        foreach (var some in found.Stones.Chunk(Page))
        {
            var (stones, gone) = await keys.BuryAsync(some, stop);
            (merged, destroyed) = (merged + stones, destroyed + gone);
        }

        return (merged, destroyed);
    }

    private async Task<int> KeylessAsync(CancellationToken stop)
    {
        var (count, last) = (0, Guid.Empty);
        await using var db = store.Read();
        await using var keyDb = keys.Read();
        while (true)
        {
            var some = await db.Set<SealedRow>().Where(row => row.State == RowState.Live && row.Id.CompareTo(last) > 0).OrderBy(row => row.Id).Take(Page).Select(row => row.Id).ToListAsync(stop);
            if (some.Count == 0)
            {
                return count;
            }

            last = some[^1];
            count += some.Count - await keyDb.Keys.CountAsync(key => some.Contains(key.RecordId), stop);
        }
    }

    /// <summary>PostgreSQL has checked them while it restored.</summary>
    private static async Task<int> BrokenReferencesAsync(SrmDbContext db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite())
        {
            return 0;
        }

        await db.Database.OpenConnectionAsync(stop);
        var store = db.Database.GetDbConnection();
        var damage = await store.AllAsync("PRAGMA integrity_check", row => row.GetString(0), stop);
        return (await store.AllAsync("PRAGMA foreign_key_check", row => row.GetString(0), stop)).Count + damage.Count(line => line != "ok");
    }

    private async Task RecordAsync(RestoreReport report, CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        string? Of(Archive? archive) => archive?.Folder.Name;
        work.Record(Act.OfSystem(clock), "store.restored", Guid.Empty, $"{Of(report.Data) ?? "-"} {Of(report.Keys) ?? "-"} {report.Merged} {report.Blanked}");
        await work.CommitAsync(stop);
    }
}
