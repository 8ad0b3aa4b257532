using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>Two screeners reach for the same row at the same moment; on PostgreSQL each at a node of their own.</summary>
public sealed class ScreeningRaceTests
{
    private const int Times = 400;

    [Theory, BothProviders]
    public async Task Of_two_who_claim_one_has_it_and_the_other_is_told(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var here = await House.OpenAsync(stores);
        // SQLite has one node
        await using var other = provider == DatabaseProvider.PostgreSql ? await House.OpenAsync(stores) : null;
        await here.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await here.HitAsync();
        Guid[] screeners = [Subjects.One, Subjects.Two];
        var row = Assert.Single((await here.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, here.Screener())).Rows);
        var winner = Guid.Empty;

        for (var time = 0; time < Times; time++)
        {
            var outcomes = await Task.WhenAll(screeners.Select((screener, at) => Task.Run(async () =>
            {
                await using var scope = (at == 0 ? here : other ?? here).Services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<Claims>().ClaimAsync(row, here.Screener(screener));
            })));

            Assert.Equal([ClaimOutcome.Taken, ClaimOutcome.Faster], outcomes.Order());
            winner = screeners[Array.IndexOf(outcomes, ClaimOutcome.Taken)];
            row = Assert.Single(await here.Get<Board>().RefreshAsync([row], BoardSort.Due, here.Screener()));
            Assert.Equal(winner, row.Holder);
        }

        var steps = await here.StepsAsync(person);
        Assert.Equal((Times, winner), (steps.Count(step => step.Kind == ScreeningEventKind.Claimed), steps[^1].By));
    }
}
