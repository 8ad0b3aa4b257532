using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures.Check;

/// <summary>Every file in which the installation may have written anything: the folders of data, logs and mail, and databases that lie elsewhere.</summary>
internal sealed class StoredFiles(IConfiguration configuration, IHostEnvironment environment, IOptions<StorageOptions> storage, IOptions<DatabaseOptions> database, IOptions<MailOptions> mail) : IDisposable
{
    private static readonly string[] BesideDatabase = ["", "-wal", "-shm", "-journal"];

    /// <summary>
    /// POSIX drops all of a process's locks on a file when it closes any handle to it, and SQLite's with them (sqlite.org/howtocorrupt.html, 2.2):
    /// a database's files once opened stay open.
    /// </summary>
    private readonly ConcurrentDictionary<string, SafeFileHandle> databases = new(StringComparer.Ordinal);

    public IEnumerable<string> All()
    {
        string[] folders = [Path.GetFullPath(storage.Value.Folder), LogFolder, .. MailFolder is { } letters ? [letters] : Array.Empty<string>()];
        return folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(DatabaseFiles().Where(File.Exists)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>Letters lie in a folder only in Development; elsewhere they leave and are kept nowhere.</summary>
    public string? MailFolder => mail.Value.Transport == MailRoute.Folder ? mail.Value.Folder : null;

    public string NameOf(string path) => Path.GetRelativePath(Path.GetFullPath(storage.Value.Folder), path);

    /// <summary>What kind of file it is, for a certificate that must not grow with the number of letters.</summary>
    public string GroupOf(string path) =>
        DatabaseFiles().Contains(path, StringComparer.Ordinal) ? Path.GetFileName(path)
        : path.StartsWith(LogFolder, StringComparison.Ordinal) ? "logs"
        : MailFolder is { } letters && path.StartsWith(letters, StringComparison.Ordinal) ? "mail"
        : "others";

    public bool Finds(string path, Traces traces)
    {
        try
        {
            if (DatabaseFiles().Contains(path, StringComparer.Ordinal))
            {
                return Finds(databases.GetOrAdd(path, Open), traces);
            }

            using var file = Open(path);
            return Finds(file, traces);
        }
        catch (FileNotFoundException)
        {
            return false; // gone between listing and reading
        }
    }

    public void Dispose()
    {
        foreach (var file in databases.Values)
        {
            file.Dispose();
        }
    }

    private string LogFolder =>
        Path.Combine(DataFolder.Of(configuration, environment), configuration["Logging:Folder"] is { Length: > 0 } set ? set : "logs");

    private IEnumerable<string> DatabaseFiles() => database.Value.Provider == DatabaseProvider.PostgreSql ? [] :
        from name in new[] { (database.Value.Main, "srm.db"), (database.Value.Keys, "keys.db") }
        let path = Path.GetFullPath(name.Item1.Length > 0 ? new SqliteConnectionStringBuilder(name.Item1).DataSource : storage.Value.FullPath(name.Item2))
        from end in BesideDatabase
        select path + end;

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static bool Finds(SafeFileHandle file, Traces traces)
    {
        var (reading, bytes, at) = (new Reading(traces), new byte[1 << 16], 0L);
        for (int count; (count = RandomAccess.Read(file, bytes, at)) > 0; at += count)
        {
            if (reading.Finds(bytes.AsSpan(0, count)))
            {
                return true;
            }
        }

        return false;
    }
}
