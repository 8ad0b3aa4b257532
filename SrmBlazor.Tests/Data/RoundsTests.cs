using Microsoft.Extensions.Logging.Abstractions;
using SrmBlazor.Data.Jobs;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class RoundsTests
{
    [Theory, BothProviders]
    public async Task A_round_that_failed_is_tried_again_when_its_lease_ran_out(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var runs = 0;
        var rounds = Of(heart);
        var nightly = new Round("nightly", TimeSpan.FromDays(1), (_, _) => ++runs == 1 ? throw new InvalidOperationException() : Task.CompletedTask);

        Assert.False(await rounds.RunIfDueAsync(nightly));
        Assert.False(await rounds.RunIfDueAsync(nightly));
        heart.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await rounds.RunIfDueAsync(nightly));
        heart.Clock.Advance(TimeSpan.FromHours(23));
        Assert.False(await rounds.RunIfDueAsync(nightly));
        heart.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await rounds.RunIfDueAsync(nightly));

        Assert.Equal(3, runs);
    }

    [Theory, BothProviders]
    public async Task Of_many_nodes_one_runs_a_round(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var runs = 0;
        var round = new Round("mail", TimeSpan.FromMinutes(1), (_, _) =>
        {
            Interlocked.Increment(ref runs);
            return Task.CompletedTask;
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Of(heart).RunIfDueAsync(round))));

        Assert.Equal(1, runs);
    }

    [Theory, BothProviders]
    public async Task A_round_that_takes_long_holds_up_no_other(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        TaskCompletionSource hours = new(), other = new();
        using var rounds = Of(
            heart,
            new Round("rescreening", TimeSpan.FromSeconds(5), (_, stop) => hours.Task.WaitAsync(stop)),
            new Round("mail", TimeSpan.FromSeconds(5), (_, _) =>
            {
                other.TrySetResult();
                return Task.CompletedTask;
            }));

        await rounds.StartAsync(CancellationToken.None);

        await other.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(hours.Task.IsCompleted);
        await rounds.StopAsync(CancellationToken.None);
    }

    private static Rounds Of(Heart heart, params Round[] rounds) => new(heart.Store, heart.Get<IServiceProvider>(), rounds, heart.Clock, NullLogger<Rounds>.Instance);
}
