using System.Text;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What becomes of a hit when it is found again, or not any more.</summary>
public sealed class HitsOverTimeTests
{
    [Theory, BothProviders]
    public async Task Too_many_hits_escalate_at_once_and_none_is_dropped(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores, settings: [("ScreeningCases:TooMany", "3")]);
        await house.ListAsync(Enumerable.Range(0, 4).Select(at => Subjects.Row($"Odrin Zantropov{new string(' ', at + 1)}Senior{(char)('a' + at)}")).Prepend(Subjects.Row(Subjects.Listed)));
        var many = await house.PassedAsync(Subjects.Listed);

        await house.RoundAsync();

        var own = await house.CaseAsync(many);
        Assert.True(own.Hits.Count > 3);
        Assert.All(own.Hits, hit => Assert.Equal(HitState.Escalated, hit.State));
        Assert.Equal(ScreeningState.Escalated, own.State);
    }

    [Theory, BothProviders]
    public async Task What_was_cleared_stays_so_until_the_person_or_the_entry_says_something_else_and_the_step_says_which(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await house.ClearByTwoAsync(person);
        var cleared = await house.AskAsync(person);

        await house.ListAsync(Subjects.Row(Subjects.Listed, note: "Another note"), Subjects.Row("Quella Morbennik", "KZ"));
        var between = await house.AskAsync(person);
        await house.RoundAsync();
        var still = await house.AskAsync(person);
        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"), Subjects.Row("Quella Morbennik", "KZ"));
        await house.RoundAsync();
        var entry = await house.AskAsync(person);
        await house.ClearByTwoAsync(person);
        await house.RenameAsync(person, "Odrin Zantropow");
        var renamed = await house.AskAsync(person);
        await house.RoundAsync();

        Assert.Equal((GateAnswer.Allowed, GateAnswer.ListsChanged, GateAnswer.Allowed, GateAnswer.NotCleared), (cleared, between, still, entry));
        Assert.Equal((GateAnswer.DataChanged, GateAnswer.NotCleared), (renamed, await house.AskAsync(person)));
        Assert.Equal([HitChange.Entry, HitChange.Person], (await house.StepsAsync(person)).Where(step => step.Kind == ScreeningEventKind.Reopened).Select(step => step.Change!.Value));
    }

    [Theory, BothProviders]
    public async Task A_move_of_the_person_or_of_the_entry_does_not_open_again_what_was_cleared_about_a_name(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var list = Encoding.UTF8.GetString(SampleLists.Of(ListSource.UsCsl, 1));
        await house.TakeAsync(ListSource.UsCsl, Encoding.UTF8.GetBytes(list));
        var person = await house.PassedAsync("Odrin Zantropova", "RU", "RU", new ScreeningAddress("198000", "Небылово, ул. Фонарная, д. 12"));
        await house.RoundAsync();
        await house.ClearByTwoAsync(person);

        await house.MoveAsync(person, new ScreeningAddress("198000", "Небылово, ул. Садовая, д. 3"));
        await house.RoundAsync();
        var moved = await house.AskAsync(person);
        await house.TakeAsync(ListSource.UsCsl, Encoding.UTF8.GetBytes(list.Replace("0 Invented Street", "1 Invented Street", StringComparison.Ordinal)), deliberate: true);
        await house.RoundAsync();
        var entryMoved = await house.AskAsync(person);
        await house.TakeAsync(ListSource.UsCsl, Encoding.UTF8.GetBytes(list.Replace("ZANTROPOVA, Odrin", "ZANTROPOVA, Odrina", StringComparison.Ordinal)), deliberate: true);
        await house.RoundAsync();

        Assert.Equal((GateAnswer.Allowed, GateAnswer.Allowed, GateAnswer.NotCleared), (moved, entryMoved, await house.AskAsync(person)));
        Assert.Equal([HitChange.Entry], (await house.StepsAsync(person)).Where(step => step.Kind == ScreeningEventKind.Reopened).Select(step => step.Change!.Value));
    }

    [Theory, BothProviders]
    public async Task Another_nationality_opens_again_what_was_cleared_about_a_name_and_nothing_about_an_address(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync(Subjects.Listed, "RU", "UA", new ScreeningAddress("83000", "Донецк"));
        await house.RoundAsync();
        await house.ClearByTwoAsync(person);

        await house.RenameAsync(person, Subjects.Listed, "KZ");
        await house.RoundAsync();

        Assert.Equal(
            [(HitKind.Name, HitState.Open), (HitKind.Region, HitState.Cleared)],
            (await house.CaseAsync(person)).Hits.OrderBy(hit => hit.Kind).Select(hit => (hit.Kind, hit.State)));
    }

    [Fact]
    public void Another_engine_reopens_what_was_cleared_and_says_so()
    {
        var act = new Act(Subjects.One, Role.Screener, DateTime.UnixEpoch);
        var own = ScreeningCase.Begin(Guid.NewGuid(), act);
        var found = new Found(HitKind.Name, "own/x", "content", 0.9, new HitEvidence(null, null, "x", null, [], null));
        var hit = ScreeningHit.Of(own, found, new Sides("entry", "content", "compared", "1"), act.On);
        hit.Clear(DecisionReason.OtherName, act);

        Assert.Null(hit.Meet(found, new Sides("entry", "content", "compared", "1"), 0.95, act.On));
        Assert.Equal(HitState.Cleared, hit.State);
        Assert.Equal((ScreeningEventKind.Reopened, HitChange.Engine), hit.Meet(found, new Sides("entry", "content", "compared", "2"), 0.95, act.On));
        Assert.Equal(HitState.Open, hit.State);
    }

    [Theory]
    [InlineData(false, false, 0.96, HitState.Open, ScreeningEventKind.Reopened)]
    [InlineData(false, true, 0.96, HitState.Open, ScreeningEventKind.Found)]
    [InlineData(false, false, 0.94, HitState.Cleared, ScreeningEventKind.Renewed)]
    [InlineData(false, true, 0.94, HitState.Cleared, ScreeningEventKind.StaysCleared)]
    [InlineData(true, false, 0.96, HitState.Cleared, ScreeningEventKind.Renewed)]
    [InlineData(true, true, 0.96, HitState.Cleared, ScreeningEventKind.StaysCleared)]
    public void What_one_person_cleared_is_open_again_when_words_weigh_so_that_two_are_needed_and_the_step_says_so(bool byTwo, bool wasAway, double score, HitState state, ScreeningEventKind kind)
    {
        var (act, second) = (new Act(Subjects.One, Role.Screener, DateTime.UnixEpoch), new Act(Subjects.Two, Role.Screener, DateTime.UnixEpoch));
        var own = ScreeningCase.Begin(Guid.NewGuid(), act);
        var (found, sides) = (new Found(HitKind.Name, "own/x", "content", 0.9, new HitEvidence(null, null, "x", null, [], null)), new Sides("entry", "content", "compared", "1"));
        var hit = ScreeningHit.Of(own, found, sides, act.On);
        if (byTwo)
        {
            hit.Propose(confirms: false, DecisionReason.OtherName, act);
            hit.Approve(second);
        }
        else
        {
            hit.Clear(DecisionReason.OtherName, act);
        }

        if (wasAway)
        {
            hit.Vanish(act.On);
        }

        var step = hit.Meet(found with { Score = score }, sides, 0.95, act.On);

        Assert.Equal((kind, state == HitState.Open ? HitChange.Score : HitChange.None), step);
        Assert.Equal((state, state == HitState.Open), (hit.State, hit.DecidedBy is null));
    }

    [Theory, BothProviders]
    public async Task A_hit_closes_with_its_entry_and_a_confirmed_one_is_decided_about_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik", "KZ"));
        var (open, confirmed) = (await house.HitAsync(), await house.HitAsync("Quella Morbennik", "KZ"));
        await house.ConfirmByTwoAsync(confirmed);

        await house.ListAsync(Subjects.Row("Tolbert Quiverley", "GB"));
        await house.RoundAsync();
        await house.ListAsync(Subjects.Row("Tolbert Quiverley", "GB"), Subjects.Row("Fenwick Grambold", "IE"));
        await house.RoundAsync();

        Assert.Equal((GateAnswer.Allowed, GateAnswer.NotCleared), (await house.AskAsync(open), await house.AskAsync(confirmed)));
        Assert.Equal(HitChange.Removed, (await house.StepsAsync(open)).Single(step => step.Kind == ScreeningEventKind.Closed).Change);
        Assert.Equal((HitState.Escalated, true), ((await house.CaseAsync(confirmed)).Hits.Single().State, (await house.CaseAsync(confirmed)).Hits.Single().HasVanished));
        await house.ClearByTwoAsync(confirmed);
        Assert.Equal(GateAnswer.Allowed, await house.AskAsync(confirmed));
    }
}
