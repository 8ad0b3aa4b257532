using SrmBlazor.Data;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class MyScreeningTests
{
    [Theory, BothProviders]
    public async Task Whoever_waits_and_whoever_has_a_hit_see_the_same(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waits = await house.PassedAsync("Ysmene Dombrelune");
        var before = await ReviewAsync(house, waits);
        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"));
        var hit = await house.HitAsync("Odrina Zantropow");
        var under = await ReviewAsync(house, hit);
        await house.EscalateAsync(hit);
        var escalated = await ReviewAsync(house, hit);
        await house.ClearAsync(hit, Subjects.Two);
        await house.ApproveAsync(hit, Subjects.Three);

        Assert.Equal((ReviewState.UnderReview, ReviewState.UnderReview, ReviewState.UnderReview), (before!.State, under!.State, escalated!.State));
        Assert.Equal(ReviewState.Passed, (await ReviewAsync(house, hit))!.State);
        Assert.Equal(ReviewState.Passed, (await ReviewAsync(house, waits))!.State);
    }

    [Fact]
    public async Task A_copy_of_ones_data_is_the_same_with_a_hit_and_without()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (hit, clear) = (await house.HitAsync(), await house.PassedAsync("Ysmene Dombrelune"));
        await house.RoundAsync();

        var (one, other) = (await DossierAsync(house, hit), await DossierAsync(house, clear));

        Assert.Equal(Shape(one), Shape(other));
        var file = one.Records.Single(record => record.Kind == ScreeningFile.Kind.Name);
        Assert.All(file.Items, item => Assert.True(item.Withheld));
    }

    [Theory, BothProviders]
    public async Task What_was_confirmed_is_contested_once_and_two_others_answer(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (person, contests) = (await house.HitAsync(), house.Get<ScreeningContests>());
        var supplier = house.ActOf(person, Role.Supplier);
        var early = await house.Get<MyScreening>().ContestAsync("I am somebody else.", supplier);
        await house.ConfirmByTwoAsync(person);

        var sent = await house.Get<MyScreening>().ContestAsync("I am somebody else.", supplier);
        var twice = await house.Get<MyScreening>().ContestAsync("Really.", supplier);
        var waiting = await house.Get<ScreeningDesk>().PageAsync(QueueView.Waiting, null, house.Screener(Subjects.Three));
        var byDecider = await AnswerAsync(Subjects.One);
        var bySecond = await AnswerAsync(Subjects.Two);
        var proposed = await AnswerAsync(Subjects.Three);
        var alone = await ApproveAsync(Subjects.Three);
        var unanswered = await ReviewAsync(house, person);
        var approved = await ApproveAsync(Subjects.Four);

        Assert.Equal((false, true, false), (early, sent, twice));
        Assert.True(Assert.Single(waiting.Rows).Contested);
        Assert.All([byDecider, bySecond, alone], result => Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), result));
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Confirmed, Waits: true), proposed);
        Assert.Equal(("I am somebody else.", null), (unanswered!.Contest, unanswered.Answer));
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Cleared, Waits: false), approved);
        var review = await ReviewAsync(house, person);
        Assert.Equal((ReviewState.Passed, "You were right.", GateAnswer.Allowed), (review!.State, review.Answer, await house.AskAsync(person)));

        async Task<ScreeningResult> AnswerAsync(Guid who)
        {
            var own = await house.CaseAsync(person);
            return await contests.ProposeAsync(own.Reference, own.Stamp, overturns: true, "You were right.", house.Screener(who));
        }

        async Task<ScreeningResult> ApproveAsync(Guid who)
        {
            var own = await house.CaseAsync(person);
            return await contests.ApproveAsync(own.Reference, own.Stamp, house.Screener(who));
        }
    }

    [Theory, BothProviders]
    public async Task A_screener_sees_the_person_masked_until_a_row_in_their_ledger_says_that_they_looked(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var (own, desk) = (await house.CaseAsync(person), house.Get<ScreeningDesk>());

        var opened = (await desk.OpenAsync(own.Reference, house.Screener()))!;
        var looks = (await house.Get<AccessLedger>().OfAsync(person)).Select(line => line.Reason).ToList();
        var revealed = (await desk.RevealAsync(own.Reference, RevealReason.SuspectedFraud, house.Screener()))!;

        Assert.Equal(("O***", null, true), (opened.Person.Name, opened.Person.Nationality, opened.Person.IsMasked));
        Assert.All(opened.Hits.Single().Evidence.Explanation!.Words.Select(word => word.QueryWord).OfType<string>(), word => Assert.EndsWith("***", word, StringComparison.Ordinal));
        Assert.Equal([RevealReason.CaseOpened], looks);
        Assert.Equal((Subjects.Listed, "RU"), (revealed.Person.Name, revealed.Person.Nationality));
        Assert.Equal([RevealReason.CaseOpened, RevealReason.SuspectedFraud], (await house.Get<AccessLedger>().OfAsync(person)).Select(line => line.Reason).Order());
    }

    [Fact]
    public async Task The_queue_is_paged_by_key_and_the_longest_wait_comes_first()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        for (var at = 0; at < ScreeningDesk.PageSize + 2; at++)
        {
            await house.PassedAsync(Subjects.Listed);
            await house.RoundAsync();
            house.Clock.Advance(TimeSpan.FromMinutes(at % 3));
        }

        var desk = house.Get<ScreeningDesk>();
        var first = await desk.PageAsync(QueueView.Waiting, null, house.Screener());
        var second = await desk.PageAsync(QueueView.Waiting, first.Next, house.Screener());

        Assert.Equal((ScreeningDesk.PageSize, 2, true, false), (first.Rows.Count, second.Rows.Count, first.IsFirst, second.IsFirst));
        Assert.Null(second.Next);
        QueueRow[] all = [.. first.Rows, .. second.Rows];
        Assert.Equal(all.Length, all.Select(row => row.Reference).Distinct().Count());
        Assert.Equal(all.Select(row => row.Since).Order(), all.Select(row => row.Since));
        Assert.Equal(all.Length, await desk.CountAsync(house.Screener()));
    }

    private static Task<Review?> ReviewAsync(House house, Guid person) => house.Get<MyScreening>().OfAsync(house.ActOf(person, Role.Supplier));

    private static Task<Dossier> DossierAsync(House house, Guid person) => house.Get<DossierReader>().ReadAsync(person, house.Clock.Now());

    /// <summary>Which records and tables are there, and how many of each.</summary>
    private static IEnumerable<string> Shape(Dossier dossier) =>
        [.. dossier.Records.Select(record => record.Kind).Order(StringComparer.Ordinal), .. dossier.Tables.Select(table => $"{table.Entity} {table.Rows.Count}")];
}
