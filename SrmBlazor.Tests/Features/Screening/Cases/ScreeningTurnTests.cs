using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>In whose hands a case is, and in whose it cannot come.</summary>
public sealed class ScreeningTurnTests
{
    [Theory, BothProviders]
    public async Task Whoever_may_not_go_on_with_a_case_does_not_keep_it_in_hand(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        List<Guid?> holders = [];

        await TakeAsync(Subjects.One);
        await house.ConfirmAsync(person);
        await NoteAsync();
        await TakeAsync(Subjects.Two);
        await NoteAsync();
        await house.ApproveAsync(person);
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(person, Role.Supplier)));
        await NoteAsync();
        await TakeAsync(Subjects.Three);
        await AnswerAsync(Subjects.Three);
        await NoteAsync();

        Assert.Equal([null, Subjects.Two, null, null], holders);

        async Task TakeAsync(Guid who) => Assert.IsType<ScreeningResult.Done>(await ClaimAsync(house, person, who));
        async Task NoteAsync() => holders.Add((await house.CaseAsync(person)).HolderId);
        async Task AnswerAsync(Guid who)
        {
            var own = await house.CaseAsync(person);
            Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, "You are.", house.Screener(who)));
            Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), await ClaimAsync(house, person, who));
            Assert.Equal((false, true), ((await house.Get<ScreeningDesk>().OpenAsync(own.Reference, house.Screener(who)))!.MayClaim, (await house.Get<ScreeningDesk>().OpenAsync(own.Reference, house.Screener(Subjects.Four)))!.MayClaim));
        }
    }

    [Theory, BothProviders]
    public async Task Whoever_escalated_does_not_keep_it_in_hand_and_whoever_answers_a_contest_is_not_given_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (person, colleague) = (await house.HitAsync(), await StaffAsync(house));
        Assert.IsType<ScreeningResult.Done>(await ClaimAsync(house, person, Subjects.One));
        await house.EscalateAsync(person);
        var escalated = (await house.CaseAsync(person)).HolderId;
        await house.ConfirmAsync(person, Subjects.Two);
        await house.ApproveAsync(person, Subjects.Three);
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(person, Role.Supplier)));
        var own = await house.CaseAsync(person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, "You are.", house.Screener(colleague)));

        Assert.Null(escalated);
        Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), await AssignAsync(house, person, colleague));
        Assert.IsType<ScreeningResult.Done>(await AssignAsync(house, person, await StaffAsync(house)));
    }

    [Theory, BothProviders]
    public async Task A_case_that_waits_for_nobody_comes_into_no_hands_and_no_page_offers_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (confirmed, cleared, clear, colleague) = (await house.HitAsync(), await house.HitAsync(), await house.PassedAsync("Ysmene Dombrelune"), await StaffAsync(house));
        await house.RoundAsync();
        var offered = await MayClaimAsync(confirmed);
        await house.ConfirmByTwoAsync(confirmed);
        await house.ClearByTwoAsync(cleared);

        Assert.True(offered);
        foreach (var person in (Guid[])[confirmed, cleared, clear])
        {
            Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.NotNow), await ClaimAsync(house, person, Subjects.Three));
            Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.NotNow), await AssignAsync(house, person, colleague));
            Assert.False(await MayClaimAsync(person));
            Assert.Null((await house.CaseAsync(person)).HolderId);
        }

        async Task<bool> MayClaimAsync(Guid person) => (await house.Get<ScreeningDesk>().OpenAsync((await house.CaseAsync(person)).Reference, house.Screener(Subjects.Three)))!.MayClaim;
    }

    private static Task<ScreeningResult> ClaimAsync(House house, Guid person, Guid who) => house.DoAsync(person, (decisions, own, _) => decisions.ClaimAsync(own.Reference, own.Stamp, house.Screener(who)));

    private static async Task<ScreeningResult> AssignAsync(House house, Guid person, Guid colleague)
    {
        var own = await house.CaseAsync(person);
        return await house.Get<ScreeningMoves>().AssignAsync(own.Reference, own.Stamp, colleague, house.Screener(Subjects.Four));
    }

    private static Task<Guid> StaffAsync(House house) => Population.Of(house).RegisterAsync($"{Guid.NewGuid():N}@staff.example", Role.Screener);
}
