using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>One notice as its reader finds it.</summary>
public sealed record InboxRow(Guid Id, string Letter, InboxKind Kind, string Place, DateTime On, bool IsRead)
{
    /// <summary>What the notice is about, where its address ends in one: <c>REQ-01234</c>.</summary>
    public string Reference => Place[(Place.LastIndexOfAny(['/', '#']) + 1)..] is ['R', 'E', 'Q', '-', ..] reference ? reference : "";

    public InboxKey Key => new(On, Id);
}

/// <summary>Behind which notice a page begins.</summary>
public sealed record InboxKey(DateTime On, Guid Id);

public sealed record InboxRows(IReadOnlyList<InboxRow> Rows, bool HasMore);

/// <summary>What the actor was told, newest first. Nobody comes to somebody else's.</summary>
public sealed class MyInbox(Store store)
{
    public const int Size = 25;

    /// <summary>Beyond so many nobody counts one by one.</summary>
    public const int Counted = 100;

    internal const Role Readers = Role.Supplier | Role.Representative | Role.Guardian | Role.Staff;

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<InboxRows> ListAsync(InboxKey? after, int take, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var shown = Shown(db, act);
        if (after is not null)
        {
            shown = shown.Where(notice => notice.On <= after.On && (notice.On < after.On || notice.Id.CompareTo(after.Id) < 0));
        }

        var rows = await shown.OrderByDescending(notice => notice.On).ThenByDescending(notice => notice.Id).Take(take + 1)
            .Select(notice => new InboxRow(notice.Id, notice.Letter, notice.Kind, notice.Place, notice.On!.Value, notice.ReadOn != null)).ToListAsync();
        return new InboxRows([.. rows.Take(take)], rows.Count > take);
    }

    /// <summary>How many were not read, up to <see cref="Counted"/>.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<int> UnreadAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await Shown(db, act).Where(notice => notice.ReadOn == null).Take(Counted).CountAsync();
    }

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public Task ReadAsync(Guid notice, Act act) => ReadAsync(act, shown => shown.Where(one => one.Id == notice));

    /// <summary>Everything that stands there now.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public Task ReadAllAsync(Act act) => ReadAsync(act, shown => shown);

    private async Task ReadAsync(Act act, Func<IQueryable<InboxNotice>, IQueryable<InboxNotice>> which)
    {
        act.Demand(Readers);
        await using var work = await store.WriteAsync();
        if (await which(Shown(work.Db, act).Where(notice => notice.ReadOn == null)).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadOn, work.Now)) > 0)
        {
            work.Announce(Topics.Inbox(act.Who));
            await work.CommitAsync();
        }
    }

    private static IQueryable<InboxNotice> Shown(SrmDbContext db, Act act) => db.Set<InboxNotice>().AsNoTracking().Where(notice => notice.PersonId == act.Who && notice.On != null);
}
