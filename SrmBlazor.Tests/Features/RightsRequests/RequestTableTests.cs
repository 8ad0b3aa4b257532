using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is not on the drawn way cannot be done: not to the entity, and not through any method of a service.</summary>
public sealed class RequestTableTests
{
    public static TheoryData<RequestState> States => [.. Enum.GetValues<RequestState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void The_entity_takes_no_step_that_is_not_drawn(RequestState state)
    {
        var drawn = RequestTable.Possible[state];

        Assert.Equal(drawn.Order(), Enum.GetValues<RequestStep>().Where(step => RequestWay.Allows(state, step)).Order());
        foreach (var (step, act) in Moves().Where(move => !drawn.Contains(move.Step)))
        {
            var request = At(state);

            Assert.Throws<InvalidOperationException>(() => act(request));

            Assert.Equal((state, 1), (request.State, request.Turns));
            Assert.NotEqual(default, step);
        }
    }

    [Fact]
    public async Task No_method_of_a_service_takes_a_step_that_is_not_drawn()
    {
        var shredder = new Shredder(RequestKind.Delete);
        await using var house = await Applicant.HouseWithAsync(shredder);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync(RequestKind.Delete);
        foreach (var state in Enum.GetValues<RequestState>())
        {
            foreach (var (step, ask) in Methods(applicant, reference).Where(method => !RequestTable.Allows(state, method.Step)))
            {
                await SetAsync(house, state);
                var before = await applicant.RequestAsync(reference);

                var result = await ask(before.Stamp);

                Assert.True(result is RequestResult.Invalid { Fault: RequestFault.NotNow or RequestFault.SomebodyElse }, $"{step} from {state}: {result}");
                var after = await applicant.RequestAsync(reference);
                Assert.Equal((before.Stamp, before.Turns, state), (after.Stamp, after.Turns, after.State));
            }
        }

        Assert.Empty(shredder.Asked);
    }

    private static IEnumerable<(RequestStep Step, Func<Guid, Task<RequestResult>> Ask)> Methods(Applicant one, string reference)
    {
        var (officer, second) = (one.ActOf(Applicant.Officer), one.ActOf(Applicant.Second));
        const string text = "Because.";
        return
        [
            (RequestStep.Wrote, _ => one.Mine.WriteAsync(reference, text, one.Act)),
            (RequestStep.Withdrawn, _ => one.Mine.WithdrawAsync(reference, one.Act)),
            (RequestStep.Appealed, _ => one.Mine.AppealAsync(reference, text, one.Act)),
            (RequestStep.Claimed, stamp => one.Desk.ClaimAsync(reference, stamp, officer)),
            (RequestStep.Assigned, stamp => one.House.Get<RequestMoves>().AssignAsync(reference, stamp, Applicant.Second, officer)),
            (RequestStep.Released, stamp => one.Desk.ReleaseAsync(reference, stamp, officer)),
            (RequestStep.Undone, _ => one.House.Get<RequestMoves>().UndoAsync(reference, officer)),
            (RequestStep.IdentityProved, stamp => one.Desk.ProveAsync(reference, stamp, officer)),
            (RequestStep.IdentityAsked, stamp => one.Desk.AskIdentityAsync(reference, stamp, text, authority: false, officer)),
            (RequestStep.AuthorityAsked, stamp => one.Desk.AskIdentityAsync(reference, stamp, text, authority: true, officer)),
            (RequestStep.ClarificationAsked, stamp => one.Desk.AskClarificationAsync(reference, stamp, text, officer)),
            (RequestStep.Wrote, stamp => one.Desk.WriteAsync(reference, stamp, text, officer)),
            (RequestStep.Paused, stamp => one.Desk.PauseAsync(reference, stamp, officer)),
            (RequestStep.Resumed, stamp => one.Desk.ResumeAsync(reference, stamp, officer)),
            (RequestStep.Extended, stamp => one.Desk.ExtendAsync(reference, stamp, text, officer)),
            (RequestStep.Decided, stamp => one.Decisions.AnswerAsync(reference, stamp, text, officer)),
            (RequestStep.Proposed, stamp => one.Decisions.ProposeAsync(reference, stamp, RequestOutcome.Refused, DenialGround.NotCovered, text, officer)),
            (RequestStep.Returned, stamp => one.Decisions.ReturnAsync(reference, stamp, text, second)),
            (RequestStep.Returned, stamp => one.Decisions.ApproveAsync(reference, stamp, second)),
            (RequestStep.Overturned, stamp => one.Decisions.OverturnAsync(reference, stamp, text, second)),
            (RequestStep.Upheld, stamp => one.Decisions.UpholdAsync(reference, stamp, text, second)),
            (RequestStep.Restricted, stamp => one.Decisions.RestrictAsync(reference, stamp, ["identity"], officer)),
        ];
    }

    private static IEnumerable<(RequestStep Step, Action<RightsRequest> Act)> Moves()
    {
        var (act, message, answer) = (new Act(Guid.NewGuid(), Role.PrivacyOfficer, new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc)), Guid.NewGuid(), new RequestAnswer(Guid.NewGuid(), "en", "CN"));
        return
        [
            (RequestStep.IdentityProved, one => one.ProveIdentity(act)),
            (RequestStep.IdentityAsked, one => one.AskIdentity(message, act)),
            (RequestStep.AuthorityAsked, one => one.AskAuthority(message, act)),
            (RequestStep.EvidenceKept, one => one.KeepEvidence(message, act)),
            (RequestStep.Reminded, one => one.Remind(message, act)),
            (RequestStep.Expired, one => one.Expire(answer, act)),
            (RequestStep.Reopened, one => one.Reopen(message, act)),
            (RequestStep.Claimed, one => one.Claim(act)),
            (RequestStep.Assigned, one => one.Assign(Guid.NewGuid(), act)),
            (RequestStep.Released, one => one.Release(act)),
            (RequestStep.Undone, one => one.Undo(one.Events[^1], null, act)),
            (RequestStep.ClarificationAsked, one => one.AskClarification(message, act)),
            (RequestStep.Clarified, one => one.Clarify(message, act)),
            (RequestStep.WentOn, one => one.GoOn(act)),
            (RequestStep.Wrote, one => one.Write(message, act)),
            (RequestStep.Paused, one => one.Pause(Shared.Deadlines.PauseReason.IdentityCheck, lawful: true, act)),
            (RequestStep.Resumed, one => one.Resume(act)),
            (RequestStep.Extended, one => one.Extend(message, lawful: true, act)),
            (RequestStep.Restricted, one => one.Restrict(1, act)),
            (RequestStep.Proposed, one => one.Propose(RequestOutcome.Refused, DenialGround.InsufficientVerification, answer, act)),
            (RequestStep.Returned, one => one.Return(message, act)),
            (RequestStep.Returned, one => one.Approve(carriedOut: true, act)),
            (RequestStep.ExecutionFailed, one => one.Fail("away", act)),
            (RequestStep.CheckBegun, one => one.BeginCheck(act)),
            (RequestStep.CheckFailed, one => one.FailCheck(act)),
            (RequestStep.Escalated, one => one.Escalate(act)),
            (RequestStep.Decided, one => one.Answer(answer, act)),
            (RequestStep.Decided, one => one.Finish(true, answer, Guid.NewGuid(), act)),
            (RequestStep.Withdrawn, one => one.Withdraw(answer, act)),
            (RequestStep.HoldEnded, one => one.EndHold(act)),
            (RequestStep.Appealed, one => one.Appeal(message, act)),
            (RequestStep.Overturned, one => one.Overturn(message, new DateOnly(2026, 3, 2), act)),
            (RequestStep.Upheld, one => one.Uphold(answer, act)),
            (RequestStep.Closed, one => one.Close(act)),
            (RequestStep.ExecutionBegun, one => one.RunByItself(act)),
            (RequestStep.ExecutionBegun, one => one.EndCooling(act)),
            (RequestStep.ExecutionBegun, one => one.Retry(act)),
        ];
    }

    private static RightsRequest At(RequestState state)
    {
        var act = new Act(Guid.NewGuid(), Role.Supplier, new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc));
        var request = RightsRequest.Submit(new NewRequest(act.Who, RequestKind.Other, "CN", "en", RequestChannel.Letter, new DateOnly(2026, 3, 1), Guid.NewGuid()), 7, act);
        typeof(RightsRequest).GetProperty(nameof(RightsRequest.State), BindingFlags.Public | BindingFlags.Instance)!.SetValue(request, state);
        return request;
    }

    private static async Task SetAsync(House house, RequestState state) =>
        await house.Store.UpdateAsync(db => db.Set<RightsRequest>().ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state)));
}
