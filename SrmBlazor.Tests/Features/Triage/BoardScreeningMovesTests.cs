using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>Screenings go from hand to hand on the board, and to nobody who must not decide them.</summary>
public sealed class BoardScreeningMovesTests
{
    /// <summary>Taken, given, put back: each from each pair of hands it can be in before.</summary>
    [Theory, BothProviders]
    public async Task It_goes_from_hand_to_hand_and_within_ten_seconds_back(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var claims = house.Get<Claims>();
        var (me, colleague) = (await StaffAsync(house, Role.Screener), await StaffAsync(house, Role.Screener));
        foreach (var holder in new[] { (Guid?)null, colleague, me })
        {
            foreach (var move in new[] { "take", "give", "put back" }.Where(move => move != "put back" || holder == me))
            {
                await PutAsync(holder);
                var row = await OneAsync();
                var to = move == "put back" ? (Guid?)null : move == "give" ? (colleague == holder ? me : colleague) : me;
                Assert.True(move switch
                {
                    "take" => await claims.ClaimAsync(row, house.Screener(me)) == ClaimOutcome.Taken,
                    "give" => Assert.Single(await claims.AssignAsync([row], to!.Value, takeOver: true, house.Screener(me))).Outcome == HandOutcome.Given,
                    _ => await claims.ReleaseAsync(row, house.Screener(me)) == ClaimOutcome.Taken,
                });
                Assert.Equal(to, (await OneAsync()).Holder);
                Assert.Equal(ClaimOutcome.Faster, await claims.ClaimAsync(row, house.Screener(colleague)));
                Assert.Equal(UndoOutcome.MovedOn, Assert.Single(await claims.UndoAsync([row], house.Screener(Subjects.Three))).Outcome);
                house.Clock.Advance(Act.Undoable);

                var undone = await claims.UndoAsync([row], house.Screener(me));

                Assert.Equal((UndoOutcome.Undone, holder), (Assert.Single(undone).Outcome, (await OneAsync()).Holder));
                Assert.Equal(UndoOutcome.MovedOn, Assert.Single(await claims.UndoAsync([row], house.Screener(me))).Outcome);
            }
        }

        await PutAsync(null);
        Assert.Equal(ClaimOutcome.Taken, await claims.ClaimAsync(await OneAsync(), house.Screener(me)));
        house.Clock.Advance(Act.Undoable + TimeSpan.FromSeconds(1));
        Assert.Equal(UndoOutcome.TooLate, Assert.Single(await claims.UndoAsync([await OneAsync()], house.Screener(me))).Outcome);
        Assert.Contains(ScreeningEventKind.TakenBack, await house.KindsAsync(person));

        async Task<BoardRow> OneAsync() => Assert.Single(await house.Get<Board>().FindAsync((await house.CaseAsync(person)).Reference, house.Screener()));

        async Task PutAsync(Guid? holder)
        {
            if ((await OneAsync()).Holder is { } had && had != holder)
            {
                Assert.Equal(ClaimOutcome.Taken, await claims.ReleaseAsync(await OneAsync(), house.Screener(had)));
            }

            if (holder is { } has && (await OneAsync()).Holder != has)
            {
                Assert.Equal(ClaimOutcome.Taken, await claims.ClaimAsync(await OneAsync(), house.Screener(has)));
            }
        }
    }

    [Theory, BothProviders]
    public async Task It_goes_to_nobody_who_must_not_decide_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var claims = house.Get<Claims>();
        var (proposer, second, verifier) = (await StaffAsync(house, Role.Screener), await StaffAsync(house, Role.Screener), await StaffAsync(house, Role.Verifier));
        await house.ConfirmAsync(person, proposer);
        await IsAsync(HandOutcome.SomebodyElse, proposer);
        await IsAsync(HandOutcome.NotTheirWork, verifier);
        await IsAsync(HandOutcome.NotTheirWork, person);
        Assert.Equal(ClaimOutcome.SomebodyElse, await claims.ClaimAsync(await OneAsync(), house.Screener(proposer)));
        await IsAsync(HandOutcome.Given, second);
        Assert.Equal(ClaimOutcome.Taken, await claims.ReleaseAsync(await OneAsync(), house.Screener(second)));
        await house.ApproveAsync(person, second);
        await IsAsync(HandOutcome.Ended, proposer);
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(person, Role.Supplier)));
        await IsAsync(HandOutcome.SomebodyElse, proposer);
        await IsAsync(HandOutcome.SomebodyElse, second);

        async Task<BoardRow> OneAsync() => Assert.Single(await house.Get<Board>().FindAsync((await house.CaseAsync(person)).Reference, house.Screener()));

        async Task IsAsync(HandOutcome outcome, Guid colleague)
        {
            var row = await OneAsync();
            Assert.Equal(outcome, Assert.Single(await claims.ForecastAsync([row], colleague, takeOver: false, house.Screener())).Outcome);
            Assert.Equal(outcome, Assert.Single(await claims.AssignAsync([row], colleague, takeOver: false, house.Screener())).Outcome);
        }
    }

    [Theory, BothProviders]
    public async Task A_childs_case_says_so_and_moves_only_once_a_second_person_approved(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await using (var work = await house.Store.WriteAsync())
        {
            work.Begin(person, For.ChildData, house.System, "test");
            work.End(person, For.ChildData, house.System, "test");
            await work.CommitAsync();
        }

        var claims = house.Get<Claims>();
        var row = Assert.Single((await house.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, house.Screener())).Rows);
        var colleague = await StaffAsync(house, Role.Screener);

        Assert.True(row.OfChild);
        Assert.Equal(ClaimOutcome.Shut, await claims.ClaimAsync(row, house.Screener()));
        Assert.Equal(HandOutcome.Shut, Assert.Single(await claims.ForecastAsync([row], colleague, takeOver: false, house.Screener())).Outcome);
        Assert.Equal(HandOutcome.Shut, Assert.Single(await claims.AssignAsync([row], colleague, takeOver: false, house.Screener())).Outcome);
        Assert.Equal((null, row.Stamp), ((await house.CaseAsync(person)).HolderId, (await house.CaseAsync(person)).Stamp));
    }

    private static Task<Guid> StaffAsync(House house, Role roles) => Population.Of(house).RegisterAsync($"{Guid.NewGuid():N}@staff.example", roles);
}
