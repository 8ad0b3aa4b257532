using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SrmBlazor.Data.Backups;

/// <summary>
/// The turn to write is held while the (small) key store is copied; what the main store was by then is read from its write-ahead log's snapshot
/// afterwards, and nobody waits for that.
/// </summary>
internal sealed class SqliteMoment : Moment
{
    private readonly SqliteConnection main;
    private readonly SqliteConnection keys;
    private readonly SqliteTransaction snapshot;

    private SqliteMoment(SqliteConnection main, SqliteTransaction snapshot, SqliteConnection keys) => (this.main, this.snapshot, this.keys) = (main, snapshot, keys);

    public override DbConnection Main => main;

    public override DbConnection Keys => keys;

    public static async Task<Moment> BeginAsync(string main, string keys, string keyFile, CancellationToken stop)
    {
        await using var turn = await OpenAsync(main, stop);
        await using var excluding = turn.BeginTransaction();
        var reader = await OpenAsync(main, stop);
        var begun = reader.BeginTransaction(deferred: true);
        // a snapshot begins with the first look
        await reader.RowsAsync(stop);
        await CopyAsync(keys, keyFile, stop);
        return new SqliteMoment(reader, begun, await OpenAsync(FileOf(keyFile), stop));
    }

    public override async Task WriteAsync(string mainFile, CancellationToken stop)
    {
        await CopyAsync(main, mainFile, stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await snapshot.DisposeAsync();
        await main.DisposeAsync();
        await keys.DisposeAsync();
    }

    private static async Task CopyAsync(string store, string file, CancellationToken stop)
    {
        await using var source = await OpenAsync(store, stop);
        await CopyAsync(source, file, stop);
    }

    private static async Task CopyAsync(SqliteConnection source, string file, CancellationToken stop)
    {
        await using (var copy = new SqliteConnection(FileOf(file)))
        {
            await copy.OpenAsync(stop);
            source.BackupDatabase(copy);
            await using var alone = copy.CreateCommand();
            // one file, without a log beside it
            alone.CommandText = "PRAGMA journal_mode=DELETE";
            await alone.ExecuteNonQueryAsync(stop);
        }

        Durable.Sync(file);
    }

    private static string FileOf(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;

    private static async Task<SqliteConnection> OpenAsync(string store, CancellationToken stop)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(store) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var patient = connection.CreateCommand();
        // a command asks again while others write, a copy does not: the key store has no log beside it that could be read meanwhile
        patient.CommandText = "PRAGMA busy_timeout=30000";
        await patient.ExecuteNonQueryAsync(stop);
        return connection;
    }
}
