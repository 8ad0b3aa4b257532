using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
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
            var replayed = (await house.Get<ScreeningLog>().ReplayAsync(reference, day, house.Screener()))!;

            Assert.Equal((state, Engine.Version), (past.State, past.Engine));
            Assert.Equal(hits, past.Hits.Select(hit => (hit.Id, hit.Score)).Order());
            Assert.Equal(hits, replayed.Select(one => (one.Hit!.Value, one.Score)).Order());
            Assert.Equal(await house.Get<ListShelf>().VersionsOnAsync(ScreeningLog.EndOf(day).AddTicks(-1)), past.Lists.Select(list => list.Id));
            Assert.Equal(new Replayed(ReplayAnswer.Same, Engine.Version), await house.Get<ScreeningLog>().AgainAsync(reference, day, house.Screener()));
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
        Assert.Equal(Ids(then), Ids(between));
        Assert.NotEqual(Ids(then), Ids(now));
        Assert.Equal((house.Clock.Now(), (await house.CaseAsync(person)).BasisId), (now.ComparedOn, now.Basis));

        static IEnumerable<Guid> Ids(PastScreening past) => past.Lists.Select(list => list.Id);
        async Task<PastScreening> WhyAsync(int days) => (await house.Get<ScreeningLog>().WhyAsync(reference, first.AddDays(days), house.Screener()))!;
    }

    [Theory, BothProviders]
    public async Task An_auditor_is_answered_for_whoever_was_never_hit_by_the_reference_of_the_registration(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (person, other) = (await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync("Fenwick Grambold"));
        await house.RoundAsync();
        var registration = await RegistrationAsync(house, person);
        var (log, auditor, today) = (house.Get<ScreeningLog>(), house.ActOf(Subjects.Four, Role.Auditor), ScreeningLog.DayOf(house.Clock.Now()));

        var past = (await log.WhyAsync($" {registration.ToLowerInvariant()} ", today, auditor))!;

        Assert.Equal(((await house.CaseAsync(person)).Reference, ScreeningState.Cleared, 0, true, false), (past.Reference, past.State, past.Hits.Count, past.AreNewest, past.HasEnded));
        Assert.Equal(ListSource.Own, Assert.Single(past.Lists).Source);
        Assert.Equal(new Replayed(ReplayAnswer.Same, Engine.Version), await log.AgainAsync(registration, today, auditor));
        Assert.Equal((await house.CaseAsync(other)).Reference, (await log.WhyAsync(await RegistrationAsync(house, other), today, auditor))!.Reference);
        Assert.Null(await log.WhyAsync("REG-2222-2222", today, auditor));
        Assert.Null(await log.WhyAsync(registration, today.AddDays(1), auditor));
        Assert.Null(await log.WhyAsync(registration, DateOnly.MaxValue, auditor));
        Assert.Null(await log.WhyAsync(registration, DateOnly.MinValue, auditor));
        Assert.Null(await log.WhyAsync(registration, today, house.ActOf(person, Role.Auditor)));
        Assert.Null(await log.AgainAsync(registration, today, house.ActOf(person, Role.Auditor)));
    }

    [Theory, BothProviders]
    public async Task Lists_that_went_live_and_were_not_compared_with_yet_are_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync("Ysmene Dombrelune");
        await house.RoundAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik"));
        var behind = (await WhyAsync(house, person))!;
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.RoundAsync();

        Assert.Equal((ScreeningState.Cleared, false), (behind.State, behind.AreNewest));
        Assert.True((await WhyAsync(house, person))!.AreNewest);
        Assert.False((await house.Get<ScreeningLog>().WhyAsync(behind.Reference, ScreeningLog.DayOf(house.Clock.Now()).AddDays(-1), house.Screener()))!.AreNewest);
    }

    [Theory, BothProviders]
    public async Task What_was_confirmed_and_vanished_is_no_difference_and_what_a_contest_overturned_names_both_who_answered(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik", "KZ"));
        var (vanished, overturned) = (await house.HitAsync(), await house.HitAsync("Quella Morbennik", "KZ"));
        await house.ConfirmByTwoAsync(vanished);
        await house.ConfirmByTwoAsync(overturned);
        await house.ListAsync(Subjects.Row("Quella Morbennik", "KZ"));
        await house.RoundAsync();
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(overturned, Role.Supplier)));
        foreach (var answer in (Func<ScreeningCase, Task<ScreeningResult>>[])
            [
                own => house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, "You were right.", house.Screener(Subjects.Three)),
                own => house.Get<ScreeningContests>().ApproveAsync(own.Reference, own.Stamp, house.Screener(Subjects.Four)),
            ])
        {
            Assert.IsType<ScreeningResult.Done>(await answer(await house.CaseAsync(overturned)));
        }

        var (gone, right) = ((await WhyAsync(house, vanished))!, (await WhyAsync(house, overturned))!);

        Assert.Equal((ScreeningState.Escalated, HitState.Escalated, true), (gone.State, gone.Hits.Single().State, gone.Hits.Single().HasVanished));
        Assert.Equal(ReplayAnswer.Same, (await AgainAsync(house, vanished))!.Answer);
        var hit = right.Hits.Single();
        Assert.Equal((ScreeningState.Cleared, HitState.Cleared, Subjects.Three, Subjects.Four), (right.State, hit.State, hit.DecidedBy, hit.ApprovedBy));
        Assert.Equal((1, HitKind.Name, ListSource.Own, house.Clock.Now()), (hit.Number, hit.Kind, hit.Source, hit.DecidedOn));
    }

    [Theory, BothProviders]
    public async Task An_answer_that_comes_out_otherwise_is_told_and_so_is_one_whose_words_were_erased(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (tampered, ended) = (await house.HitAsync(), await house.HitAsync());
        await house.Store.UpdateAsync(db => db.Set<ScreeningHit>().Where(hit => hit.CaseId == db.Set<ScreenedPerson>().Single(one => one.PersonId == tampered).Id)
            .ExecuteUpdateAsync(set => set.SetProperty(hit => hit.Entry, "another")));
        var reference = (await house.CaseAsync(ended)).Reference;
        await using (var work = await house.Store.WriteAsync())
        {
            work.End(ended, For.Screening, house.System, "account.closed");
            await house.Get<Collector>().CommitAsync(work, ended, house.System, "account.closed");
        }

        await house.RoundAsync();

        Assert.Equal(ReplayAnswer.Differs, (await AgainAsync(house, tampered))!.Answer);
        var today = ScreeningLog.DayOf(house.Clock.Now());
        Assert.True((await house.Get<ScreeningLog>().WhyAsync(reference, today, house.Screener()))!.HasEnded);
        Assert.Equal(ReplayAnswer.Erased, (await house.Get<ScreeningLog>().AgainAsync(reference, today, house.Screener()))!.Answer);
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

    private static async Task<string> RegistrationAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return await db.Set<SupplierRegistration>().Where(one => one.PersonId == person).Select(one => one.Reference).SingleAsync();
    }

    private static async Task<PastScreening?> WhyAsync(House house, Guid person) =>
        await house.Get<ScreeningLog>().WhyAsync((await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()), house.Screener());

    private static async Task<Replayed?> AgainAsync(House house, Guid person) =>
        await house.Get<ScreeningLog>().AgainAsync((await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()), house.Screener());
}
