using System.Data.Common;

namespace SrmBlazor.Data.Backups;

/// <summary>
/// Both stores as they are at one moment, while others go on writing. Nobody writes a record between the reading of the two, and the keys are
/// read last: a key that is destroyed meanwhile is then a tombstone beside a row, which start-up blanks, and never a row without either.
/// </summary>
internal abstract class Moment : IAsyncDisposable
{
    /// <summary>Reads that moment.</summary>
    public abstract DbConnection Main { get; }

    /// <inheritdoc cref="Main"/>
    public abstract DbConnection Keys { get; }

    /// <param name="main">Connection strings.</param>
    /// <param name="keyFile">Where the keys' copy goes.</param>
    public static async Task<Moment> BeginAsync(DatabaseProvider provider, string main, string keys, string keyFile, CancellationToken stop) => provider switch
    {
        DatabaseProvider.Sqlite => await SqliteMoment.BeginAsync(main, keys, keyFile, stop),
        DatabaseProvider.PostgreSql => await PostgresMoment.BeginAsync(main, keys, keyFile, stop),
    };

    /// <summary>Writes the copies to files.</summary>
    public abstract Task WriteAsync(string mainFile, CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}
