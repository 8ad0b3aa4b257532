using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.News;

/// <summary>
/// Writes the letters of confirmed news: each with its delivery in a transaction of its own, so that whoever takes over after a crash
/// goes on where it stopped. And forgets what was noted of those who do not allow it any more.
/// </summary>
public sealed class NewsRound(Store store, Vault vault, Outbox outbox, Letterhead letterhead, FailPoints faults, TimeProvider clock, ILogger<NewsRound> log)
{
    /// <summary>Letters of one round: other rounds wait meanwhile.</summary>
    public const int Batch = 200;

    /// <returns>How many letters were written.</returns>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        await ForgetAsync(stop);
        var written = 0;
        foreach (var number in await WaitingAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                written += await WriteAsync(number) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LetterFailed(number, failure.GetType().Name);
            }
        }

        return written;
    }

    /// <summary>In no fixed order: letters that cannot be written must not stand before all others for ever.</summary>
    private async Task<List<long>> WaitingAsync(CancellationToken stop)
    {
        await using var db = store.Read();
        return await db.Set<NewsDelivery>().Where(delivery => delivery.State == DeliveryState.Waiting && delivery.PersonId != null)
            .OrderBy(_ => EF.Functions.Random()).Select(delivery => delivery.Number).Take(Batch).ToListAsync(stop);
    }

    /// <summary>The consent is asked for again: since the confirmation it can have been taken back.</summary>
    private async Task<bool> WriteAsync(long number)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<NewsDelivery>().FirstOrDefaultAsync(one => one.Number == number && one.State == DeliveryState.Waiting) is not { PersonId: { } person } delivery)
        {
            return false;
        }

        var act = Act.OfSystem(clock);
        if (await AddresseeAsync(work.Db, person) is { } addressee)
        {
            var text = (await work.Db.Set<NewsItem>().AsNoTracking().FirstAsync(item => item.Id == delivery.NewsId)).Text;
            await outbox.SendAsync(work, person, NewsLetter.Write(addressee, letterhead.In(addressee.Language), text,
                letterhead.Link($"{NewsFeature.UnsubscribePath}?token={delivery.Write(act.On)}"), await PictureAsync(work, delivery, person, act.On)), act);
        }
        else
        {
            delivery.Withhold();
        }

        work.Announce(NewsDesk.Topic);
        faults.Reach("news.before-commit");
        await work.CommitAsync();
        faults.Reach("news.after-commit");
        return delivery.State == DeliveryState.Written;
    }

    /// <summary>Null where no news may go to this person now.</summary>
    private async Task<Addressee?> AddresseeAsync(SrmDbContext db, Guid person)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == person);
        return account is { IsOpen: true } && account.Roles.HasFlag(Role.Supplier) && (await vault.OpenAsync<Mailbox>(db, person, For.News)).OrNull is { } mailbox
            ? new Addressee(mailbox.Address, await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync())
            : null;
    }

    /// <summary>Null unless the reader allows at this moment that opening the letter is seen.</summary>
    private async Task<Uri?> PictureAsync(Writing work, NewsDelivery delivery, Guid person, DateTime now)
    {
        if (!(await work.Db.LedgerAsync(person)).IsLive(For.MailTracking, null, now))
        {
            return null;
        }

        var (opening, secret) = NewsOpening.Of(delivery, now);
        work.Db.Add(opening);
        return letterhead.Link($"{NewsFeature.PicturePath}/{secret}");
    }

    private Task<int> ForgetAsync(CancellationToken stop) => store.UpdateAsync(db => db.Set<NewsOpening>()
        .Where(opening => db.Set<PurposeEvent>().Any(line => line.PersonId == opening.PersonId
            && line.Purpose == For.MailTracking.Key && line.Change == PurposeChange.Ended && line.On >= opening.WrittenOn))
        .ExecuteDeleteAsync(stop), stop);
}

internal static partial class NewsRoundLog
{
    [LoggerMessage(1, LogLevel.Error, "The news delivery {Number} failed with {Failure} and is tried again.")]
    public static partial void LetterFailed(this ILogger log, long number, string failure);
}
