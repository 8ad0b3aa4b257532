using System.Data;
using System.Data.Common;
using Npgsql;

namespace SrmBlazor.Data.Backups;

/// <summary>The turn to write is held while both snapshots are taken; pg_dump reads them afterwards.</summary>
internal sealed class PostgresMoment : Moment
{
    private readonly string keyFile;
    private readonly NpgsqlConnection main;
    private readonly NpgsqlConnection keys;

    private PostgresMoment(NpgsqlConnection main, NpgsqlConnection keys, string keyFile) => (this.main, this.keys, this.keyFile) = (main, keys, keyFile);

    public override DbConnection Main => main;

    public override DbConnection Keys => keys;

    public static async Task<Moment> BeginAsync(string main, string keys, string keyFile, CancellationToken stop)
    {
        await using var turn = new NpgsqlConnection(main);
        await turn.OpenAsync(stop);
        await using var excluding = await turn.BeginTransactionAsync(stop);
        await using var wait = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Store.TurnToWrite})", turn);
        await wait.ExecuteNonQueryAsync(stop);
        var mainSnapshot = await SnapshotAsync(main, stop);
        return new PostgresMoment(mainSnapshot, await SnapshotAsync(keys, stop), keyFile);
    }

    public override async Task WriteAsync(string mainFile, CancellationToken stop)
    {
        await DumpAsync(main, mainFile, stop);
        await DumpAsync(keys, keyFile, stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await main.DisposeAsync();
        await keys.DisposeAsync();
    }

    private static async Task<NpgsqlConnection> SnapshotAsync(string database, CancellationToken stop)
    {
        // the password is asked for once more, by pg_dump
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { PersistSecurityInfo = true, Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await connection.RowsAsync(stop);
        return connection;
    }

    private static async Task DumpAsync(NpgsqlConnection snapshot, string file, CancellationToken stop)
    {
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", snapshot);
        var name = (string)(await export.ExecuteScalarAsync(stop))!;
        await PostgresTools.RunAsync("pg_dump", snapshot.ConnectionString, stop,
            "--format=custom", "--no-owner", "--no-privileges", $"--exclude-schema={PostgresPlace.Replaced}*", $"--exclude-schema={PostgresPlace.Mark}", $"--snapshot={name}", $"--file={file}");
        Durable.Sync(file);
    }
}
