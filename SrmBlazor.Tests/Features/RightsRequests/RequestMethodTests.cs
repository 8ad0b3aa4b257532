using System.IO.Pipelines;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Features.Transfers;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is not on the drawn way cannot be done through any method of a service.</summary>
public sealed class RequestMethodTests
{
    /// <summary>They begin a request, which is a step of its own, or take none.</summary>
    private static readonly string[] NoStep =
    [
        "MyRequests.SubmitAsync", "MyDeletions.SubmitAsync", "MyRestrictions.SubmitAsync", "RequestEntry.RegisterAsync",
        "DeletionDesk.ChooseAsync", "TransferDesk.CheckAsync", "CaseNotes.AddAsync",
        "CaseTasks.FinishAsync", "CaseTasks.LeaveOutAsync", "CaseTasks.ReopenAsync", "CaseTasks.TakeAsync", "CaseTasks.GiveBackAsync",
        "DeskWork.DoAsync",
    ];

    [Fact]
    public async Task No_method_of_a_service_takes_a_step_that_is_not_drawn()
    {
        var shredder = new Shredder(RequestKind.Delete);
        await using var house = await Applicant.HouseWithAsync(shredder);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync(RequestKind.Delete);
        var stranger = new Stranger(house);
        var followed = (await stranger.AskAsync(Stranger.Own)).Reference;
        var token = (await stranger.LetterAsync("RequestReceived")).Link!.Segments[^1];
        var methods = Methods(applicant, reference, token, followed).ToList();
        foreach (var state in Enum.GetValues<RequestState>())
        {
            foreach (var (step, own, ask) in methods.Where(method => !RequestTable.Allows(state, method.Step)))
            {
                await SetAsync(house, state);
                var before = await applicant.RequestAsync(own);

                var result = await ask.Compile()(before.Stamp);

                Assert.True(result is RequestResult.Invalid { Fault: RequestFault.NotNow or RequestFault.SomebodyElse }, $"{ask} from {state}: {result}");
                var after = await applicant.RequestAsync(own);
                Assert.Equal((before.Stamp, before.Turns, state), (after.Stamp, after.Turns, after.State));
            }
        }

        Assert.Empty(shredder.Asked);
        Assert.Equal(
            typeof(RightsRequest).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.ReturnType == typeof(Task<RequestResult>)).Select(NameOf).Order(),
            methods.Select(method => NameOf(((MethodCallExpression)method.Ask.Body).Method)).Concat(NoStep).Distinct().Order());
    }

    private static string NameOf(System.Reflection.MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<(RequestStep Step, string Reference, Expression<Func<Guid, Task<RequestResult>>> Ask)> Methods(Applicant one, string reference, string token, string followed)
    {
        var (officer, second) = (one.ActOf(Applicant.Officer), one.ActOf(Applicant.Second));
        var (moves, representations, proofs, replies, guest) = (one.House.Get<RequestMoves>(), one.House.Get<Representations>(), one.House.Get<RequestProofs>(), one.House.Get<Replies>(), one.House.Get<FollowedRequests>());
        IReadOnlyCollection<string> kinds = ["identity"];
        var day = DateOnly.FromDateTime(one.House.Clock.GetUtcNow().UtcDateTime).AddDays(30);
        const string text = "Because.";
        return
        [
            (RequestStep.Wrote, reference, _ => one.Mine.WriteAsync(reference, text, one.Act)),
            (RequestStep.Withdrawn, reference, _ => one.Mine.WithdrawAsync(reference, one.Act)),
            (RequestStep.Appealed, reference, _ => one.Mine.AppealAsync(reference, text, one.Act)),
            (RequestStep.Wrote, followed, _ => guest.WriteAsync(token, followed, text)),
            (RequestStep.Withdrawn, followed, _ => guest.WithdrawAsync(token, followed)),
            (RequestStep.Appealed, followed, _ => guest.AppealAsync(token, followed, text)),
            (RequestStep.EvidenceKept, followed, _ => guest.KeepAsync(token, followed, Picture(), CancellationToken.None)),
            (RequestStep.EvidenceKept, reference, _ => proofs.KeepAsync(reference, Picture(), officer, CancellationToken.None)),
            (RequestStep.Claimed, reference, stamp => one.Desk.ClaimAsync(reference, stamp, officer)),
            (RequestStep.Assigned, reference, stamp => moves.AssignAsync(reference, stamp, Applicant.Second, officer)),
            (RequestStep.Released, reference, stamp => one.Desk.ReleaseAsync(reference, stamp, officer)),
            (RequestStep.Undone, reference, _ => moves.UndoAsync(reference, officer)),
            (RequestStep.IdentityProved, reference, stamp => one.Desk.ProveAsync(reference, stamp, officer)),
            (RequestStep.IdentityProved, reference, stamp => representations.ConfirmAsync(reference, stamp, true, day, officer)),
            (RequestStep.IdentityAsked, reference, stamp => one.Desk.AskIdentityAsync(reference, stamp, text, false, officer)),
            (RequestStep.AuthorityAsked, reference, stamp => one.Desk.AskIdentityAsync(reference, stamp, text, true, officer)),
            (RequestStep.ClarificationAsked, reference, stamp => one.Desk.AskClarificationAsync(reference, stamp, text, officer)),
            (RequestStep.Wrote, reference, stamp => one.Desk.WriteAsync(reference, stamp, text, officer)),
            (RequestStep.Wrote, reference, stamp => replies.SendAsync(reference, stamp, ReplySituation.Received, officer)),
            (RequestStep.Paused, reference, stamp => one.Desk.PauseAsync(reference, stamp, officer)),
            (RequestStep.Resumed, reference, stamp => one.Desk.ResumeAsync(reference, stamp, officer)),
            (RequestStep.Extended, reference, stamp => one.Desk.ExtendAsync(reference, stamp, text, officer)),
            (RequestStep.Decided, reference, stamp => one.Decisions.AnswerAsync(reference, stamp, text, officer)),
            (RequestStep.Proposed, reference, stamp => one.Decisions.ProposeAsync(reference, stamp, RequestOutcome.Refused, DenialGround.NotCovered, text, officer)),
            (RequestStep.Proposed, reference, stamp => representations.RefuseAsync(reference, stamp, text, officer)),
            (RequestStep.Returned, reference, stamp => one.Decisions.ReturnAsync(reference, stamp, text, second)),
            (RequestStep.Returned, reference, stamp => one.Decisions.ApproveAsync(reference, stamp, second)),
            (RequestStep.Overturned, reference, stamp => one.Decisions.OverturnAsync(reference, stamp, text, second)),
            (RequestStep.Upheld, reference, stamp => one.Decisions.UpholdAsync(reference, stamp, text, second)),
            (RequestStep.Restricted, reference, stamp => one.Decisions.RestrictAsync(reference, stamp, kinds, officer)),
        ];
    }

    private static PipeReader Picture() => PipeReader.Create(new MemoryStream(Pictures.Jpeg(320, 240)));

    private static async Task SetAsync(House house, RequestState state) =>
        await house.Store.UpdateAsync(db => db.Set<RightsRequest>().ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state)));
}
