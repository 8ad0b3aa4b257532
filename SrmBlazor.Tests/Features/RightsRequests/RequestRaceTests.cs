using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A thousand times two officers do the same at the same moment; on PostgreSQL each at a node of their own.</summary>
public sealed class RequestRaceTests
{
    private const int Claims = 400;
    private const int Messages = 400;
    private const int Decisions = 200;

    [Theory]
    [BothProviders]
    public async Task Of_two_who_claim_one_has_it_and_the_other_is_told(DatabaseProvider provider)
    {
        await using var race = await Race.BeginAsync(provider);
        var reference = await race.Applicant.SubmitAsync();
        var (stamp, winner) = (await race.Applicant.StampAsync(reference), Guid.Empty);

        for (var time = 0; time < Claims; time++)
        {
            (stamp, winner) = await race.RunAsync((desk, officer) => desk.GetRequiredService<RequestDesk>().ClaimAsync(reference, stamp, officer));
        }

        var request = await race.Applicant.RequestAsync(reference);
        Assert.Equal((winner, stamp), (request.Assignee!.Value, request.Stamp));
        Assert.Equal(Claims, request.Events.Count(step => step.Step == RequestStep.Claimed));
    }

    [Theory]
    [BothProviders]
    public async Task Of_two_who_write_each_message_stands_there_once(DatabaseProvider provider)
    {
        await using var race = await Race.BeginAsync(provider);
        var reference = await race.Applicant.InHandAsync();
        var stamp = await race.Applicant.StampAsync(reference);

        for (var time = 0; time < Messages; time++)
        {
            var text = $"Message {time}";
            (stamp, var winner) = await race.RunAsync((desk, officer) => desk.GetRequiredService<RequestDesk>().WriteAsync(reference, stamp, $"{text} of {officer.Who}", officer));
            var other = race.Officers.Single(one => one != winner);
            stamp = Applicant.Done(await race.Applicant.Desk.WriteAsync(reference, stamp, $"{text} of {other}", race.Applicant.ActOf(other))).Stamp;
        }

        var seen = (await race.Applicant.Mine.OpenAsync(reference, race.Applicant.Act))!.Steps.Select(step => step.Text).Where(text => text?.StartsWith("Message ", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(
            Enumerable.Range(0, Messages).SelectMany(time => race.Officers.Select(officer => $"Message {time} of {officer}")).Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [BothProviders]
    public async Task Of_two_who_answer_one_answer_is_given(DatabaseProvider provider)
    {
        await using var race = await Race.BeginAsync(provider);

        for (var time = 0; time < Decisions; time++)
        {
            var reference = await race.Applicant.InHandAsync();
            var stamp = await race.Applicant.StampAsync(reference);
            var (_, winner) = await race.RunAsync((desk, officer) => desk.GetRequiredService<RequestDecisions>().AnswerAsync(reference, stamp, $"Answer of {officer.Who}", officer));

            Assert.Equal($"Answer of {winner}", (await race.Applicant.Mine.OpenAsync(reference, race.Applicant.Act))!.Steps[^1].Text);
            Assert.Single((await race.Applicant.RequestAsync(reference)).Events, step => step.Step == RequestStep.Decided);
        }
    }

    private sealed class Race : IAsyncDisposable
    {
        private readonly Stores stores;
        private readonly House here;
        private readonly House there;

        private Race(Stores stores, House here, House there, Applicant applicant) => (this.stores, this.here, this.there, Applicant) = (stores, here, there, applicant);

        public Applicant Applicant { get; }

        public IReadOnlyList<Guid> Officers { get; } = [Applicant.Officer, Applicant.Second];

        public static async Task<Race> BeginAsync(DatabaseProvider provider)
        {
            var stores = await Stores.CreateAsync(provider);
            var here = await House.OpenAsync(stores);
            // SQLite has one node
            var there = provider == DatabaseProvider.PostgreSql ? await House.OpenAsync(stores) : here;
            return new Race(stores, here, there, await Applicant.BeginAsync(here));
        }

        /// <summary>Both do it, having seen the same.</summary>
        /// <returns>The stamp of whoever was faster, and who that was.</returns>
        public async Task<(Guid Stamp, Guid Winner)> RunAsync(Func<IServiceProvider, Act, Task<RequestResult>> step)
        {
            var results = await Task.WhenAll(Officers.Select((officer, at) => Task.Run(async () =>
            {
                await using var scope = (at == 0 ? here : there).Services.CreateAsyncScope();
                return await step(scope.ServiceProvider, Applicant.ActOf(officer));
            })));
            var done = Assert.Single(results.OfType<RequestResult.Done>());
            Assert.Single(results.OfType<RequestResult.ChangedMeanwhile>());
            return (done.Stamp, Officers[Array.IndexOf(results, done)]);
        }

        public async ValueTask DisposeAsync()
        {
            if (there != here)
            {
                await there.DisposeAsync();
            }

            await here.DisposeAsync();
            stores.Dispose();
        }
    }
}
