using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>Links that open once. A page's GET peeks, its POST consumes: mail scanners follow links, and must not use them up.</summary>
public sealed class MailedLinks(Store store, TimeProvider clock)
{
    /// <summary>The "person" of a link that belongs to the installation itself.</summary>
    public static readonly Guid Installation = Guid.Empty;

    /// <summary>Issues a link within the caller's transaction. Older ones of the same kind and person are superseded.</summary>
    /// <returns>The secret to put into the address, URL-safe; it is kept nowhere.</returns>
    public async Task<string> IssueAsync(Writing work, LinkKind kind, Guid person, TimeSpan life)
    {
        await WithdrawAsync(work, kind, person);
        var (link, token) = MailedLink.Issue(kind, person, work.Now, life);
        work.Db.Add(link);
        return token;
    }

    /// <summary>The same, and older ones stay good: each of several letters leads to the same place.</summary>
    public static string IssueAnother(Writing work, LinkKind kind, Guid person, TimeSpan life)
    {
        var (link, token) = MailedLink.Issue(kind, person, work.Now, life);
        work.Db.Add(link);
        return token;
    }

    /// <summary>Makes a person's open links of a kind worthless.</summary>
    public Task WithdrawAsync(Writing work, LinkKind kind, Guid person)
    {
        DateTime? now = work.Now;
        return work.Db.Set<MailedLink>().Where(link => link.PersonId == person && link.Kind == kind && link.UsedOn == null && link.SupersededOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.SupersededOn, now));
    }

    public async Task<LinkState> PeekAsync(LinkKind kind, string? token)
    {
        await using var db = store.Read();
        return await StateAsync(db, kind, token, clock.Now());
    }

    /// <summary>
    /// Uses the link up within the caller's transaction: of many at once exactly one gets <see cref="LinkState.Good"/>. Not committed, not used.
    /// </summary>
    public async Task<LinkState> ConsumeAsync(Writing work, LinkKind kind, string? token)
    {
        var before = await StateAsync(work.Db, kind, token, work.Now);
        if (before is not LinkState.Good)
        {
            return before;
        }

        var (hash, now) = (MailedLink.HashOf(token!), (DateTime?)work.Now);
        var used = await work.Db.Set<MailedLink>().Where(link => link.Hash == hash && link.UsedOn == null && link.SupersededOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedOn, now));
        return used == 1 ? before : new LinkState.Used();
    }

    private static async Task<LinkState> StateAsync(SrmDbContext db, LinkKind kind, string? token, DateTime now)
    {
        if (string.IsNullOrEmpty(token))
        {
            return new LinkState.Unknown();
        }

        var hash = MailedLink.HashOf(token);
        var link = await db.Set<MailedLink>().AsNoTracking().FirstOrDefaultAsync(link => link.Hash == hash && link.Kind == kind);
        return link?.StateOn(now) ?? new LinkState.Unknown();
    }
}
