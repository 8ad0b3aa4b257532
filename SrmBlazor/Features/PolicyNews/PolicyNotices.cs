using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>What somebody has yet to be told of the policy. The person is always the one who acts.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="IsMajor">A version since the last that they accepted or read is major.</param>
/// <param name="Steps">The versions since, newest first.</param>
/// <param name="Purposes">Keys of the consent purposes that they ask again.</param>
public sealed record OutstandingNews(int Version, bool IsMajor, IReadOnlyList<PolicyRow> Steps, IReadOnlyList<string> Purposes);

public sealed class PolicyNotices(Store store)
{
    /// <summary>Whom the policy is for, beside visitors.</summary>
    public const Role Readers = Role.Supplier | Role.Representative | Role.Guardian;

    /// <summary>Null where everything published was accepted or read.</summary>
    /// <exception cref="NotAllowedException">The actor is nobody whom the policy is for.</exception>
    public async Task<OutstandingNews?> OutstandingAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await OutstandingAsync(db, act.Who, act.Who);
    }

    /// <param name="reader">Who reads.</param>
    /// <param name="accepted">For whom the policy was accepted: a guardian accepts it for a child.</param>
    internal static async Task<OutstandingNews?> OutstandingAsync(SrmDbContext db, Guid reader, Guid accepted)
    {
        var read = await db.Set<PolicyNotice>().Where(notice => notice.PersonId == reader && notice.DismissedOn != null).MaxAsync(notice => (int?)notice.Version) ?? 0;
        var known = Math.Max(read, await PolicyHistory.AcceptedAsync(db, accepted));
        // the first version is no change to anybody
        var since = Math.Max(known, 1);
        var newer = await db.Set<PolicyVersion>().AsNoTracking().Where(version => version.State == PolicyState.Published && version.Number > since)
            .OrderByDescending(version => version.Number).ToListAsync();
        return newer is not [var newest, ..] ? null : new OutstandingNews(newest.Number, newer.Exists(version => version.Kinds != MajorKinds.None), [.. newer.Select(PolicyRow.Of)],
            [.. newer.SelectMany(version => version.Purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A page showed it.</summary>
    /// <exception cref="NotAllowedException">The actor is nobody whom the policy is for.</exception>
    public Task SeeAsync(int published, Act act) => NoteAsync(published, act, (notice, on) => notice.Seen(on), notice => notice.SeenOn is not null);

    /// <summary>"I have read it": this version, and with it every earlier one, is not shown again.</summary>
    /// <exception cref="NotAllowedException">The actor is nobody whom the policy is for.</exception>
    public Task DismissAsync(int published, Act act) => NoteAsync(published, act, (notice, on) => notice.Dismiss(on), notice => notice.DismissedOn is not null);

    private async Task NoteAsync(int published, Act act, Action<PolicyNotice, DateTime> note, Func<PolicyNotice, bool> isNoted)
    {
        act.Demand(Readers);
        await using (var db = store.Read())
        {
            if (await OfAsync(db.Set<PolicyNotice>().AsNoTracking(), published, act.Who) is { } known && isNoted(known))
            {
                return;
            }
        }

        await using var work = await store.WriteAsync();
        if (!await work.Db.Set<PolicyVersion>().AnyAsync(one => one.Number == published && one.State == PolicyState.Published))
        {
            return;
        }

        var notice = await OfAsync(work.Db.Set<PolicyNotice>(), published, act.Who);
        if (notice is null)
        {
            work.Db.Add(notice = PolicyNotice.To(act.Who, published));
        }

        note(notice, work.Now);
        work.Announce(Topics.PolicyRead(act.Who));
        await work.CommitAsync();
    }

    private static Task<PolicyNotice?> OfAsync(IQueryable<PolicyNotice> notices, int published, Guid person) =>
        notices.FirstOrDefaultAsync(notice => notice.PersonId == person && notice.Version == published);
}
