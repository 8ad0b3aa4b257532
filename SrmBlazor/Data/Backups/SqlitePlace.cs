using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SrmBlazor.Data.Backups;

/// <summary>A file. What is replaced lies in a folder beside it; a second file marks a restore.</summary>
internal sealed class SqlitePlace(string store) : Place
{
    private const string Replaced = "replaced-";
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    private readonly string path = Path.GetFullPath(new SqliteConnectionStringBuilder(store).DataSource);

    private string Mark => path + ".restoring";

    private string Folder => Path.GetDirectoryName(path)!;

    private string Name => Path.GetFileName(path);

    public override Task<bool> IsMarkedAsync(CancellationToken stop) => Task.FromResult(File.Exists(Mark));

    public override Task<bool> IsTakenAsync(CancellationToken stop) => Task.FromResult(File.Exists(path));

    /// <summary>A lock tells (see <see cref="Running"/>).</summary>
    public override Task<bool> IsBusyAsync(CancellationToken stop) => Task.FromResult(false);

    public override Task<string?> ClearAsync(DateTime on, CancellationToken stop)
    {
        using (var pooled = new SqliteConnection(store))
        {
            SqliteConnection.ClearPool(pooled);
        }

        if (!File.Exists(Mark))
        {
            // says which folder the old store goes to: a second try must not take its own half for the old one
            Durable.Write(Mark + ".part", System.Text.Encoding.UTF8.GetBytes(File.Exists(path) ? Replaced + Archive.NameOf(on) : ""));
            File.Move(Mark + ".part", Mark);
            Durable.Sync(Folder);
        }

        var aside = File.ReadAllText(Mark);
        if (aside.Length > 0 && !File.Exists(Path.Combine(Folder, aside, Name)))
        {
            // the file itself goes last: while it is here, it is the old one
            Directory.CreateDirectory(Path.Combine(Folder, aside));
            Move(aside, Parts.Reverse());
        }

        foreach (var part in Parts)
        {
            File.Delete(path + part);
        }

        Durable.Sync(Folder);
        return Task.FromResult(aside.Length > 0 ? Path.Combine(Folder, aside) : null);
    }

    public override Task PutAsync(Archive archive, CancellationToken stop)
    {
        Durable.Copy(archive.Store.FullName, path);
        return Task.CompletedTask;
    }

    public override Task UnmarkAsync(CancellationToken stop)
    {
        File.Delete(Mark);
        Durable.Sync(Folder);
        return Task.CompletedTask;
    }

    public override Task<int> RotateAsync(DateTime before, CancellationToken stop)
    {
        var old = ReplacedStores().Where(file => string.CompareOrdinal(file.Directory!.Name, Replaced + Archive.NameOf(before)) < 0).ToList();
        foreach (var file in old)
        {
            foreach (var part in Parts)
            {
                File.Delete(file.FullName + part);
            }

            if (!file.Directory!.EnumerateFileSystemInfos().Any())
            {
                file.Directory.Delete();
            }
        }

        return Task.FromResult(old.Count);
    }

    public override Task<DbConnection> OpenAsync(CancellationToken stop) => OpenAsync(path, stop);

    public override async Task ReadAllAsync(Func<DbConnection, string?, Task> read, CancellationToken stop)
    {
        // of a restore that was not finished, the store that it put aside is the newest, and what lies in the place is its half
        var aside = File.Exists(Mark) ? await File.ReadAllTextAsync(Mark, stop) : null;
        var newest = aside is { Length: > 0 } && File.Exists(Path.Combine(Folder, aside, Name)) ? Path.Combine(Folder, aside, Name) : aside is "" ? null : path;
        foreach (var file in ReplacedStores().Select(file => file.FullName).Append(newest).OfType<string>().Distinct(StringComparer.Ordinal).Where(File.Exists).ToList())
        {
            await using var connection = await OpenAsync(file, stop);
            await read(connection, file == newest ? null : Path.GetFileName(Path.GetDirectoryName(file)));
        }
    }

    private void Move(string aside, IEnumerable<string> parts)
    {
        foreach (var part in parts.Where(part => File.Exists(path + part)))
        {
            File.Move(path + part, Path.Combine(Folder, aside, Name + part), overwrite: true);
        }

        Durable.Sync(Path.Combine(Folder, aside));
    }

    private IEnumerable<FileInfo> ReplacedStores() =>
        new DirectoryInfo(Folder) is { Exists: true } folder ? folder.EnumerateDirectories(Replaced + "*").SelectMany(aside => aside.EnumerateFiles(Name)) : [];

    private static async Task<DbConnection> OpenAsync(string file, CancellationToken stop)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }
}
