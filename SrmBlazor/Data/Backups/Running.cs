using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Data.Backups;

/// <summary>
/// Says that the program is at work on its stores, so that nobody puts others in their place meanwhile: a lock on a file, which the system lets
/// go when the process ends. With PostgreSQL its connections tell.
/// </summary>
public sealed class Running(IOptions<DatabaseOptions> database, IOptions<StorageOptions> storage) : IDisposable
{
    private FileStream? held;

    /// <exception cref="InvalidDataException">A restore is under way, or was begun and not finished.</exception>
    internal async Task BeginAsync(DbContext store)
    {
        const string refusal = "A restore is going on here, or was begun and not finished. Run restore again; nothing is served before it is done.";
        if (database.Value.Provider == DatabaseProvider.Sqlite && !Take(FileAccess.Read, FileShare.Read))
        {
            throw new InvalidDataException(refusal);
        }

        if ((database.Value.Provider == DatabaseProvider.Sqlite || await store.Database.CanConnectAsync()) && await Place.Of(database.Value.Provider, store.Database.GetConnectionString()!).IsMarkedAsync(CancellationToken.None))
        {
            throw new InvalidDataException(refusal);
        }
    }

    /// <returns>False while the program runs.</returns>
    internal bool TryAlone() => database.Value.Provider != DatabaseProvider.Sqlite || Take(FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => held?.Dispose();

    private bool Take(FileAccess access, FileShare share)
    {
        if (held is not null)
        {
            return true;
        }

        try
        {
            Directory.CreateDirectory(Path.GetFullPath(storage.Value.Folder));
            held = new FileStream(storage.Value.FullPath("running.lock"), FileMode.OpenOrCreate, access, share);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
