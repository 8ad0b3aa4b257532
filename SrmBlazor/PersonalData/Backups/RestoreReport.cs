using SrmBlazor.Data.Backups;

namespace SrmBlazor.PersonalData.Backups;

/// <param name="From">A folder with archives of data, keys or both: the newest of each is restored; what is not in it stays as it is.</param>
/// <param name="Tombstones">More places that know tombstones: folders with archives of keys, files.</param>
/// <param name="Replace">What is there may be put aside.</param>
public sealed record RestoreOrder(DirectoryInfo From, IReadOnlyList<FileSystemInfo> Tombstones, bool Replace);

/// <summary>What a restore did and found.</summary>
public sealed record RestoreReport
{
    public Archive? Data { get; init; }

    public Archive? Keys { get; init; }

    /// <summary>Where the old stores are kept.</summary>
    public required IReadOnlyList<AsideStore> Aside { get; init; }

    public required IReadOnlyList<TombstoneList> Tombstones { get; init; }

    /// <summary>Stores here whose tombstones could not be read.</summary>
    public required IReadOnlyList<StoneOrigin> Unread { get; init; }

    /// <summary>Places elsewhere whose tombstones could not be read.</summary>
    public required IReadOnlyList<string> Away { get; init; }

    /// <summary>From when until the restore an erasure could be unknown; null: none can.</summary>
    public required DateTime? UnknownFrom { get; init; }

    public required DateTime On { get; init; }

    /// <summary>Tombstones that the key store did not have.</summary>
    public int Merged { get; init; }

    public int KeysDestroyed { get; init; }

    /// <summary>Rows that were erased before and are erased again.</summary>
    public int Blanked { get; init; }

    /// <summary>Living records without a key: they cannot be read.</summary>
    public int Keyless { get; init; }

    public int BrokenReferences { get; init; }

    public long AuditEntries { get; init; }

    public long? AuditBrokenAt { get; init; }

    public bool IsSound => Keyless == 0 && BrokenReferences == 0 && AuditBrokenAt is null;
}

/// <summary>An old store that was put aside.</summary>
/// <param name="Kind">Of which of the two.</param>
public sealed record AsideStore(ArchiveKind Kind, string Place);
