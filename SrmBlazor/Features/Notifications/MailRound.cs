using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// Sends what is due. An attempt is claimed by a conditional update that also moves the next try behind it, so that several nodes
/// send nothing twice and a crash needs no tidying up: the mail is simply due again.
/// </summary>
public sealed class MailRound(
    Store store, Vault vault, Collector collector, IMailTransport transport, IOptions<MailOptions> options, FailPoints faults, TimeProvider clock, ILogger<MailRound> log)
{
    private const int Page = 50;

    /// <summary>One silent server must not hold up the letters to all others.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Taken by the server while our own store failed: never sent again by this process, only written down.</summary>
    private readonly ConcurrentDictionary<Guid, Claimed> taken = new();

    /// <summary>Works until nothing is due. Trouble with one mail leaves it waiting and does not stop the others.</summary>
    public async Task RunAsync(CancellationToken stop = default)
    {
        foreach (var mail in taken.Values)
        {
            await GuardAsync(mail.Id, () => SentAsync(mail));
        }

        int claimed;
        do
        {
            claimed = 0;
            await Parallel.ForEachAsync(await DueAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (due, _) =>
            {
                if (await GuardAsync(due.Id, () => TryAsync(due)))
                {
                    Interlocked.Increment(ref claimed);
                }
            });
        }
        while (claimed > 0);
    }

    /// <summary>What dies first goes first: a link of an hour before a notice that can wait.</summary>
    private async Task<List<Due>> DueAsync(CancellationToken stop)
    {
        var now = clock.Now();
        var known = taken.Keys.ToList();
        await using var db = store.Read();
        return await db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.State == MailState.Waiting && (mail.NextTryOn <= now || (mail.NextTryOn == null && mail.UsefulUntil <= now)) && !known.Contains(mail.Id))
            .OrderBy(mail => mail.UsefulUntil).ThenBy(mail => mail.Id).Take(Page)
            .Select(mail => new Due(mail.Id, mail.PersonId!.Value, mail.RecordId, mail.MessageId, mail.Letter, mail.Needs, mail.Attempts, mail.UsefulUntil))
            .ToListAsync(stop);
    }

    /// <returns>False when another worker has it.</returns>
    private async Task<bool> TryAsync(Due due)
    {
        if (await ClaimAsync(due) is not { } mail)
        {
            return false;
        }

        // not the caller's token: a conversation cut off after the server took the letter would send it again
        var outcome = mail.ClaimedOn < mail.UsefulUntil ? await AttemptAsync(mail) : null;
        switch (outcome)
        {
            case MailOutcome.Sent:
                taken[mail.Id] = mail;
                faults.Reach("mail.after-250");
                await SentAsync(mail);
                faults.Reach("mail.after-commit");
                break;
            case MailOutcome.Rejected(var code):
                await EndAsync(mail, MailState.Refused, code);
                break;
            case MailOutcome.Deferred(var code) when RetrySchedule.Next(mail.Attempt, mail.UsefulUntil, clock.Now()) is NextAttempt.At(var next):
                await WaitAsync(mail, next, code);
                break;
            case MailOutcome.Deferred(var code):
                await EndAsync(mail, MailState.Lapsed, code);
                break;
            default:
                await EndAsync(mail, MailState.Lapsed, code: null);
                break;
        }

        return true;
    }

    private async Task<Claimed?> ClaimAsync(Due due)
    {
        var now = clock.Now();
        var claim = new Claimed(due.Id, due.Person, due.Record, due.MessageId, due.Letter, due.Needs, due.Attempts + 1, due.UsefulUntil, now);
        var wait = RetrySchedule.Wait(claim.Attempt);
        var next = now + (wait > Lease ? wait : Lease);
        var rows = await store.UpdateAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.Id == due.Id && mail.State == MailState.Waiting && mail.Attempts == due.Attempts && (mail.NextTryOn <= now || mail.NextTryOn == null))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Attempts, claim.Attempt).SetProperty(mail => mail.NextTryOn, next)));
        return rows == 1 ? claim : null;
    }

    /// <returns>Null where the letter is gone, its purpose is over, or a consent it rests on was taken back.</returns>
    private async Task<MailOutcome?> AttemptAsync(Claimed mail)
    {
        if (!await IsPermittedAsync(mail) || await vault.OpenAsync<OutgoingMail>(mail.Person, mail.Record, For.DeliverMessage) is not Opening<OutgoingMail>.Opened opened)
        {
            return null;
        }

        faults.Reach("mail.before-send");
        // whoever slept since its claim leaves the mail to the next
        return clock.Now() - mail.ClaimedOn < Margin
            ? await transport.SendAsync(opened.Record.Letter, new MessageId(mail.MessageId), CancellationToken.None)
            : new MailOutcome.Deferred("late");
    }

    /// <summary>Whether what the letter rests on still stands.</summary>
    private async Task<bool> IsPermittedAsync(Claimed mail)
    {
        if (mail.Needs.Length == 0)
        {
            return true;
        }

        await using var db = store.Read();
        var ledger = await db.LedgerAsync(mail.Person);
        return mail.Needs.Split(' ').All(key => For.Known.Any(purpose => purpose.Key == key && ledger.IsLive(purpose, null, clock.Now())));
    }

    private async Task<bool> SentAsync(Claimed mail)
    {
        await EndAsync(mail, MailState.Sent, code: "");
        return taken.TryRemove(mail.Id, out _);
    }

    private Task<int> WaitAsync(Claimed mail, DateTime next, string code) => store.UpdateAsync(db => db.Set<OutboxMail>()
        .Where(one => one.Id == mail.Id && one.State == MailState.Waiting && one.Attempts == mail.Attempt)
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextTryOn, next).SetProperty(one => one.LastCode, code)));

    /// <summary>The mail is over, one way or the other: its purpose ends and its record is destroyed at once.</summary>
    private async Task EndAsync(Claimed mail, MailState state, string? code)
    {
        var act = Act.OfSystem(clock);
        var cause = state switch
        {
            MailState.Sent => "mail.sent",
            MailState.Refused => "mail.refused",
            MailState.Lapsed => "mail.lapsed",
            MailState.Waiting => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        await using var work = await store.WriteAsync();
        // what a server took is sent, even where a later attempt was begun elsewhere meanwhile
        var ended = await work.Db.Set<OutboxMail>()
            .Where(one => one.Id == mail.Id && one.State == MailState.Waiting && (state == MailState.Sent || one.Attempts == mail.Attempt))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state).SetProperty(one => one.DoneOn, act.On)
                .SetProperty(one => one.NextTryOn, (DateTime?)null).SetProperty(one => one.LastCode, one => code ?? one.LastCode));
        if (ended == 0)
        {
            return;
        }

        work.End(mail.Person, For.DeliverMessage, act, cause, mail.Record);
        work.Record(act, cause, mail.Person, $"{mail.Id:N} {mail.Letter}");
        await collector.CommitAsync(work, mail.Person, act, cause);
    }

    /// <summary>As long as a conversation may last, and some more.</summary>
    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.TimeoutSeconds) + 2 * Margin;

    private async Task<bool> GuardAsync(Guid mail, Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failure)
        {
            log.MailFailed(mail, failure.GetType().Name);
            return false;
        }
    }

    private sealed record Due(Guid Id, Guid Person, Guid Record, string MessageId, string Letter, string Needs, int Attempts, DateTime UsefulUntil);

    private sealed record Claimed(Guid Id, Guid Person, Guid Record, string MessageId, string Letter, string Needs, int Attempt, DateTime UsefulUntil, DateTime ClaimedOn);
}

internal static partial class MailRoundLog
{
    [LoggerMessage(1, LogLevel.Error, "The mail {Mail} failed with {Failure} and waits for its next try.")]
    public static partial void MailFailed(this ILogger log, Guid mail, string failure);
}
