using System.Data.Common;

namespace SrmBlazor.Data.Backups;

/// <summary>What a manifest says of a store, read through any connection to it.</summary>
internal static class Reading
{
    /// <summary>How many rows each table holds.</summary>
    public static async Task<IReadOnlyList<TableRows>> RowsAsync(this DbConnection store, CancellationToken stop)
    {
        var tables = await store.AllAsync(
            IsSqlite(store) ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
            row => row.GetString(0), stop);
        var rows = new List<TableRows>();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            rows.Add(new TableRows(table, (await store.AllAsync($"SELECT count(*) FROM \"{table}\"", row => row.GetInt64(0), stop))[0]));
        }

        return rows;
    }

    public static async Task<string> MigrationAsync(this DbConnection store, CancellationToken stop) =>
        (await store.AllAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1", row => row.GetString(0), stop)).FirstOrDefault() ?? "";

    public static async Task<Guid?> InstallationAsync(this DbConnection store, CancellationToken stop) =>
        (await store.AllAsync("SELECT \"InstallationId\" FROM \"Installation\"", row => (Guid?)row.GetGuid(0), stop)).FirstOrDefault();

    public static async Task<AuditHead?> AuditHeadAsync(this DbConnection main, CancellationToken stop) =>
        (await main.AllAsync("SELECT \"Number\", \"Hash\" FROM \"AuditEntries\" ORDER BY \"Number\" DESC LIMIT 1",
            row => new AuditHead(row.GetInt64(0), Convert.ToHexStringLower((byte[])row.GetValue(1))), stop)).FirstOrDefault();

    /// <param name="sql">Ours; it holds nothing that was typed.</param>
    public static async Task<List<T>> AllAsync<T>(this DbConnection store, string sql, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using var command = store.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        var all = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            all.Add(read(rows));
        }

        return all;
    }

    private static bool IsSqlite(DbConnection store) => store is Microsoft.Data.Sqlite.SqliteConnection;
}
