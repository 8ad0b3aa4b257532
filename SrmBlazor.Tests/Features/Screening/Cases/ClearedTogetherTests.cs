using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class ClearedTogetherTests
{
    private const string Name = "Odrina Zantropow";

    /// <summary>The first is the name itself; the others are near.</summary>
    private static readonly string[] Rows = [Subjects.Row(Name), Subjects.Row(Subjects.Listed, "BY"), Subjects.Row("Odrina Zantropova", "KZ"), Subjects.Row("Zantropoff Odrin", "GE")];

    [Theory, BothProviders]
    public async Task Several_hits_are_cleared_for_one_reason_and_what_one_person_may_not_clear_is_only_proposed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Rows);
        var (person, hits) = await HitsAsync(house);

        var cleared = await ClearAsync(house, person, hits);
        var gate = await house.AskAsync(person);
        var mine = await house.ApproveAsync(person, Subjects.One);
        var second = await house.ApproveAsync(person);

        Assert.Equal(new ScreeningResult.Done(ScreeningState.UnderReview, Waits: true), cleared.Result);
        Assert.Equal([(hits[0], ClearOutcome.Proposed), .. hits.Skip(1).Select(hit => (hit, ClearOutcome.Cleared))], cleared.Hits.Select(one => (one.Hit, one.Outcome)).OrderBy(one => hits.IndexOf(one.Hit)));
        Assert.Equal(GateAnswer.NotCleared, gate);
        Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), mine);
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Cleared, Waits: false), second);
        Assert.Equal(["Seen in the document."], (await house.FileAsync(person)).Notes);
        Assert.Equal(GateAnswer.Allowed, await house.AskAsync(person));
    }

    [Theory, BothProviders]
    public async Task What_the_actor_may_not_decide_stays_as_it_is_and_where_that_is_everything_nothing_is_written(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Rows);
        var (person, hits) = await HitsAsync(house);
        await OneAsync(house, person, (decisions, own) => decisions.EscalateAsync(own.Reference, own.Stamp, [hits[1]], "In doubt.", house.Screener()));
        await OneAsync(house, person, (decisions, own) => decisions.ClearAsync(own.Reference, own.Stamp, [hits[0]], DecisionReason.OtherName, "Proposed.", house.Screener(Subjects.Two)));
        await OneAsync(house, person, (decisions, own) => decisions.ClearAsync(own.Reference, own.Stamp, [hits[2]], DecisionReason.OtherName, "Cleared.", house.Screener(Subjects.Two)));

        var nothing = await ClearAsync(house, person, hits.Take(3));
        var rest = await ClearAsync(house, person, hits);

        ClearOutcome[] three = [ClearOutcome.Waits, ClearOutcome.SomebodyElse, ClearOutcome.Decided];
        Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.NotNow), nothing.Result);
        Assert.Empty(nothing.Hits);
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Escalated, Waits: false), rest.Result);
        Assert.Equal([.. three, ClearOutcome.Cleared], rest.Hits.OrderBy(one => hits.IndexOf(one.Hit)).Select(one => one.Outcome));
        Assert.Equal(["In doubt.", "Proposed.", "Cleared.", "Seen in the document."], (await house.FileAsync(person)).Notes);
    }

    [Theory, BothProviders]
    public async Task Where_the_process_dies_before_the_end_no_hit_is_decided_and_no_note_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Rows);
        var (person, hits) = await HitsAsync(house);

        house.DieAt("screening.decide-before-commit");
        await Assert.ThrowsAsync<ProcessDiedException>(() => ClearAsync(house, person, hits));
        house.Get<FailPoints>().Reached = null;

        Assert.All((await house.CaseAsync(person)).Hits, hit => Assert.True(hit is { State: HitState.Open, IsProposed: false }));
        Assert.Empty((await house.FileAsync(person)).Notes);
        Assert.IsType<ScreeningResult.Done>((await ClearAsync(house, person, hits)).Result);
        Assert.Single((await house.FileAsync(person)).Notes);
    }

    [Fact]
    public async Task A_reason_that_fits_a_note_and_hits_of_this_case_are_asked_for_as_with_one_hit()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Rows);
        var (person, hits) = await HitsAsync(house);
        var (own, decisions) = (await house.CaseAsync(person), house.Get<ScreeningDecisions>());

        Assert.Equal(ScreeningFault.NoReason, await FaultAsync(hits, null, "A note."));
        Assert.Equal(ScreeningFault.NoReason, await FaultAsync(hits, DecisionReason.SamePerson, "A note."));
        Assert.Equal(ScreeningFault.NoReason, await FaultAsync(hits, DecisionReason.OtherPlace, "A note."));
        Assert.Equal(ScreeningFault.NoNote, await FaultAsync(hits, DecisionReason.OtherName, " "));
        Assert.Equal(ScreeningFault.NothingChosen, await FaultAsync([], DecisionReason.OtherName, "A note."));
        Assert.Equal(ScreeningFault.NothingChosen, await FaultAsync([.. hits, Guid.NewGuid()], DecisionReason.OtherName, "A note."));
        Assert.IsType<ScreeningResult.NotFound>((await decisions.ClearEachAsync(own.Reference, own.Stamp, hits, DecisionReason.OtherName, "A note.", house.ActOf(person, Role.Screener))).Result);
        Assert.IsType<ScreeningResult.ChangedMeanwhile>((await decisions.ClearEachAsync(own.Reference, Guid.NewGuid(), hits, DecisionReason.OtherName, "A note.", house.Screener())).Result);
        Assert.All((await house.CaseAsync(person)).Hits, hit => Assert.True(hit is { State: HitState.Open, IsProposed: false }));

        async Task<ScreeningFault?> FaultAsync(IReadOnlyCollection<Guid> chosen, DecisionReason? reason, string note) =>
            (await decisions.ClearEachAsync(own.Reference, own.Stamp, chosen, reason, note, house.Screener())).Result is ScreeningResult.Invalid(var fault) ? fault : null;
    }

    /// <summary>Whatever was done with the hits before, and whichever are chosen: nobody clears alone what takes two.</summary>
    [Fact]
    public async Task Together_becomes_of_each_hit_what_becomes_of_it_alone_and_nobody_clears_alone_what_takes_two()
    {
        var random = new Random(20261126);
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Rows);
        for (var round = 0; round < 25; round++)
        {
            var (before, chosen) = (Enumerable.Range(0, 4).Select(_ => random.Next(6)).ToArray(), Enumerable.Range(0, 4).Where(_ => random.Next(3) > 0).ToArray());
            var (together, alone) = (await PreparedAsync(house, before), await PreparedAsync(house, before));

            await ClearAsync(house, together.Person, chosen.Select(at => together.Hits[at]));
            foreach (var at in chosen)
            {
                await OneAsync(house, alone.Person, (decisions, own) => decisions.ClearAsync(own.Reference, own.Stamp, [alone.Hits[at]], DecisionReason.KnownOtherPerson, "Seen in the document.", house.Screener()));
            }

            Assert.Equal(await ToldAsync(house, alone.Person), await ToldAsync(house, together.Person));
            Assert.All((await house.CaseAsync(together.Person)).Hits.Where(hit => hit.State == HitState.Cleared), hit => Assert.True(hit is { Score: < 0.95, EscalatedBy: null } || hit.ApprovedBy is not null && hit.ApprovedBy != hit.DecidedBy));
        }
    }

    /// <summary>Each hit in a state of its own.</summary>
    private static async Task<(Guid Person, List<Guid> Hits)> PreparedAsync(House house, int[] before)
    {
        var (person, hits) = await HitsAsync(house);
        foreach (var (at, what) in before.Index())
        {
            Guid[] hit = [hits[at]];
            await OneAsync(house, person, (decisions, own) => what switch
            {
                0 => decisions.EscalateAsync(own.Reference, own.Stamp, hit, "In doubt.", house.Screener()),
                1 => decisions.EscalateAsync(own.Reference, own.Stamp, hit, "In doubt.", house.Screener(Subjects.Two)),
                2 => decisions.ConfirmAsync(own.Reference, own.Stamp, hit, DecisionReason.SamePerson, "Agrees.", house.Screener()),
                3 => decisions.ClearAsync(own.Reference, own.Stamp, hit, DecisionReason.OtherName, "Another.", house.Screener(Subjects.Two)),
                _ => Task.FromResult<ScreeningResult>(new ScreeningResult.NotFound()),
            });
        }

        return (person, hits);
    }

    private static async Task<IEnumerable<(string, HitState, DecisionReason?, Guid?, Guid?, Guid?, bool?, Guid?)>> ToldAsync(House house, Guid person) =>
        [.. (await house.CaseAsync(person)).Hits.Select(hit => (hit.Entry, hit.State, hit.Reason, hit.DecidedBy, hit.ApprovedBy, hit.ProposedBy, hit.ProposesConfirmation, hit.EscalatedBy)).OrderBy(hit => hit.Entry, StringComparer.Ordinal)];

    private static async Task<(Guid Person, List<Guid> Hits)> HitsAsync(House house)
    {
        var person = await house.PassedAsync(Name);
        await house.RoundAsync();
        var hits = (await house.CaseAsync(person)).Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry, StringComparer.Ordinal).ToList();
        Assert.Equal(4, hits.Count);
        Assert.True(hits[0].Score >= 0.95 && hits[1].Score < 0.95, string.Join(' ', hits.Select(hit => hit.Score)));
        return (person, hits.ConvertAll(hit => hit.Id));
    }

    private static async Task OneAsync(House house, Guid person, Func<ScreeningDecisions, ScreeningCase, Task<ScreeningResult>> step) => await step(house.Get<ScreeningDecisions>(), await house.CaseAsync(person));

    private static async Task<ClearedTogether> ClearAsync(House house, Guid person, IEnumerable<Guid> hits)
    {
        var own = await house.CaseAsync(person);
        return await house.Get<ScreeningDecisions>().ClearEachAsync(own.Reference, own.Stamp, [.. hits], DecisionReason.KnownOtherPerson, "Seen in the document.", house.Screener());
    }
}
