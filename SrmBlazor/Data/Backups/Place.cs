using System.Data.Common;

namespace SrmBlazor.Data.Backups;

/// <summary>Where a store is, seen by who puts another in its place. Each step can die and be repeated.</summary>
internal abstract class Place
{
    public static Place Of(DatabaseProvider provider, string store) => provider switch
    {
        DatabaseProvider.Sqlite => new SqlitePlace(store),
        DatabaseProvider.PostgreSql => new PostgresPlace(store),
    };

    /// <summary>A restore was begun here and not finished: what is in the place is nobody's.</summary>
    public abstract Task<bool> IsMarkedAsync(CancellationToken stop);

    /// <summary>Whether a store is there, whole or not.</summary>
    public abstract Task<bool> IsTakenAsync(CancellationToken stop);

    /// <summary>Whether other programs are connected to it.</summary>
    public abstract Task<bool> IsBusyAsync(CancellationToken stop);

    /// <summary>Marks the place and puts aside what is there; what a restore left half done is removed.</summary>
    /// <returns>Where the old store is kept, or null where none was.</returns>
    public abstract Task<string?> ClearAsync(DateTime on, CancellationToken stop);

    public abstract Task PutAsync(Archive archive, CancellationToken stop);

    public abstract Task UnmarkAsync(CancellationToken stop);

    /// <summary>Stores that were replaced before this instant are removed: their keys would outlive the horizon.</summary>
    public abstract Task<int> RotateAsync(DateTime before, CancellationToken stop);

    /// <summary>Opens what is in the place now.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken stop);

    /// <summary>Reads the store that is here and every one that was replaced here.</summary>
    /// <param name="read">Is given a connection in which unqualified names mean that store, and as what it was put aside; null for the newest.</param>
    public abstract Task ReadAllAsync(Func<DbConnection, string?, Task> read, CancellationToken stop);
}
