using System.Data.Common;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>Tombstones from wherever they may be.</summary>
internal sealed class FoundTombstones
{
    public List<TombstoneList> Lists { get; } = [];

    /// <summary>Stores that are here and could not be read.</summary>
    public List<StoneOrigin> Unread { get; } = [];

    /// <summary>Places elsewhere that could not be read.</summary>
    public List<string> Away { get; } = [];

    /// <summary>To which installations the stores belong that are here.</summary>
    public HashSet<Guid> Installations { get; } = [];

    /// <summary>The key store that is here was read: it knows every erasure.</summary>
    public bool KeysAreHere { get; set; }

    /// <summary>From when on an erasure could be unknown; null: none can.</summary>
    public DateTime? UnknownFrom => KeysAreHere ? null : Lists.Max(list => list.CompleteOn) ?? DateTime.UnixEpoch;

    public List<Tombstone> Stones => [.. Lists.SelectMany(list => list.Stones).GroupBy(stone => stone.RecordId).Select(same => same.MinBy(stone => stone.ErasedOn)!)];
}

/// <summary>Reads the stores that are here or were put aside, archives, and the file on another machine.</summary>
internal sealed class TombstoneSearch(RootSecret root, TombstoneFile outside, IOptions<BackupOptions> options, TimeProvider clock)
{
    public async Task<FoundTombstones> FindAsync(Place main, Place keys, IEnumerable<Archive> archives, IEnumerable<FileSystemInfo> more, CancellationToken stop)
    {
        var found = new FoundTombstones();
        await ReadAsync(found, StoneOrigin.KeyStore, keys, async (store, aside) =>
        {
            found.Lists.Add(new TombstoneList(aside ?? "", await store.TombstonesAsync(stop), aside is null ? clock.Now() : null) { Origin = StoneOrigin.KeyStore });
            found.KeysAreHere |= aside is null;
        }, stop);
        await ReadAsync(found, StoneOrigin.MainStore, main, async (store, aside) =>
            found.Lists.Add(new TombstoneList(aside ?? "", await store.IntentsAsync(clock.Now(), stop), null) { Origin = StoneOrigin.MainStore }), stop);

        var given = more.OfType<DirectoryInfo>().SelectMany(place => Archive.In(place, root));
        foreach (var archive in archives.Concat(given).Where(archive => archive.Manifest.Kind == ArchiveKind.Keys))
        {
            archive.Verify();
            var list = await TombstoneList.ReadAsync(archive.File(TombstoneList.FileName).FullName, archive.Folder.FullName, root, stop);
            found.Lists.Add(list with { CompleteOn = archive.Manifest.TakenOn });
        }

        foreach (var file in more.OfType<FileInfo>())
        {
            found.Lists.Add(await TombstoneList.ReadAsync(file.FullName, file.FullName, root, stop));
        }

        if (await outside.ReadAsync(stop) is { } elsewhere)
        {
            found.Lists.Add(elsewhere);
        }
        else if (options.Value.TombstonePath.Length > 0)
        {
            found.Away.Add(options.Value.TombstonePath);
        }

        return found;
    }

    /// <summary>A store can be broken, which is why it is replaced.</summary>
    private static async Task ReadAsync(FoundTombstones found, StoneOrigin origin, Place place, Func<DbConnection, string?, Task> read, CancellationToken stop)
    {
        try
        {
            await place.ReadAllAsync(async (store, aside) =>
            {
                await read(store, aside);
                if (await store.InstallationAsync(stop) is { } installation)
                {
                    found.Installations.Add(installation);
                }
            }, stop);
        }
        catch (DbException)
        {
            found.Unread.Add(origin);
        }
    }
}
