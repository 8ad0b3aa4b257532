namespace SrmBlazor.Data.Backups;

/// <summary>How long backups live and where tombstones are kept besides: section <c>Backup</c> of the settings.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>The erasure horizon: after so many days no backup holds the key of what was erased.</summary>
    public int KeyDays { get; set; } = 14;

    /// <summary>Backups of the data are sealed and can live longer. A key whose row is missing is kept at least as long.</summary>
    public int DataDays { get; set; } = 35;

    /// <summary>A file on another machine to which each tombstone is appended; empty: none. See <c>TombstoneFile</c>.</summary>
    public string TombstonePath { get; set; } = "";

    public bool IsSound => KeyDays > 0 && DataDays >= KeyDays;
}
