using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.News;

/// <summary>
/// What the readers of a letter that can be unsubscribed from, or their mail programs by themselves, ask for without signing in. Whoever holds the letter's secret acts
/// as its reader; who does not learns nothing, not even whether there is such a letter.
/// </summary>
public sealed class NewsReaders(Store store, ConsentBook book, Collector collector, MailChoices choices, TimeProvider clock)
{
    /// <summary>
    /// Takes the reader's consent to news back, or ends the mails of one kind of notice. What has ended already stays so. The withdrawal names the notice that was
    /// agreed to: with a letter no other is shown.
    /// </summary>
    public async Task UnsubscribeAsync(string? token)
    {
        if (await ReaderAsync(token) is not { } person)
        {
            await choices.UnsubscribeAsync(token, clock.Now());
            return;
        }

        await using var work = await store.WriteAsync();
        var act = new Act(person, Role.Supplier, work.Now);
        if (await book.IdBehindAsync(work.Db, person, For.News) is { } agreed && await book.RecordAsync(work, person, For.News, ConsentState.Withdrawn, agreed, act) is not null)
        {
            await collector.CommitAsync(work, person, act, "consent.withdrawn");
        }
    }

    /// <summary>The letter's picture was asked for: noted once, while its reader allows it.</summary>
    public async Task OpenedAsync(string? token)
    {
        if (await UnopenedAsync(token) is not { PersonId: { } person } opening)
        {
            return;
        }

        await using var work = await store.WriteAsync();
        var now = work.Now;
        if ((await work.Db.LedgerAsync(person)).IsLive(For.MailTracking, null, now))
        {
            await work.Db.Set<NewsOpening>().Where(one => one.Number == opening.Number && one.OpenedOn == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenedOn, now));
            await work.CommitAsync();
        }
    }

    private async Task<Guid?> ReaderAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var (hash, since) = (NewsSecret.HashOf(token), Since);
        await using var db = store.Read();
        return await db.Set<NewsDelivery>().Where(delivery => delivery.UnsubscribeHash == hash && delivery.QueuedOn > since).Select(delivery => delivery.PersonId).FirstOrDefaultAsync();
    }

    private async Task<NewsOpening?> UnopenedAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var (hash, since) = (NewsSecret.HashOf(token), Since);
        await using var db = store.Read();
        return await db.Set<NewsOpening>().AsNoTracking().FirstOrDefaultAsync(opening => opening.PictureHash == hash && opening.OpenedOn == null && opening.WrittenOn > since);
    }

    private DateTime Since => clock.Now().AddDays(-NewsDelivery.Term.Days);
}
