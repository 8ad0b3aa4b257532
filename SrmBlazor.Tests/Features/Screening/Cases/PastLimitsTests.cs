using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What the answer for a day does not claim, what it leaves behind, and what it costs others.</summary>
public sealed class PastLimitsTests
{
    [Theory, BothProviders]
    public async Task Whoever_could_not_be_compared_in_a_rescreening_is_not_told_to_be_clear_against_its_lists(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync("Ysmene Dombrelune");
        await house.RoundAsync();
        var before = (await house.CaseAsync(person)).BasisId;
        house.Clock.Advance(TimeSpan.FromDays(1));
        await SetAsideAsync(house, person, "identity");
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik"));
        await house.RoundAsync();
        var (left, gate) = (await WhyAsync(house, person), await house.AskAsync(person));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await SetAsideAsync(house, person, "identity", back: true);
        await house.RoundAsync();

        Assert.Equal((before, false, GateAnswer.ListsChanged), (left.Basis, left.AreNewest, gate));
        Assert.Equal([ScreeningEventKind.Screened, ScreeningEventKind.LeftOut, ScreeningEventKind.Screened], await house.KindsAsync(person));
        var now = await WhyAsync(house, person);
        Assert.Equal((true, false, GateAnswer.Allowed), (now.AreNewest, now.Basis == before, await house.AskAsync(person)));
        Assert.False((await WhyAsync(house, person, days: 1)).AreNewest);
    }

    [Theory, BothProviders]
    public async Task What_is_set_aside_is_not_called_erased(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await SetAsideAsync(house, person, ScreeningFile.Kind.Name);

        var again = await house.Get<ScreeningLog>().AgainAsync((await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()), house.Screener());

        Assert.Equal(ReplayAnswer.Shut, again!.Answer);
    }

    [Theory, BothProviders]
    public async Task Whoever_asks_leaves_one_row_a_day_before_anything_is_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var (log, reference, auditor, today) = (house.Get<ScreeningLog>(), (await house.CaseAsync(person)).Reference, house.ActOf(Subjects.Four, Role.Auditor), ScreeningLog.DayOf(house.Clock.Now()));
        await log.WhyAsync("SCR-2222-2222", today, auditor);
        await log.GateAsync(reference, today, auditor);
        var before = await WaitingCase.AccessRowsAsync(house);

        await log.WhyAsync(reference, today, auditor);
        await log.WhyAsync(reference, today, auditor);
        await log.AgainAsync(reference, today, auditor);

        Assert.Equal(0, before);
        var look = Assert.Single(await house.Get<AccessLedger>().OfAsync(person));
        Assert.Equal((Role.Auditor, "", RevealReason.CaseOpened), (look.Role, look.Kind, look.Reason));
    }

    [Fact]
    public async Task A_comparison_of_an_earlier_day_takes_no_place_of_todays_and_ends_with_whoever_waits_for_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik"));
        await house.RoundAsync();
        var (basis, comparisons, log) = ((await house.Get<ScreeningBases>().CurrentAsync())!, house.Get<Comparisons>(), house.Get<ScreeningLog>());
        var (ready, reference, yesterday) = (await comparisons.OfAsync(basis), (await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()).AddDays(-1));

        Assert.Equal(ReplayAnswer.Same, (await log.AgainAsync(reference, yesterday, house.Screener()))!.Answer);

        Assert.Same(ready, await comparisons.OfAsync(basis));
        Assert.Same(ready, await comparisons.AgainAsync(basis));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.AgainAsync(reference, yesterday, house.Screener(), new CancellationToken(canceled: true)));
    }

    [Theory, BothProviders]
    public async Task A_case_is_found_in_an_index_by_its_reference_and_by_whose_it_is(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await using var db = house.Store.Read();
        var until = ScreeningLog.EndOf(ScreeningLog.DayOf(house.Clock.Now()));
        foreach (var some in new[] { ScreeningLog.Cases(db, "SCR-2222-2222"), ScreeningLog.CasesOf(db, Guid.NewGuid()) })
        {
            var found = ScreeningLog.Last(some, until, house.Screener()).Take(1);
            var plan = provider == DatabaseProvider.Sqlite ? await Plan.OfAsync(db, found) : await Plan.OfLargeAsync(db, found);

            Assert.DoesNotContain(plan, step => step.Contains("SCAN ", StringComparison.Ordinal) || step.Contains("Seq Scan", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("IX_ScreeningCases_Reference", StringComparison.Ordinal) || step.Contains("IX_ScreenedPersons_PersonId", StringComparison.Ordinal));
        }
    }

    private static async Task<PastScreening> WhyAsync(House house, Guid person, int days = 0) =>
        (await house.Get<ScreeningLog>().WhyAsync((await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()).AddDays(-days), house.Screener()))!;

    internal static async Task SetAsideAsync(House house, Guid person, string kind, bool back = false)
    {
        await using var work = await house.Store.WriteAsync();
        var record = await work.Db.Set<SealedRow>().Where(row => row.PersonId == person && row.Kind == kind).Select(row => row.Id).SingleAsync();
        if (back)
        {
            work.Release(person, record, house.System, "test");
        }
        else
        {
            work.Restrict(person, record, house.System, "test");
        }

        await work.CommitAsync();
    }
}
