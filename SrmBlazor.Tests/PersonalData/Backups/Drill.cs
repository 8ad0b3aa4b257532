using Microsoft.Extensions.Time.Testing;
using Npgsql;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>An installation that is backed up, lost and restored.</summary>
internal sealed class Drill : IAsyncDisposable
{
    private readonly Stores stores;

    private Drill(Stores stores) => this.stores = stores;

    public FakeTimeProvider Clock { get; } = new(House.Start);

    public Stores Stores => stores;

    public DirectoryInfo Place { get; } = Directory.CreateTempSubdirectory("srm-backup-");

    public string TombstonePath => Path.Combine(Place.FullName, "elsewhere", "tombstones.txt");

    public DirectoryInfo Data => new(Path.Combine(Place.FullName, "data"));

    public DirectoryInfo Keys => new(Path.Combine(Place.FullName, "keys"));

    public static async Task<Drill> BeginAsync(DatabaseProvider provider)
    {
        var drill = new Drill(await Heart.StoresAsync(provider));
        Directory.CreateDirectory(Path.GetDirectoryName(drill.TombstonePath)!);
        return drill;
    }

    public Task<Heart> OpenAsync() => Heart.OpenAsync(stores, Clock, settings: ("Backup:TombstonePath", TombstonePath));

    public async Task<BackupReport> BackUpAsync()
    {
        await using var heart = await OpenAsync();
        return await BackUpAsync(heart);
    }

    public async Task<BackupReport> BackUpAsync(Heart heart)
    {
        // no two in one moment
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await heart.Get<BackupRun>().TakeAsync(Place);
    }

    public async Task<RestoreReport> RestoreAsync(DirectoryInfo from, string? dieAt = null, params FileSystemInfo[] tombstones)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await using var heart = Heart.Closed(stores, Clock, settings: ("Backup:TombstonePath", TombstonePath));
        heart.DieAt(dieAt);
        try
        {
            return await heart.Get<RestoreRun>().RunAsync(new RestoreOrder(from, tombstones, Replace: true));
        }
        finally
        {
            stores.ClearPools();
        }
    }

    /// <summary>The machine is gone, with both stores; the root secret was kept apart.</summary>
    public async Task LoseAsync()
    {
        stores.ClearPools();
        if (stores.Provider == DatabaseProvider.Sqlite)
        {
            foreach (var file in new DirectoryInfo(stores.Folder).EnumerateFiles("*.db*"))
            {
                file.Delete();
            }

            return;
        }

        foreach (var database in new[] { stores.Main, stores.Keys })
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public;", connection);
            await drop.ExecuteNonQueryAsync();
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public ValueTask DisposeAsync()
    {
        stores.Dispose();
        Place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
