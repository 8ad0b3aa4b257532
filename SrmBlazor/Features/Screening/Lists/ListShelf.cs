using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// The lists in memory. They are read once and kept until another version is announced, on this node or another; reading them takes seconds, so it is
/// never done on a page's own thread, and never twice at once.
/// </summary>
public sealed class ListShelf(Func<SrmDbContext> contexts, ChangeFeed changes)
{
    private readonly Lock asking = new();
    private Task<Shelf>? current;
    private long seen;
    private Task<Shelf>? earlier;
    private string earlierFingerprint = "";

    /// <summary>Every source in its newest version. After an import it is the new one, at once on this node.</summary>
    public Task<Shelf> CurrentAsync(CancellationToken stop = default)
    {
        lock (asking)
        {
            var turn = changes.TurnOf(Topics.ScreeningLists);
            if (current is null || current.IsFaulted || seen != turn)
            {
                var before = current;
                (current, seen) = (Task.Run(() => LoadCurrentAsync(before), CancellationToken.None), turn);
            }

            return current.WaitAsync(stop);
        }
    }

    /// <summary>The lists of an earlier day, the same as they were then.</summary>
    /// <param name="versions">Ids, at most one of each source.</param>
    /// <exception cref="ArgumentException">One of them is not there, or two are of one source.</exception>
    public async Task<Shelf> OfAsync(IReadOnlyList<Guid> versions, CancellationToken stop = default)
    {
        await using var db = contexts();
        var found = (await db.Set<ScreeningListVersion>().AsNoTracking().Where(version => versions.Contains(version.Id)).ToListAsync(stop)).OrderBy(version => version.Source).ToList();
        if (found.Count != versions.Count || found.DistinctBy(version => version.Source).Count() != found.Count)
        {
            throw new ArgumentException("One of the versions is not there, or two are of one source.", nameof(versions));
        }

        return (await KeptAsync(found)).With(found);
    }

    /// <summary>Which versions were live at an instant; for <see cref="OfAsync"/>.</summary>
    public async Task<IReadOnlyList<Guid>> VersionsOnAsync(DateTime on, CancellationToken stop = default)
    {
        await using var db = contexts();
        return [.. (await ScreeningListVersion.LiveAsync(db, on, stop)).Select(version => version.Id)];
    }

    private Task<Shelf> KeptAsync(List<ScreeningListVersion> versions)
    {
        var fingerprint = Shelf.FingerprintOf(versions);
        lock (asking)
        {
            if (current is { IsCompletedSuccessfully: true } live && live.Result.Fingerprint == fingerprint)
            {
                return live;
            }

            if (earlier is null || earlier.IsFaulted || earlierFingerprint != fingerprint)
            {
                (var before, earlierFingerprint) = (earlier, fingerprint);
                earlier = Task.Run(() => LoadAfterAsync(before, versions), CancellationToken.None);
            }

            return earlier;
        }
    }

    private async Task<Shelf> LoadCurrentAsync(Task<Shelf>? before)
    {
        var known = await EndOf(before);
        await using var db = contexts();
        var versions = await ScreeningListVersion.LiveAsync(db);
        return known?.Fingerprint == Shelf.FingerprintOf(versions) ? known.With(versions) : await LoadAsync(db, versions);
    }

    private async Task<Shelf> LoadAfterAsync(Task<Shelf>? before, List<ScreeningListVersion> versions)
    {
        await EndOf(before);
        await using var db = contexts();
        return await LoadAsync(db, versions);
    }

    private static async Task<Shelf> LoadAsync(SrmDbContext db, IReadOnlyList<ScreeningListVersion> versions)
    {
        List<(ScreeningListVersion, ListVersion)> lists = [];
        foreach (var version in versions)
        {
            lists.Add((version, (await db.Set<ScreeningListFile>().AsNoTracking().SingleAsync(file => file.Sha256 == version.Sha256)).Read(version)));
        }

        return Shelf.Of(lists);
    }

    private static async Task<Shelf?> EndOf(Task<Shelf>? loading)
    {
        if (loading is null)
        {
            return null;
        }

        // whether it failed is told to whoever waited for it
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return loading.IsCompletedSuccessfully ? await loading : null;
    }
}
