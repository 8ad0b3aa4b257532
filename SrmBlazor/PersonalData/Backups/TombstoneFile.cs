using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>
/// The file at <c>Backup:TombstonePath</c>, on another machine: each tombstone is appended as it is made. The key store is the queue: what could
/// not be written, because the path was away or the process died, is written by the next round. A line that stands there twice does no harm.
/// </summary>
public sealed class TombstoneFile(IOptions<BackupOptions> options, RootSecret root, TimeProvider clock, ILogger<TombstoneFile> log)
{
    private readonly Lock turn = new();

    private string Path => options.Value.TombstonePath;

    /// <summary>Never fails: an erasure does not wait for another machine.</summary>
    internal void Append(IReadOnlyCollection<Tombstone> stones)
    {
        if (stones.Count > 0)
        {
            TryAppend(stones.Select(stone => TombstoneList.Line(stone, root)));
        }
    }

    /// <summary>Writes what is missing, and the line that says that nothing is.</summary>
    /// <returns>How many lines were missing; null when no path is set or it is away.</returns>
    public async Task<int?> CatchUpAsync(Func<KeyDbContext> keys, CancellationToken stop = default)
    {
        if (Path.Length == 0)
        {
            return null;
        }

        var on = clock.Now();
        await using var db = keys();
        var stones = await db.Tombstones.AsNoTracking().ToListAsync(stop);
        var installation = await db.Installations.Select(one => one.InstallationId).SingleAsync(stop);
        var written = await ReadAsync(stop) is { } list ? list.Stones.Select(stone => stone.RecordId).ToHashSet() : [];
        var missing = stones.Where(stone => !written.Contains(stone.RecordId)).ToList();
        return TryAppend([.. missing.Select(stone => TombstoneList.Line(stone, root)), TombstoneList.CompleteLine(installation, on, root)]) ? missing.Count : null;
    }

    /// <summary>What stands there; null when no path is set or nothing can be read.</summary>
    internal async Task<TombstoneList?> ReadAsync(CancellationToken stop)
    {
        try
        {
            return Path.Length > 0 && File.Exists(Path) ? await TombstoneList.ReadAsync(Path, Path, root, stop) : null;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            log.TombstonesAway(away.GetType().Name);
            return null;
        }
    }

    private bool TryAppend(IEnumerable<string> lines)
    {
        if (Path.Length == 0)
        {
            return false;
        }

        try
        {
            lock (turn)
            {
                using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                // begins a line of its own, also after one that was torn
                file.Write(System.Text.Encoding.UTF8.GetBytes('\n' + string.Join('\n', lines) + '\n'));
                file.Flush(flushToDisk: true);
            }

            return true;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            log.TombstonesAway(away.GetType().Name);
            return false;
        }
    }
}

internal static partial class TombstoneFileLog
{
    [LoggerMessage(1, LogLevel.Warning, "Backup:TombstonePath is out of reach ({Failure}); what is missing there is written when it is back.")]
    public static partial void TombstonesAway(this ILogger log, string failure);
}
