using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.News;

/// <param name="Figures">Null while it was not confirmed.</param>
public sealed record NewsPiece(Guid Id, NewsText Text, int Version, DateTime SavedOn, DateTime? ConfirmedOn, NewsFigures? Figures);

public enum NewsOutcome
{
    Done,

    /// <summary>Somebody else changed, sent or discarded it meanwhile.</summary>
    Changed,
}

/// <summary>Where coordinators and administrators write news and send it. Auditors read.</summary>
public sealed class NewsDesk(Store store)
{
    /// <summary>Announced whenever a piece of news changes.</summary>
    public const string Topic = "news";

    /// <summary>May the actor write and send?</summary>
    public static bool MayWrite(Act act) => act.Is(Writers);

    public const Role Readers = Writers | Role.Auditor;

    private const Role Writers = Role.Coordinator | Role.Administrator;

    /// <summary>All news, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is none of coordinator, administrator, auditor.</exception>
    public async Task<IReadOnlyList<NewsPiece>> ListAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        var figures = await FiguresAsync(db.Set<NewsDelivery>(), db.Set<NewsOpening>());
        return [.. (await db.Set<NewsItem>().AsNoTracking().OrderByDescending(item => item.SavedOn).ToListAsync()).Select(item => PieceOf(item, figures))];
    }

    /// <exception cref="NotAllowedException">The actor is none of coordinator, administrator, auditor.</exception>
    public async Task<NewsPiece?> FindAsync(Guid news, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await db.Set<NewsItem>().AsNoTracking().FirstOrDefaultAsync(item => item.Id == news) is { } found
            ? PieceOf(found, await FiguresAsync(db.Set<NewsDelivery>().Where(delivery => delivery.NewsId == news), db.Set<NewsOpening>().Where(opening => opening.NewsId == news))) : null;
    }

    /// <returns>The id of the new piece.</returns>
    /// <exception cref="NotAllowedException">The actor is neither coordinator nor administrator.</exception>
    public async Task<Guid> WriteAsync(NewsText written, Act act)
    {
        act.Demand(Writers);
        await using var work = await store.WriteAsync();
        var item = NewsItem.Write(written, work.Now);
        work.Db.Add(item);
        await CommitAsync(work, act, "news.written", item);
        return item.Id;
    }

    /// <param name="version">Of the text that was shown.</param>
    /// <exception cref="NotAllowedException">The actor is neither coordinator nor administrator.</exception>
    public Task<NewsOutcome> RewriteAsync(Guid news, int version, NewsText written, Act act) =>
        ChangeAsync(news, version, act, "news.written", (work, item) =>
        {
            item.Rewrite(written, work.Now);
            return Task.CompletedTask;
        });

    /// <summary>Throws away what was not sent.</summary>
    /// <exception cref="NotAllowedException">The actor is neither coordinator nor administrator.</exception>
    public Task<NewsOutcome> DiscardAsync(Guid news, int version, Act act) =>
        ChangeAsync(news, version, act, "news.discarded", (work, item) =>
        {
            work.Db.Remove(item);
            return Task.CompletedTask;
        });

    /// <summary>Confirms that it goes to every supplier who agrees to news at this moment. The letters are written by the <see cref="NewsRound"/>.</summary>
    /// <exception cref="NotAllowedException">The actor is neither coordinator nor administrator.</exception>
    public Task<NewsOutcome> SendAsync(Guid news, int version, Act act) =>
        ChangeAsync(news, version, act, "news.confirmed", async (work, item) =>
        {
            item.Confirm(work.Now);
            var open = (await work.Db.Set<Account>().Where(account => account.ActivatedOn != null && account.ClosedOn == null)
                .Select(account => new { account.Id, account.Roles }).ToListAsync()).Where(account => account.Roles.HasFlag(Role.Supplier)).Select(account => account.Id).ToHashSet();
            work.Db.AddRange((await work.Db.LiveForAsync(For.News, work.Now)).Where(open.Contains).Select(person => NewsDelivery.Queue(item.Id, person, work.Now)));
        });

    private async Task<NewsOutcome> ChangeAsync(Guid news, int version, Act act, string action, Func<Writing, NewsItem, Task> change)
    {
        act.Demand(Writers);
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<NewsItem>().FirstOrDefaultAsync(item => item.Id == news) is not { ConfirmedOn: null } item || item.Version != version)
        {
            return NewsOutcome.Changed;
        }

        await change(work, item);
        await CommitAsync(work, act, action, item);
        return NewsOutcome.Done;
    }

    private static Task CommitAsync(Writing work, Act act, string action, NewsItem item)
    {
        work.Record(act, action, Guid.Empty, $"{item.Id:N} {item.Version}");
        work.Announce(Topic);
        return work.CommitAsync();
    }

    private static NewsPiece PieceOf(NewsItem item, Dictionary<Guid, NewsFigures> figures) =>
        new(item.Id, item.Text, item.Version, item.SavedOn, item.ConfirmedOn, item.ConfirmedOn is null ? null : figures.GetValueOrDefault(item.Id) ?? NewsFigures.Of(0, 0, 0, 0));

    private static async Task<Dictionary<Guid, NewsFigures>> FiguresAsync(IQueryable<NewsDelivery> deliveries, IQueryable<NewsOpening> openings)
    {
        var measured = await openings.GroupBy(opening => opening.NewsId).Select(group => new { group.Key, All = group.Count(), Opened = group.Count(opening => opening.OpenedOn != null) })
            .ToDictionaryAsync(line => line.Key);
        return (await deliveries.GroupBy(delivery => delivery.NewsId).Select(group => new
        {
            group.Key,
            Sent = group.Count(delivery => delivery.State == DeliveryState.Written),
            Waiting = group.Count(delivery => delivery.State == DeliveryState.Waiting && delivery.PersonId != null),
        }).ToListAsync()).ToDictionary(line => line.Key, line =>
            NewsFigures.Of(line.Sent, measured.GetValueOrDefault(line.Key)?.All ?? 0, measured.GetValueOrDefault(line.Key)?.Opened ?? 0, line.Waiting));
    }
}
