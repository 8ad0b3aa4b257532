using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>Who else is in a case at this moment.</summary>
/// <param name="Colleagues">How many others have it open: never who.</param>
public sealed record CaseCompany(int Colleagues, bool PersonWrites)
{
    public static CaseCompany Nobody { get; } = new(0, PersonWrites: false);
}

/// <summary>
/// Who has a case open, and whether somebody is writing in it. Kept for moments, in the database, so that the pages of all nodes know: the feed says
/// only that something changed. Coming and going is announced; staying is written down at most once in a while and announced to nobody.
/// </summary>
public sealed class CaseVisits(Store store, TimeProvider clock)
{
    /// <summary>An officer has the case on the screen.</summary>
    /// <param name="visit">Of the page, made by it.</param>
    /// <returns>False when there is no such request, its gate is shut, or the page is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<bool> SeeAsync(string reference, Guid visit, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return KeepAsync(reference, visit, act.Who, writes: false, db => RequestDesk.FindAsync(db, reference, act));
    }

    /// <summary>An officer writes to the person.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<bool> WriteAsync(string reference, Guid visit, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return KeepAsync(reference, visit, act.Who, writes: true, db => RequestDesk.FindAsync(db, reference, act));
    }

    /// <summary>The person writes to the office in a request of their own.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<bool> WriteMineAsync(string reference, Guid visit, Act act)
    {
        act.Demand(Role.Supplier);
        return KeepAsync(reference, visit, null, writes: true, db => RequestBook.FindAsync(db, reference, one => one.PersonId == act.Who));
    }

    /// <summary>The page is closed, or cannot be seen any more.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task LeaveAsync(string reference, Guid visit, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<CaseVisit>().Where(one => one.Id == visit && one.StaffId == act.Who).ExecuteDeleteAsync() > 0)
        {
            Announce(work, reference);
            await work.CommitAsync();
        }
    }

    /// <summary>Who else is there; null when there is no such request or its gate is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<CaseCompany?> CompanyAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await RequestDesk.FindAsync(db, reference, act) is not { } request)
        {
            return null;
        }

        var there = await Live(db, clock.Now()).Where(one => one.RequestId == request.Id).Select(one => new { one.StaffId, one.WroteOn }).ToListAsync();
        var since = clock.Now() - CaseVisit.Writing;
        return new CaseCompany(there.Select(one => one.StaffId).OfType<Guid>().Where(who => who != act.Who).Distinct().Count(), there.Any(one => one.StaffId is null && one.WroteOn > since));
    }

    /// <summary>Whether the office is writing in a request of one's own: never who.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> IsOfficeWritingAsync(string reference, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var since = clock.Now() - CaseVisit.Writing;
        return await RequestBook.FindAsync(db, reference, one => one.PersonId == act.Who) is { } request
            && await db.Set<CaseVisit>().AnyAsync(one => one.RequestId == request.Id && one.StaffId != null && one.WroteOn > since);
    }

    /// <summary>Which requests are open on whose screens now: asked by the board, for whoever may see it.</summary>
    internal async Task<IReadOnlyList<(Guid Request, Guid Staff)>> ViewersAsync()
    {
        await using var db = store.Read();
        var there = await Live(db, clock.Now()).Where(one => one.StaffId != null).Select(one => new { one.RequestId, one.StaffId }).Distinct().ToListAsync();
        return [.. there.Select(one => (one.RequestId, one.StaffId!.Value))];
    }

    private async Task<bool> KeepAsync(string reference, Guid visit, Guid? staff, bool writes, Func<SrmDbContext, Task<RightsRequest?>> find)
    {
        await using (var db = store.Read())
        {
            if (await db.Set<CaseVisit>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == visit) is { } known)
            {
                if (known.StaffId != staff)
                {
                    return false;
                }

                var (kept, pause) = writes ? (known.WroteOn, CaseVisit.Pause) : (known.SeenOn, CaseVisit.Beat - CaseVisit.Pause);
                if (kept > clock.Now() - pause)
                {
                    return true;
                }
            }
        }

        await using var work = await store.WriteAsync();
        if (await find(work.Db) is not { } request)
        {
            return false;
        }

        // whoever writes clears away what nobody took along: nothing is kept for ever
        var now = work.Now;
        var over = now - CaseVisit.Life;
        await work.Db.Set<CaseVisit>().Where(one => one.SeenOn <= over).ExecuteDeleteAsync();
        var one = await work.Db.Set<CaseVisit>().FirstOrDefaultAsync(one => one.Id == visit);
        var isNew = one is null;
        if (one is null)
        {
            work.Db.Add(one = CaseVisit.Of(visit, request.Id, staff, now));
        }

        if (writes)
        {
            one.Write(now);
            work.Announce(Topics.Case(request.Reference));
        }
        else
        {
            one.See(now);
        }

        if (isNew && staff is not null)
        {
            Announce(work, request.Reference);
        }

        await work.CommitAsync();
        return true;
    }

    private static void Announce(Writing work, string reference)
    {
        work.Announce(Topics.Case(reference));
        work.Announce(Topics.Cases);
    }

    private static IQueryable<CaseVisit> Live(SrmDbContext db, DateTime now)
    {
        var over = now - CaseVisit.Life;
        return db.Set<CaseVisit>().AsNoTracking().Where(one => one.SeenOn > over);
    }
}
