using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmBlazor.Data;

/// <summary>
/// Pragmas that belong to a connection, not to the file. <c>secure_delete</c> overwrites what is deleted: without it a blanked
/// row stays readable in free pages. The key store has no write-ahead log, so a destroyed key is gone with the commit. Its rollback
/// journal is emptied and synced, not removed: in mode DELETE nothing below synchronous=EXTRA syncs the folder after the removal, and a power
/// cut could bring the journal back, and the destroyed key with it (https://sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
public sealed class SqlitePragmas(string journal, string synchronous) : DbConnectionInterceptor
{
    /// <summary>Connections come out of a pool again and again; what was told to one it remembers.</summary>
    private readonly ConditionalWeakTable<object, object> told = [];
    private readonly string pragmas = $"PRAGMA busy_timeout=5000; PRAGMA journal_mode={journal}; PRAGMA synchronous={synchronous}; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is made of settings, never of input
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        told.AddOrUpdate(handle, pragmas);
    }
}
