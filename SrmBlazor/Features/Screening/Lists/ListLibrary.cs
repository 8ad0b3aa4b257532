using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Where staff read the lists: which are live and how old they are, every earlier version, and what each changed.</summary>
public sealed class ListLibrary(Store store, IOptions<ScreeningOptions> options, TimeProvider clock)
{
    public const Role Readers = ListDesk.Keepers | Role.Auditor;

    public const int VersionsAtOnce = 50;

    /// <summary>Every source, also those of which there is no file.</summary>
    /// <exception cref="NotAllowedException">The actor may not read lists.</exception>
    public async Task<IReadOnlyList<LiveList>> ShowAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var live = (await ScreeningListVersion.LiveAsync(db)).ToDictionary(version => version.Source);
        var fetched = await db.Set<ListFetch>().AsNoTracking().ToDictionaryAsync(fetch => fetch.Source);
        return
        [
            .. Enum.GetValues<ListSource>().Select(source => LiveList.Of(source, live.GetValueOrDefault(source), options.Value.ListsOldAfterDays, clock.Now()) with
            {
                Origin = options.Value.AddressOf(source) is { } address ? new(address.Host, fetched.GetValueOrDefault(source)) : null,
            }),
        ];
    }

    /// <summary>The newest first.</summary>
    /// <param name="before">The number of the last one that was shown; null to begin.</param>
    /// <exception cref="NotAllowedException">The actor may not read lists.</exception>
    public async Task<VersionPage> HistoryAsync(ListSource source, int? before, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var versions = await db.Set<ScreeningListVersion>().AsNoTracking().Where(version => version.Source == source && (before == null || version.Number < before))
            .OrderByDescending(version => version.Number).Take(VersionsAtOnce + 1).ToListAsync();
        return new([.. versions.Take(VersionsAtOnce)], versions.Count > VersionsAtOnce);
    }

    /// <summary>Null where the source has no such version.</summary>
    /// <exception cref="NotAllowedException">The actor may not read lists.</exception>
    public async Task<OpenedVersion?> OpenAsync(ListSource source, int number, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var pair = await db.Set<ScreeningListVersion>().AsNoTracking().Where(version => version.Source == source && version.Number <= number)
            .OrderByDescending(version => version.Number).Take(2).ToListAsync();
        if (pair is not [var version, ..] || version.Number != number)
        {
            return null;
        }

        var before = pair.ElementAtOrDefault(1);
        var hashes = pair.Select(one => one.Sha256).ToList();
        var files = await db.Set<ScreeningListFile>().AsNoTracking().Where(file => hashes.Contains(file.Sha256)).ToDictionaryAsync(file => file.Sha256);
        // seconds of work, which a page's own thread must not do
        return await Task.Run(() =>
        {
            var entries = files[version.Sha256].Read(version).Entries;
            var earlier = before is null ? [] : before.Sha256 == version.Sha256 ? entries : files[before.Sha256].Read(before).Entries;
            return new OpenedVersion(version, before, ListDiff.Between(earlier, entries), entries);
        });
    }
}
