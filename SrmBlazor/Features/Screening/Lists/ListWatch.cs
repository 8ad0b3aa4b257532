using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>A list may be imported by command while the site runs: on SQLite nobody tells the site, so it looks for itself.</summary>
public sealed class ListWatch(Func<SrmDbContext> contexts, ChangeFeed changes)
{
    private int? newest;

    public async Task LookAsync(CancellationToken stop = default)
    {
        await using var db = contexts();
        var number = (await ScreeningListVersion.LiveAsync(db, stop: stop)).Select(version => version.Number).DefaultIfEmpty().Max();
        // also at the first look: what came before it may have come after the shelf was filled
        if (newest != number)
        {
            changes.Announce(Topics.ScreeningLists);
        }

        newest = number;
    }
}
