namespace SrmBlazor.Data;

/// <summary>Where things are kept: sections <c>Storage</c> and <c>Database</c> of the settings.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder for the databases, the root secret, logs and development mail; a relative one counts as <see cref="Shared.DataFolder"/> says.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>The root secret's file; empty means <c>root.secret</c> in <see cref="Folder"/>.</summary>
    public string RootSecret { get; set; } = "";

    public string FullPath(string name) => Path.Combine(Path.GetFullPath(Folder), name);
}

public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of the main store; empty means <c>srm.db</c> in the storage folder.</summary>
    public string Main { get; set; } = "";

    /// <summary>Connection string of the key store, another database with a backup rotation of its own; empty means <c>keys.db</c>.</summary>
    public string Keys { get; set; } = "";

    /// <summary>SQLite's <c>synchronous</c>. Anything below FULL loses acknowledged work in a power cut.</summary>
    public string Synchronous { get; set; } = "FULL";
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
