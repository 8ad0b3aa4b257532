using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class ScreeningLogTests
{
    [Theory, BothProviders]
    public async Task Why_somebody_was_cleared_on_a_day_is_answered_for_ever_and_the_comparison_of_that_day_gives_the_same_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var reference = (await house.CaseAsync(person)).Reference;
        List<(DateOnly Day, ScreeningState State, GateAnswer Gate, (Guid, double)[] Hits)> known = [];
        await DayAsync();
        await house.ClearAsync(person);
        await DayAsync();
        await house.ApproveAsync(person);
        await DayAsync();
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Odrina Zantropova", "BY"), Subjects.Row("Quella Morbennik"));
        await house.RoundAsync();
        await DayAsync();
        await house.RenameAsync(person, "Quella Morbennick");
        await house.RoundAsync();
        await DayAsync();
        await house.ConfirmByTwoAsync(person);
        await DayAsync();
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik"), Subjects.Row("Tolbert Quiverley"));
        await house.RoundAsync();
        await DayAsync();

        foreach (var (day, state, _, hits) in known)
        {
            var past = (await house.Get<ScreeningLog>().WhyAsync(reference, day, house.Screener()))!;
            var replayed = (await house.Get<ScreeningLog>().ReplayAsync(person, ScreeningLog.EndOf(day)))!;

            Assert.Equal((state, Engine.Version), (past.State, past.Engine));
            Assert.Equal(hits, past.Hits.Select(hit => (hit.Id, hit.Score)).Order());
            Assert.Equal(hits, replayed.Order());
            Assert.Equal(await house.Get<Lists.ListShelf>().VersionsOnAsync(ScreeningLog.EndOf(day).AddTicks(-1)), past.Lists);
        }

        var decided = (await house.Get<ScreeningLog>().WhyAsync(reference, known[2].Day, house.Screener()))!.Hits.Single();
        Assert.Equal((HitState.Cleared, DecisionReason.KnownOtherPerson, Subjects.One, Subjects.Two), (decided.State, decided.Reason, decided.DecidedBy, decided.ApprovedBy));
        Assert.Null(await house.Get<ScreeningLog>().WhyAsync(reference, known[0].Day.AddDays(-1), house.Screener()));
        Assert.Equal([ScreeningState.UnderReview, ScreeningState.UnderReview, ScreeningState.Cleared], known.Take(3).Select(one => one.State));

        async Task DayAsync()
        {
            var own = await house.CaseAsync(person);
            known.Add((DateOnly.FromDateTime(house.Clock.Now()), own.State, await house.AskAsync(person), [.. own.Hits.Where(hit => hit.State != HitState.Closed).Select(hit => (hit.Id, hit.Score)).Order()]));
            house.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Theory, BothProviders]
    public async Task A_rescreening_that_changed_nothing_is_in_the_answer_too(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik"));
        var person = await house.PassedAsync("Ysmene Dombrelune");
        await house.RoundAsync();
        var reference = (await house.CaseAsync(person)).Reference;
        var first = DateOnly.FromDateTime(house.Clock.Now());
        house.Clock.Advance(TimeSpan.FromDays(3));
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Tolbert Quiverley"));
        await house.RoundAsync();

        var (then, between, now) = (await WhyAsync(0), await WhyAsync(2), await WhyAsync(3));

        Assert.Equal([ScreeningEventKind.Screened], await house.KindsAsync(person));
        Assert.Equal(then.Lists, between.Lists);
        Assert.NotEqual(then.Lists, now.Lists);
        Assert.Equal((house.Clock.Now(), (await house.CaseAsync(person)).BasisId), (now.ComparedOn, now.Basis));

        async Task<PastScreening> WhyAsync(int days) => (await house.Get<ScreeningLog>().WhyAsync(reference, first.AddDays(days), house.Screener()))!;
    }

    [Theory, BothProviders]
    public async Task Steps_stretches_and_bases_are_never_changed_or_removed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        await house.HitAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(db => db.Set<ScreeningEvent>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Score, 0.1))));
        await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(db => db.Set<ScreeningEvent>().ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(db => db.Set<ScreeningBasis>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Engine, "0"))));
    }
}
