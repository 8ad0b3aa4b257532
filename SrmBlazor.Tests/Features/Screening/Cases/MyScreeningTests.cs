using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
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
    public async Task A_contest_ends_with_what_it_contests_and_what_is_confirmed_again_is_contested_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var supplier = house.ActOf(person, Role.Supplier);
        await house.ConfirmByTwoAsync(person);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await ContestAsync("I am somebody else."));
        var before = await house.CaseAsync(person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ProposeAsync(before.Reference, before.Stamp, overturns: true, "You were right.", house.Screener(Subjects.Three)));
        house.Clock.Advance(TimeSpan.FromHours(1));

        await house.ListAsync(Subjects.Row("Tolbert Quiverley", "GB"));
        await house.RoundAsync();

        var own = await house.CaseAsync(person);
        Assert.Equal((ScreeningState.Escalated, false, ScreeningTurn.Screener), (own.State, own.IsContested, own.Turn!.Value));
        Assert.Equal(ScreeningEventKind.ContestOvertaken, (await house.KindsAsync(person))[^1]);
        foreach (var who in (Guid[])[Subjects.One, Subjects.Two, Subjects.Three, Subjects.Four])
        {
            Assert.IsType<ScreeningResult.NotFound>(await house.Get<ScreeningContests>().ApproveAsync(own.Reference, own.Stamp, house.Screener(who)));
            Assert.IsType<ScreeningResult.NotFound>(await house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, "You were right.", house.Screener(who)));
        }

        Assert.Null((await house.Get<ScreeningDesk>().OpenAsync(own.Reference, house.Screener(Subjects.Four)))!.Contest);
        Assert.False(Assert.Single((await house.Get<ScreeningDesk>().PageAsync(QueueView.Waiting, null, house.Screener())).Rows).Contested);
        var told = (await ReviewAsync(house, person))!;
        Assert.Equal((ReviewState.UnderReview, "I am somebody else.", null, true), (told.State, told.Contest, told.Answer, told.IsOvertaken));
        Assert.Equal(["ObjectionOvertaken", "RegistrationDecided"], await LettersAsync());

        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.ConfirmByTwoAsync(person);
        Assert.True((await ReviewAsync(house, person))!.MayContest);
        Assert.True(await ContestAsync("Still not."));
        Assert.False(await ContestAsync("Really."));
        var again = (await ReviewAsync(house, person))!;
        Assert.Equal(("Still not.", false, true), (again.Contest, again.IsOvertaken, (await house.CaseAsync(person)).IsContested));

        Task<bool> ContestAsync(string text) => house.Get<MyScreening>().ContestAsync(text, supplier with { On = house.Clock.Now() });
        async Task<IReadOnlyList<string>> LettersAsync()
        {
            await using var db = house.Store.Read();
            return await db.Set<OutboxMail>().Where(mail => mail.PersonId == person).Select(mail => mail.Letter).Order().ToListAsync();
        }
    }

    [Fact]
    public async Task A_hit_that_is_confirmed_beside_one_that_is_contested_leaves_the_contest_open()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await house.ConfirmByTwoAsync(person);
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(person, Role.Supplier)));
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.ListAsync(Subjects.Row(Subjects.Listed), Subjects.Row("Odrin Zantropow"));
        await house.RoundAsync();
        await house.ConfirmByTwoAsync(person);

        var more = await house.Get<MyScreening>().ContestAsync("Nor this.", house.ActOf(person, Role.Supplier));
        var review = (await ReviewAsync(house, person))!;

        Assert.Equal((2, false), ((await house.CaseAsync(person)).Hits.Count(hit => hit.State == HitState.Confirmed), more));
        Assert.Equal((ReviewState.Decided, "I am somebody else.", null, false), (review.State, review.Contest, review.Answer, review.IsOvertaken));
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
