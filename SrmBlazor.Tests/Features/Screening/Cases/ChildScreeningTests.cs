using System.Reflection;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What is found about a child is opened and decided with a second person's approval.</summary>
public sealed class ChildScreeningTests
{
    /// <summary>Steps for which nothing is opened: the queue, and the way to the approval.</summary>
    private static readonly string[] NeedNone = ["ScreeningDesk.PageAsync", "ScreeningDesk.CountAsync", "ScreeningDesk.GateAsync", "ScreeningDesk.AskAsync", "ScreeningLog.GateAsync", "ScreeningLog.AskAsync"];

    [Theory, BothProviders]
    public async Task A_childs_case_is_shut_to_every_step_until_somebody_else_approved_and_then_opens_to_whoever_asked_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var own = await HitAsync(house);
        var (desk, act, other) = (house.Get<ScreeningDesk>(), house.Screener(), house.Screener(Subjects.Two));

        var before = await AllAsync(house, own, act);
        var gate = await desk.GateAsync(own.Reference, act);
        Assert.True(await desk.AskAsync(own.Reference, ApprovalReason.LegalRequest, act));
        var asked = await AllAsync(house, own, act);
        var rows = await WaitingCase.AccessRowsAsync(house);
        await ApproveAsync(house);

        Assert.All(before.Concat(asked), answer => Assert.True(IsShut(answer.Result), $"{answer.Name} opened {answer.Result}."));
        Assert.Equal((new Gate(GateState.Shut), 0), (gate, rows));
        Assert.Equal(own.Stamp, (await house.CaseAsync(own.Subject.PersonId!.Value)).Stamp);
        Assert.All(await AllAsync(house, own, other), answer => Assert.True(IsShut(answer.Result), answer.Name));
        Assert.NotNull(await desk.OpenAsync(own.Reference, act));
        Assert.NotNull(await house.Get<ScreeningLog>().WhyAsync(own.Reference, ScreeningLog.DayOf(act.On), act));
        Assert.IsType<ScreeningResult.Done>((await house.Get<ScreeningDecisions>().ClearEachAsync(own.Reference, own.Stamp, [own.Hits.Single().Id], DecisionReason.OtherName, "Another child.", act)).Result);
    }

    [Theory, BothProviders]
    public async Task A_move_is_taken_back_only_while_the_approval_lasts(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var own = await HitAsync(house);
        var moves = house.Get<ScreeningMoves>();
        Assert.True(await house.Get<ScreeningDesk>().AskAsync(own.Reference, ApprovalReason.LegalRequest, house.Screener()));
        await ApproveAsync(house);
        house.Clock.Advance(CaseApproval.Life - TimeSpan.FromSeconds(2));
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningDecisions>().ClaimAsync(own.Reference, own.Stamp, house.Screener()));
        house.Clock.Advance(TimeSpan.FromSeconds(3));

        var late = await moves.UndoAsync(own.Reference, house.Screener());

        Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.NeedsApproval), late);
        Assert.Equal(Subjects.One, (await house.CaseAsync(own.Subject.PersonId!.Value)).HolderId);
        Assert.True(await house.Get<ScreeningDesk>().AskAsync(own.Reference, ApprovalReason.LegalRequest, house.Screener()));
        await ApproveAsync(house);
        Assert.IsType<ScreeningResult.Done>(await moves.UndoAsync(own.Reference, house.Screener()));
        Assert.Null((await house.CaseAsync(own.Subject.PersonId!.Value)).HolderId);
    }

    [Theory, BothProviders]
    public async Task An_auditor_is_answered_about_a_child_once_a_second_person_approved(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var own = await HitAsync(house);
        var (log, auditor, today) = (house.Get<ScreeningLog>(), house.ActOf(Subjects.Four, Role.Auditor), ScreeningLog.DayOf(house.Clock.Now()));

        var (before, gate) = (await log.WhyAsync(own.Reference, today, auditor), await log.GateAsync(own.Reference, today, auditor));
        Assert.True(await log.AskAsync(own.Reference, today, ApprovalReason.LegalRequest, auditor));
        Assert.False(await log.AskAsync(own.Reference, today, ApprovalReason.LegalRequest, auditor));
        var rows = await WaitingCase.AccessRowsAsync(house);
        await ApproveAsync(house);

        Assert.Equal((null, new Gate(GateState.Shut), 0), (before, gate, rows));
        Assert.Equal(ScreeningState.UnderReview, (await log.WhyAsync(own.Reference, today, auditor))!.State);
        Assert.Equal(ReplayAnswer.Same, (await log.AgainAsync(own.Reference, today, auditor))!.Answer);
        Assert.Equal(1, await WaitingCase.AccessRowsAsync(house));
        Assert.Null(await log.WhyAsync(own.Reference, today, house.Screener()));
    }

    [Fact]
    public void No_step_of_a_screener_is_left_out()
    {
        var services = new[] { typeof(ScreeningDesk), typeof(ScreeningDecisions), typeof(ScreeningContests), typeof(ScreeningMoves), typeof(ScreeningLog) };
        var methods = services.SelectMany(service => service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Act))).Select(method => $"{service.Name}.{method.Name}"));

        Assert.Equal(methods.Except(NeedNone).Order(StringComparer.Ordinal), Calls(null!, "", default, [], null!).Select(call => call.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<ScreeningCase> HitAsync(House house)
    {
        await house.ListAsync(Subjects.Row(Registrant.Name, "CN"));
        var (child, _) = await Child.ActivateAsync(house);
        Assert.True(await house.Get<Screenings>().ScreenAsync(child.Person, ScreeningCause.Registration));
        var own = await house.CaseAsync(child.Person);
        Assert.Single(own.Hits);
        return own;
    }

    private static async Task ApproveAsync(House house)
    {
        var (approvals, verifier) = (house.Get<Approvals>(), WaitingCase.ActOf(house));
        Assert.True(await approvals.AnswerAsync((await approvals.ListAsync(verifier)).Single().Id, approve: true, verifier));
    }

    private static async Task<List<(string Name, object? Result)>> AllAsync(House house, ScreeningCase own, Act act)
    {
        List<(string, object?)> results = [];
        foreach (var (name, call) in Calls(house, own.Reference, own.Stamp, [own.Hits.Single().Id], act))
        {
            results.Add((name, await call()));
        }

        return results;
    }

    private static bool IsShut(object? result) => result switch
    {
        null or ScreeningResult.Invalid { Fault: ScreeningFault.NeedsApproval } or ScreeningResult.NotFound => true,
        ClearedTogether { Result: ScreeningResult.Invalid { Fault: ScreeningFault.NeedsApproval }, Hits.Count: 0 } => true,
        _ => false,
    };

    private static IEnumerable<(string Name, Func<Task<object?>> Call)> Calls(House house, string reference, Guid stamp, Guid[] hits, Act act) =>
    [
        ("ScreeningDesk.OpenAsync", async () => await house.Get<ScreeningDesk>().OpenAsync(reference, act)),
        ("ScreeningDesk.StampAsync", async () => await house.Get<ScreeningDesk>().StampAsync(reference, act)),
        ("ScreeningDesk.RevealAsync", async () => await house.Get<ScreeningDesk>().RevealAsync(reference, PersonalData.RevealReason.Review, act)),
        ("ScreeningDecisions.ClaimAsync", async () => await house.Get<ScreeningDecisions>().ClaimAsync(reference, stamp, act)),
        ("ScreeningDecisions.ReleaseAsync", async () => await house.Get<ScreeningDecisions>().ReleaseAsync(reference, stamp, act)),
        ("ScreeningDecisions.ClearAsync", async () => await house.Get<ScreeningDecisions>().ClearAsync(reference, stamp, hits, DecisionReason.OtherName, "A note.", act)),
        ("ScreeningDecisions.ClearEachAsync", async () => await house.Get<ScreeningDecisions>().ClearEachAsync(reference, stamp, hits, DecisionReason.OtherName, "A note.", act)),
        ("ScreeningDecisions.ConfirmAsync", async () => await house.Get<ScreeningDecisions>().ConfirmAsync(reference, stamp, hits, DecisionReason.SamePerson, "A note.", act)),
        ("ScreeningDecisions.EscalateAsync", async () => await house.Get<ScreeningDecisions>().EscalateAsync(reference, stamp, hits, "A note.", act)),
        ("ScreeningDecisions.ApproveAsync", async () => await house.Get<ScreeningDecisions>().ApproveAsync(reference, stamp, hits, act)),
        ("ScreeningDecisions.ReturnAsync", async () => await house.Get<ScreeningDecisions>().ReturnAsync(reference, stamp, hits, "A note.", act)),
        ("ScreeningContests.ProposeAsync", async () => await house.Get<ScreeningContests>().ProposeAsync(reference, stamp, true, "A text.", act)),
        ("ScreeningContests.ApproveAsync", async () => await house.Get<ScreeningContests>().ApproveAsync(reference, stamp, act)),
        ("ScreeningContests.ReturnAsync", async () => await house.Get<ScreeningContests>().ReturnAsync(reference, stamp, act)),
        ("ScreeningMoves.AssignAsync", async () => await house.Get<ScreeningMoves>().AssignAsync(reference, stamp, Subjects.Two, act)),
        ("ScreeningMoves.UndoAsync", async () => await house.Get<ScreeningMoves>().UndoAsync(reference, act)),
        ("ScreeningLog.WhyAsync", async () => await house.Get<ScreeningLog>().WhyAsync(reference, ScreeningLog.DayOf(act.On), act)),
        ("ScreeningLog.AgainAsync", async () => await house.Get<ScreeningLog>().AgainAsync(reference, ScreeningLog.DayOf(act.On), act)),
    ];
}
