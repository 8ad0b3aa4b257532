using System.Data.Common;
using Npgsql;

namespace SrmBlazor.Data.Backups;

/// <summary>The schema <c>public</c> of a database. What is replaced is a schema of another name; an empty schema marks a restore.</summary>
internal sealed class PostgresPlace(string store) : Place
{
    internal const string Replaced = "replaced_";
    internal const string Mark = "restoring";

    /// <summary>A connection that was closed is seen by the server a little later.</summary>
    private const int Looks = 30;

    private readonly string database = new NpgsqlConnectionStringBuilder(store) { Pooling = false, PersistSecurityInfo = true }.ConnectionString;

    public override Task<bool> IsMarkedAsync(CancellationToken stop) => IsAsync($"EXISTS (SELECT FROM pg_namespace WHERE nspname = '{Mark}')", stop);

    public override Task<bool> IsTakenAsync(CancellationToken stop) => IsAsync("EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')", stop);

    public override async Task<bool> IsBusyAsync(CancellationToken stop)
    {
        ClearPool();
        for (var look = 0; look < Looks; look++)
        {
            if (!await IsAsync("EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND COALESCE(backend_type, 'client backend') = 'client backend' AND pid <> pg_backend_pid())", stop))
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }

        return true;
    }

    public override async Task<string?> ClearAsync(DateTime on, CancellationToken stop)
    {
        ClearPool();
        var aside = Replaced + Archive.NameOf(on).ToLowerInvariant();
        if (await IsMarkedAsync(stop))
        {
            await DoAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public;", stop);
            return await AsideAsync(stop) is { Length: > 0 } before ? before : null;
        }

        var taken = await IsTakenAsync(stop);
        // one transaction: the mark is there if and only if the old store is aside
        await DoAsync($"CREATE SCHEMA {Mark}; COMMENT ON SCHEMA {Mark} IS '{(taken ? aside : "")}'; {(taken ? $"ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public;" : "")}", stop);
        return taken ? aside : null;
    }

    public override Task PutAsync(Archive archive, CancellationToken stop) =>
        PostgresTools.RunAsync("pg_restore", database, stop,
            "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(database).Database}", archive.Store.FullName);

    public override Task UnmarkAsync(CancellationToken stop) => DoAsync($"DROP SCHEMA IF EXISTS {Mark};", stop);

    public override async Task<int> RotateAsync(DateTime before, CancellationToken stop)
    {
        var old = (await SchemasAsync(stop)).Where(name => string.CompareOrdinal(name, Replaced + Archive.NameOf(before).ToLowerInvariant()) < 0).ToList();
        foreach (var name in old)
        {
            await DoAsync($"DROP SCHEMA {name} CASCADE;", stop);
        }

        return old.Count;
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(stop);
        return connection;
    }

    public override async Task ReadAllAsync(Func<DbConnection, string?, Task> read, CancellationToken stop)
    {
        // of a restore that was not finished, the store that it put aside is the newest, and what is in the place is its half
        var newest = await AsideAsync(stop) ?? (await IsTakenAsync(stop) ? "public" : "");
        foreach (var schema in (await SchemasAsync(stop)).Append(newest).Where(schema => schema.Length > 0).Distinct(StringComparer.Ordinal))
        {
            await using var connection = await OpenAsync(stop);
            await using var look = new NpgsqlCommand($"SET search_path TO {schema}", (NpgsqlConnection)connection);
            await look.ExecuteNonQueryAsync(stop);
            await read(connection, schema == newest ? null : schema);
        }
    }

    /// <summary>Our own idle connections are in nobody's way.</summary>
    private void ClearPool()
    {
        using var pooled = new NpgsqlConnection(store);
        NpgsqlConnection.ClearPool(pooled);
    }

    /// <summary>Where the unfinished restore put the old store: empty if there was none; null without such a restore.</summary>
    private async Task<string?> AsideAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return (await connection.AllAsync($"SELECT COALESCE(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = '{Mark}'", row => row.GetString(0), stop)).FirstOrDefault();
    }

    private async Task<List<string>> SchemasAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return await connection.AllAsync($"SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'replaced\\_%' ORDER BY nspname", row => row.GetString(0), stop);
    }

    private async Task<bool> IsAsync(string what, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return (await connection.AllAsync($"SELECT {what}", row => row.GetBoolean(0), stop))[0];
    }

    private async Task DoAsync(string statements, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new NpgsqlCommand(statements, (NpgsqlConnection)connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
