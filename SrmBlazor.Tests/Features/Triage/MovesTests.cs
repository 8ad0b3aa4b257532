using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>From hand to hand on the board, and back.</summary>
public sealed class MovesTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Theory, BothProviders]
    public async Task Rows_given_to_a_colleague_are_theirs_and_each_says_so_in_its_own_log(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (desk, claims) = (new Desk(house), house.Get<Claims>());
        var colleague = await ColleagueAsync(house, Role.PrivacyOfficer | Role.Verifier);
        var rows = await RowsAsync(desk);

        var forecast = await claims.ForecastAsync(rows, colleague, takeOver: false, desk.Both);
        var handed = await claims.AssignAsync(rows, colleague, takeOver: false, desk.Both);

        Assert.Equal([HandOutcome.Given, HandOutcome.Given], forecast.Select(one => one.Outcome));
        Assert.Equal([HandOutcome.Given, HandOutcome.Given], handed.Select(one => one.Outcome));
        Assert.All(await RowsAsync(desk), row => Assert.Equal(colleague, row.Holder));
        var step = (await applicant.RequestAsync(reference)).Events[^1];
        Assert.Equal((RequestStep.Assigned, Desk.Me, colleague, RequestState.InProgress), (step.Step, step.By, step.Holder, step.To));
        await using var db = house.Store.Read();
        Assert.Single(await db.Set<Data.Audit.AuditEntry>().Where(entry => entry.Action == "verification.assigned").ToListAsync());
        Assert.DoesNotContain(await db.Set<Data.Audit.AuditEntry>().Select(entry => entry.Detail).ToListAsync(), detail => detail.Contains($"{colleague:N}", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await WaitingRowsAsync(house, applicant.Person));
    }

    [Theory, BothProviders]
    public async Task Whoever_was_slower_is_told_for_each_row_and_nothing_of_theirs_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (first, second) = (await applicant.SubmitAsync(), await applicant.SubmitAsync());
        var (desk, claims) = (new Desk(house), house.Get<Claims>());
        var colleague = await ColleagueAsync(house, Role.PrivacyOfficer);
        var seen = (await RowsAsync(desk, desk.Officer)).OrderBy(row => row.Reference, StringComparer.Ordinal).ToList();
        Applicant.Done(await applicant.Mine.WithdrawAsync(first, applicant.Act));
        Applicant.Done(await applicant.Desk.ClaimAsync(second, await applicant.StampAsync(second), house.ActOf(Desk.Colleague, Role.PrivacyOfficer)));

        var forecast = await claims.ForecastAsync(seen, colleague, takeOver: false, desk.Officer);
        var handed = await claims.AssignAsync(seen, colleague, takeOver: false, desk.Officer);

        Assert.Equal([HandOutcome.Ended, HandOutcome.WithAnother], forecast.Select(one => one.Outcome));
        Assert.Equal([HandOutcome.Ended, HandOutcome.Faster], handed.Select(one => one.Outcome));
        Assert.Equal(Desk.Colleague, (await applicant.RequestAsync(second)).Assignee);
        var taken = await claims.AssignAsync([.. forecast.Skip(1).Select(one => one.Row)], colleague, takeOver: true, desk.Officer);
        Assert.Equal([HandOutcome.Given], taken.Select(one => one.Outcome));
        Assert.Equal(colleague, (await applicant.RequestAsync(second)).Assignee);
    }

    [Theory, BothProviders]
    public async Task A_row_stays_where_it_is_when_the_colleague_or_the_actor_does_not_do_that_work(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        var (desk, claims) = (new Desk(house), house.Get<Claims>());
        var verifier = await ColleagueAsync(house, Role.Verifier);
        var left = await ColleagueAsync(house, Role.PrivacyOfficer | Role.Verifier);
        Assert.True(await house.Get<StaffAccounts>().CloseAsync(left, house.ActOf(Guid.NewGuid(), Role.Administrator)));
        var rows = (await RowsAsync(desk)).OrderBy(row => row.Matter).ToList();

        Assert.Equal([HandOutcome.NotTheirWork, HandOutcome.NotYours], (await claims.ForecastAsync(rows, verifier, takeOver: true, desk.Officer)).Select(one => one.Outcome));
        Assert.Equal([HandOutcome.NotTheirWork, HandOutcome.NotYours], (await claims.AssignAsync(rows, verifier, takeOver: true, desk.Officer)).Select(one => one.Outcome));
        Assert.Equal([HandOutcome.NotTheirWork, HandOutcome.NotTheirWork], (await claims.AssignAsync(rows, left, takeOver: true, desk.Both)).Select(one => one.Outcome));
        Assert.Equal([HandOutcome.NotTheirWork, HandOutcome.Given], (await claims.AssignAsync(rows, verifier, takeOver: true, desk.Both)).Select(one => one.Outcome));
        Assert.DoesNotContain(await house.Get<StaffAccounts>().AtWorkAsync(Role.Verifier, desk.Verifier), one => one.Person == left);
    }

    [Theory, BothProviders]
    public async Task An_appeal_goes_to_nobody_who_decided_what_it_is_about(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var decider = await ColleagueAsync(house, Role.PrivacyOfficer);
        var reference = await applicant.SubmitAsync();
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(decider)));
        Applicant.Done(await applicant.Decisions.AnswerAsync(reference, await applicant.StampAsync(reference), "So it is.", applicant.ActOf(decider)));
        Applicant.Done(await applicant.Mine.AppealAsync(reference, "It is not.", applicant.Act));
        var desk = new Desk(house);
        var row = (await RowsAsync(desk, desk.Officer)).Single(one => one.Reference == reference);

        Assert.Equal(HandOutcome.SomebodyElse, (await house.Get<Claims>().ForecastAsync([row], decider, takeOver: true, desk.Officer))[0].Outcome);
        Assert.Equal(HandOutcome.SomebodyElse, (await house.Get<Claims>().AssignAsync([row], decider, takeOver: true, desk.Officer))[0].Outcome);
        Assert.Null((await applicant.RequestAsync(reference)).Assignee);
    }

    [Theory, BothProviders]
    public async Task A_childs_check_needs_its_approval_to_be_given_away_and_a_childs_request_does_not(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        Applicant.Done(await house.Get<MyRequests>().SubmitAsync(RequestKind.Other, "What do you keep?", "", cooling: false, child.AsRegistrant.Act(house)));
        var desk = new Desk(house);
        var colleague = await ColleagueAsync(house, Role.PrivacyOfficer | Role.Verifier);
        var rows = (await RowsAsync(desk)).OrderBy(row => row.Matter).ToList();

        var forecast = await house.Get<Claims>().ForecastAsync(rows, colleague, takeOver: false, desk.Both);
        var handed = await house.Get<Claims>().AssignAsync(rows, colleague, takeOver: false, desk.Both);

        Assert.Equal(rows.Select(row => row.Matter == Matter.Request ? HandOutcome.Given : HandOutcome.Shut), forecast.Select(one => one.Outcome));
        Assert.Equal(forecast.Select(one => one.Outcome), handed.Select(one => one.Outcome));
        Assert.Contains(HandOutcome.Given, handed.Select(one => one.Outcome));
    }

    /// <summary>Taken, given, put back: each from each pair of hands it can be in before.</summary>
    [Theory, BothProviders]
    public async Task Within_ten_seconds_every_move_is_taken_back_to_the_hands_it_came_from(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (desk, claims) = (new Desk(house), house.Get<Claims>());
        var colleague = await ColleagueAsync(house, Role.PrivacyOfficer | Role.Verifier);
        foreach (var holder in new[] { (Guid?)null, colleague, Desk.Me })
        {
            foreach (var move in new[] { "take", "give", "put back" }.Where(move => move != "put back" || holder == Desk.Me))
            {
                foreach (var row in await HeldByAsync(house, holder))
                {
                    Assert.True(move switch
                    {
                        "take" => await claims.ClaimAsync(row, desk.Both) == ClaimOutcome.Taken,
                        "give" => (await claims.AssignAsync([row], colleague == holder ? Desk.Me : colleague, takeOver: true, desk.Both))[0].Outcome is HandOutcome.Given or HandOutcome.NotTheirWork,
                        _ => await claims.ReleaseAsync(row, desk.Both) == ClaimOutcome.Taken,
                    });
                    house.Clock.Advance(Act.Undoable - Moment);

                    var undone = await claims.UndoAsync([row], desk.Both);

                    var now = (await RowsAsync(desk)).Single(one => one.Id == row.Id);
                    Assert.Equal((holder, row.State), (now.Holder, now.State));
                    Assert.True(undone[0].Outcome == UndoOutcome.Undone || colleague == holder && move == "give");
                    Assert.Equal(UndoOutcome.MovedOn, (await claims.UndoAsync([row], desk.Both))[0].Outcome);
                }
            }
        }

        Assert.Contains((await applicant.RequestAsync(reference)).Events, step => step.Step == RequestStep.Undone && step.By == Desk.Me);
    }

    [Theory, BothProviders]
    public async Task After_ten_seconds_or_once_somebody_else_went_on_nothing_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (desk, claims) = (new Desk(house), house.Get<Claims>());
        var other = house.ActOf(Desk.Colleague, Role.PrivacyOfficer | Role.Verifier);
        foreach (var row in await RowsAsync(desk))
        {
            Assert.Equal(ClaimOutcome.Taken, await claims.ClaimAsync(row, desk.Both));
            Assert.Equal(UndoOutcome.MovedOn, (await claims.UndoAsync([row], other))[0].Outcome);
        }

        house.Clock.Advance(Act.Undoable + Moment);
        Assert.All(await claims.UndoAsync(await RowsAsync(desk), desk.Both), undone => Assert.Equal(UndoOutcome.TooLate, undone.Outcome));
        foreach (var row in await RowsAsync(desk))
        {
            Assert.Equal(ClaimOutcome.Taken, await claims.ReleaseAsync(row, desk.Both));
            var now = (await RowsAsync(desk)).Single(one => one.Id == row.Id);
            Assert.Equal(ClaimOutcome.Taken, await claims.ClaimAsync(now, other with { On = house.Clock.Now() }));
        }

        Assert.All(await claims.UndoAsync(await RowsAsync(desk), desk.Both), undone => Assert.Equal(UndoOutcome.MovedOn, undone.Outcome));
        Assert.All(await RowsAsync(desk), row => Assert.Equal(Desk.Colleague, row.Holder));
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), desk.Officer));
        Applicant.Done(await applicant.Desk.WriteAsync(reference, await applicant.StampAsync(reference), "We are at it.", desk.Officer));
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await house.Get<RequestMoves>().UndoAsync(reference, desk.Officer)));
    }

    private static Task<Guid> ColleagueAsync(House house, Role roles) => Population.Of(house).RegisterAsync($"{Guid.NewGuid():N}@staff.example", roles);

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(Desk desk, Act? act = null) => (await desk.Board.PageAsync(new BoardFilter(), BoardPlace.First, act ?? desk.Both)).Rows;

    /// <summary>A request and a check, in these hands for long.</summary>
    private static async Task<IReadOnlyList<BoardRow>> HeldByAsync(House house, Guid? holder)
    {
        var desk = new Desk(house);
        foreach (var row in (await RowsAsync(desk)).Where(row => row.Holder != holder))
        {
            var free = row;
            if (row.Holder is { } had)
            {
                Assert.Equal(ClaimOutcome.Taken, await house.Get<Claims>().ReleaseAsync(row, house.ActOf(had, Role.PrivacyOfficer | Role.Verifier)));
                free = (await RowsAsync(desk)).Single(one => one.Id == row.Id);
            }

            if (holder is { } has)
            {
                Assert.Equal(ClaimOutcome.Taken, await house.Get<Claims>().ClaimAsync(free, house.ActOf(has, Role.PrivacyOfficer | Role.Verifier)));
            }
        }

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return await RowsAsync(desk);
    }

    private static async Task<int> WaitingRowsAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return await db.Set<AccessEntry>().CountAsync(entry => entry.PersonId == person);
    }
}
