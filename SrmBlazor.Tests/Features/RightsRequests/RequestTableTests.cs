using System.Reflection;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is not on the drawn way cannot be done to the entity.</summary>
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
}
