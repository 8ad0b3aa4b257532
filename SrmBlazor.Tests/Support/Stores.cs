using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using SrmBlazor.Data;

namespace SrmBlazor.Support;

/// <summary>
/// Where an installation keeps its things: a folder of its own and two databases. Another house on the same stores is the same installation after a
/// restart, or another node of it.
/// </summary>
public sealed class Stores : IDisposable
{
    private static readonly Dictionary<(DatabaseProvider, MethodInfo), Task<Stores>> Templates = [];

    private readonly DirectoryInfo place;

    private Stores(DatabaseProvider provider, DirectoryInfo? place = null) => (Provider, this.place) = (provider, place ?? Directory.CreateTempSubdirectory("srm-test-"));

    public DatabaseProvider Provider { get; }

    public string Folder => place.FullName;

    /// <summary>Connection strings; empty for SQLite, which lies in the folder.</summary>
    public string Main { get; private set; } = "";

    public string Keys { get; private set; } = "";

    /// <summary>Stores of another process; whoever made them disposes of them.</summary>
    public static Stores At(DatabaseProvider provider, string folder, string main, string keys) =>
        new(provider, new DirectoryInfo(folder)) { Main = main, Keys = keys };

    /// <summary>Nothing there yet: the first start makes everything.</summary>
    public static async Task<Stores> EmptyAsync(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite
            ? new Stores(provider)
            : new Stores(provider) { Main = await PostgresServer.CreateAsync(), Keys = await PostgresServer.CreateAsync() };

    /// <summary>A copy of an installation that was started once: migrated, paired, without a person.</summary>
    public static Task<Stores> CreateAsync(DatabaseProvider provider) => CreateAsync(provider, static async stores => await House.OpenAsync(stores));

    /// <summary>The same for another program on the stores, which <paramref name="start"/> starts.</summary>
    public static async Task<Stores> CreateAsync(DatabaseProvider provider, Func<Stores, Task<IAsyncDisposable>> start)
    {
        Task<Stores> template;
        lock (Templates)
        {
            if (!Templates.TryGetValue((provider, start.Method), out template!))
            {
                Templates[(provider, start.Method)] = template = TemplateAsync(provider, start);
            }
        }

        return await (await template).CopyAsync();
    }

    /// <summary>The main store as it is now, to be put back later with <see cref="RestoreMainAsync"/>. No house may be open.</summary>
    public async Task<string> BackUpMainAsync()
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            return await PostgresServer.CreateAsync(Main);
        }

        var copy = Path.Combine(Folder, $"backup-{Guid.NewGuid():N}");
        await using var source = new SqliteConnection($"Data Source={MainFile};Pooling=False");
        await using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
        return copy;
    }

    /// <summary>Puts an older main store in place; the key store stays as it is.</summary>
    public async Task RestoreMainAsync(string backup)
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            Main = await PostgresServer.CreateAsync(backup);
            return;
        }

        ClearPools();
        File.Delete(MainFile + "-wal");
        File.Delete(MainFile + "-shm");
        File.Copy(backup, MainFile, overwrite: true);
    }

    /// <summary>Files and folders in which anything of this installation may lie.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync() =>
        Provider == DatabaseProvider.PostgreSql ? [Folder, .. await PostgresServer.FilesAsync([Main, Keys])] : [Folder];

    public void Dispose()
    {
        ClearPools();
        place.Delete(recursive: true);
    }

    /// <summary>
    /// Idle connections of this process to these stores alone: closing another test's, in the midst of its work, would lock it out. Each database
    /// has a pool of its own, and what lies idle in the pools of ended tests would use up the server's connections.
    /// </summary>
    public void ClearPools()
    {
        foreach (var name in (string[])["srm.db", "keys.db"])
        {
            // as the program opens it, to the letter: a pool goes by its connection string
            using var file = new SqliteConnection($"Data Source={Path.Combine(Folder, name)};Mode=ReadWrite");
            SqliteConnection.ClearPool(file);
        }

        foreach (var database in new[] { Main, Keys }.Where(database => Provider == DatabaseProvider.PostgreSql && database.Length > 0))
        {
            using var connection = new NpgsqlConnection(database);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private string MainFile => Path.Combine(Folder, "srm.db");

    private static async Task<Stores> TemplateAsync(DatabaseProvider provider, Func<Stores, Task<IAsyncDisposable>> start)
    {
        var stores = await EmptyAsync(provider);
        await using (await start(stores))
        {
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return stores;
    }

    private async Task<Stores> CopyAsync()
    {
        var copy = Provider == DatabaseProvider.Sqlite
            ? new Stores(Provider)
            : new Stores(Provider) { Main = await PostgresServer.CreateAsync(Main), Keys = await PostgresServer.CreateAsync(Keys) };
        foreach (var file in place.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(copy.Folder, file.Name));
        }

        return copy;
    }
}
