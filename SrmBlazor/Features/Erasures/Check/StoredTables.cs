using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SrmBlazor.Features.Erasures.Check;

/// <summary>Every column of every table that a database has, whoever made it: a value that a page of the file cuts in two is whole here.</summary>
internal static class StoredTables
{
    private const string OfSqlite = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    private const string OfPostgres = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name";

    /// <returns>How many tables were read, and the names of those in which something was found.</returns>
    public static async Task<(int Read, IReadOnlyList<string> Found)> SearchAsync(DbContext db, Traces traces, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var (tables, found) = (await ListAsync(connection, db.Database.IsSqlite() ? OfSqlite : OfPostgres, stop), new List<string>());
        foreach (var table in tables)
        {
            if (await FindsAsync(connection, table, traces, stop))
            {
                found.Add(table);
            }
        }

        return (tables.Count, found);
    }

    private static async Task<List<string>> ListAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var names = new List<string>();
        while (await reader.ReadAsync(stop))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<bool> FindsAsync(DbConnection connection, string table, Traces traces, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a name out of the database's own catalogue, quoted
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, stop);
        var reading = new Reading(traces);
        while (await reader.ReadAsync(stop))
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reading.Finds(BytesOf(reader.GetValue(column))) | reading.Finds([0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static byte[] BytesOf(object value) => value switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
