using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;

namespace SrmBlazor.Features.Cessations;

/// <summary>What everybody may read about the end of a service.</summary>
public sealed record Announcement(string Service, DateTime AnnouncedOn, DateOnly EraseOn, DateTime? DoneOn);

/// <summary>The public announcements.</summary>
public sealed class Announcements(Store store)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Announcement>> AllAsync()
    {
        await using var db = store.Read();
        return await db.Set<Cessation>().AsNoTracking().OrderByDescending(one => one.Id)
            .Select(one => new Announcement(one.Service, one.AnnouncedOn, one.EraseOn, one.DoneOn)).ToListAsync();
    }
}
