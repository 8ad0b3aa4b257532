using Microsoft.EntityFrameworkCore;
using SrmBlazor.Shared;

namespace SrmBlazor.Data.Jobs;

/// <summary>A recurring job: small, repeatable, safe to die in.</summary>
public sealed record Round(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>Runs each round when it is due, on one node at a time.</summary>
public sealed class Rounds(Store store, IServiceProvider services, IEnumerable<Round> rounds, TimeProvider clock, ILogger<Rounds> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Each in its own time: one that takes long holds up no other.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(rounds.Select(round => RepeatAsync(round, stoppingToken)));

    private async Task RepeatAsync(Round round, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        do
        {
            await RunIfDueAsync(round, stop);
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>Runs the round if nobody else does and it is due. A failure is logged by its type; the lease then runs out and it is tried again.</summary>
    public async Task<bool> RunIfDueAsync(Round round, CancellationToken stop = default)
    {
        var began = clock.Now();
        try
        {
            if (!await TakeAsync(round, stop))
            {
                return false;
            }

            await round.Run(services, stop);
            await store.UpdateAsync(db => db.Set<JobLease>().Where(lease => lease.Name == round.Name)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.LeasedUntil, DateTime.UnixEpoch).SetProperty(lease => lease.LastRunOn, began), stop), stop);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.RoundFailed(round.Name, failure.GetType().Name);
            return false;
        }
    }

    private async Task<bool> TakeAsync(Round round, CancellationToken stop)
    {
        var now = clock.Now();
        var due = now - round.Every;
        await using (var db = store.Read())
        {
            var known = await db.Set<JobLease>().AsNoTracking().FirstOrDefaultAsync(lease => lease.Name == round.Name, stop);
            if (known is not null && (known.LeasedUntil > now || known.LastRunOn > due))
            {
                return false;
            }
        }

        await using var work = await store.WriteAsync(stop);
        if (!await work.Db.Set<JobLease>().AnyAsync(lease => lease.Name == round.Name, stop))
        {
            work.Db.Add(JobLease.New(round.Name));
            await work.Db.SaveChangesAsync(stop);
        }

        var taken = await work.Db.Set<JobLease>()
            .Where(lease => lease.Name == round.Name && lease.LeasedUntil <= now && (lease.LastRunOn == null || lease.LastRunOn <= due))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.LeasedUntil, now + Lease), stop);
        await work.CommitAsync(stop);
        return taken == 1;
    }
}

internal static partial class RoundsLog
{
    [LoggerMessage(1, LogLevel.Error, "The round {Round} failed with {Failure} and is tried again.")]
    public static partial void RoundFailed(this ILogger log, string round, string failure);
}

public static class RoundRegistration
{
    public static void AddRound(this IServiceCollection services, string name, TimeSpan every, Func<IServiceProvider, CancellationToken, Task> run) =>
        services.AddSingleton(new Round(name, every, run));
}
