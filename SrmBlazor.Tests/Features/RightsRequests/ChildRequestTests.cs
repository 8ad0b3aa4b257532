using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is asked about a child's data is opened with a second person's approval.</summary>
public sealed class ChildRequestTests
{
    private const string Words = "Canary of the child: the cormorant knows it all.";
    private const string NewName = "Qvarnström Zylphia Cormorant";
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    /// <summary>Steps for which nothing is opened, and what is not about a request that was made before.</summary>
    private static readonly string[] NeedNone =
        ["RequestDesk.ClaimAsync", "RequestDesk.ReleaseAsync", "RequestMoves.AssignAsync", "RequestMoves.UndoAsync", "RequestGate.GateAsync", "RequestGate.AskAsync", "CaseVisits.LeaveAsync", "CaseVisits.WriteMineAsync", "CaseVisits.IsOfficeWritingAsync"];

    [Theory, BothProviders]
    [Promise("P-7-X1")]
    public async Task A_childs_request_is_shut_to_every_service_and_leaves_no_look_in_the_ledger(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        var reference = await ProposeAsync(house, child);
        var before = await RequestAsync(house, reference);

        var answers = await AllAsync(house, reference, before.Stamp, house.ActOf(Officer, Role.PrivacyOfficer));

        Assert.All(answers, answer => Assert.True(IsShut(answer.Result), $"{answer.Name} opened {answer.Result?.GetType().Name}."));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        Assert.Equal(before.Stamp, (await RequestAsync(house, reference)).Stamp);
        Assert.Equal(new Gate(GateState.Shut), await house.Get<RequestGate>().GateAsync(reference, house.ActOf(Officer, Role.PrivacyOfficer)));
        Assert.True(await house.Get<RequestGate>().AskAsync(reference, ApprovalReason.AnswerRequest, house.ActOf(Officer, Role.PrivacyOfficer)));
        Assert.All(await AllAsync(house, reference, before.Stamp, house.ActOf(Officer, Role.PrivacyOfficer)), answer => Assert.True(IsShut(answer.Result), answer.Name));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Fact]
    public void No_service_for_staff_is_left_out()
    {
        var services = new[] { typeof(RequestDesk), typeof(RequestDecisions), typeof(Representations), typeof(RequestProofs), typeof(RequestMoves), typeof(Replies), typeof(RequestGate), typeof(CaseTasks), typeof(CaseNotes), typeof(CaseVisits), typeof(CorrectionDesk) };
        var methods = services.SelectMany(service => service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Act))).Select(method => $"{service.Name}.{method.Name}"));

        Assert.Equal(methods.Except(NeedNone).Order(StringComparer.Ordinal), Calls(null!, "", default, null!).Select(call => call.Name).Order(StringComparer.Ordinal));
    }

    [Theory, BothProviders]
    public async Task The_list_says_so_without_opening_and_it_may_be_taken_in_hand_and_given_back(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        var reference = await SubmitAsync(house, child);
        var grown = await (await Applicant.BeginAsync(house)).SubmitAsync();
        var (desk, act) = (house.Get<RequestDesk>(), house.ActOf(Officer, Role.PrivacyOfficer));

        var claimed = Applicant.Done(await desk.ClaimAsync(reference, (await RequestAsync(house, reference)).Stamp, act));
        var list = (await house.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, act)).Rows;
        Applicant.Done(await desk.ReleaseAsync(reference, claimed.Stamp, act));

        Assert.Equal([(reference, true), (grown, false)], list.OrderBy(row => row.Reference, StringComparer.Ordinal).Select(row => (row.Reference, row.OfChild)));
        Assert.DoesNotContain("Canary", JsonSerializer.Serialize(list), StringComparison.Ordinal);
        Assert.Equal(new Gate(GateState.Free), await house.Get<RequestGate>().GateAsync(grown, act));
        Assert.False(await house.Get<RequestGate>().AskAsync(grown, ApprovalReason.AnswerRequest, act));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Theory, BothProviders]
    [Promise("P-7-X1")]
    public async Task With_an_approval_words_name_and_correction_open_to_whoever_asked_for_a_day_each_with_its_row(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        var reference = await SubmitAsync(house, child);

        await ApproveAsync(house, reference, WaitingCase.ActOf(house));

        var act = house.ActOf(Officer, Role.PrivacyOfficer);
        var opened = (await house.Get<RequestDesk>().OpenAsync(reference, act))!;
        Assert.Equal((Words, "Q••• Z•••", true), (opened.Steps[0].Text, opened.Person!.Name, opened.Row.NeedsSecond));
        Assert.Equal(Registrant.Name, await house.Get<RequestDesk>().RevealAsync(reference, RevealReason.PersonAsked, act));
        Assert.Equal(["", "identity"], await KindsSeenAsync(house));
        var correction = await ProposeAsync(house, child);
        await ApproveAsync(house, correction, house.ActOf(Second, Role.PrivacyOfficer));
        Assert.Equal("Q••• Z••• C•••", Assert.Single(await house.Get<CorrectionDesk>().OpenAsync(correction, act)).After);
        Assert.Equal(NewName, Assert.Single(await house.Get<CorrectionDesk>().RevealAsync(correction, RevealReason.PersonAsked, act)).After);
        Assert.Equal(["", "correction-proposal", "identity"], await KindsSeenAsync(house));
        Applicant.Done(await house.Get<RequestDesk>().ClaimAsync(reference, opened.Stamp, act));
        Assert.Null(await house.Get<RequestDesk>().OpenAsync(reference, house.ActOf(Second, Role.PrivacyOfficer)));
        house.Clock.Advance(CaseApproval.Life);
        var later = house.ActOf(Officer, Role.PrivacyOfficer);
        Assert.All(await AllAsync(house, correction, (await RequestAsync(house, correction)).Stamp, later), answer => Assert.True(IsShut(answer.Result), answer.Name));
    }

    [Theory, BothProviders]
    public async Task An_approval_opens_no_other_request_and_nobody_gives_it_to_themselves(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        var (one, other) = (await SubmitAsync(house, child), await SubmitAsync(house, child));
        var (gates, approvals, act) = (house.Get<RequestGate>(), house.Get<Approvals>(), house.ActOf(Officer, Role.PrivacyOfficer));
        Assert.True(await gates.AskAsync(one, ApprovalReason.AnswerRequest, act));
        Assert.False(await gates.AskAsync(one, ApprovalReason.LegalRequest, act));
        var row = Assert.Single(await approvals.ListAsync(act));

        Assert.False(await approvals.AnswerAsync(row.Id, approve: true, act));
        Assert.Equal((0, 1), (await approvals.CountAsync(act), await approvals.CountAsync(house.ActOf(Second, Role.PrivacyOfficer))));
        Assert.True(await approvals.AnswerAsync(row.Id, approve: true, house.ActOf(Second, Role.PrivacyOfficer)));

        Assert.NotNull(await house.Get<RequestDesk>().OpenAsync(one, act));
        Assert.Null(await house.Get<RequestDesk>().OpenAsync(other, act));
        Assert.Equal((one, ApprovalReason.AnswerRequest, true), (row.Reference, row.Reason, row.IsMine));
        Assert.Equal(new Gate(GateState.Shut), await gates.GateAsync(other, act));
        // the second person has asked for nothing themselves
        Assert.Equal(RequestFault.NeedsApproval, Applicant.FaultOf(await house.Get<RequestDesk>().WriteAsync(one, (await RequestAsync(house, one)).Stamp, "Hello.", house.ActOf(Second, Role.PrivacyOfficer))));
    }

    [Theory, BothProviders]
    public async Task What_a_guardian_asks_is_a_childs_request_too_with_an_account_or_without(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (_, access) = await Child.AdmitAsync(house);
        var stranger = new Stranger(house);
        var known = Assert.IsType<IntakeResult.Made>(await house.Get<GuardianIntake>().AskAsync(access, RequestKind.Objection, Words)).Reference;
        var unknown = (await stranger.AskAsync(Stranger.ByLawyer with { Right = RepresentationKind.Guardian, Text = Words })).Reference;
        var (representations, act) = (house.Get<Representations>(), house.ActOf(Officer, Role.PrivacyOfficer));

        foreach (var reference in new[] { known, unknown })
        {
            Assert.Null(await house.Get<RequestDesk>().OpenAsync(reference, act));
            Assert.Null(await representations.FindAsync(reference, act));
            Assert.Null(await representations.RevealAsync(reference, RevealReason.PersonAsked, act));
        }

        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        await ApproveAsync(house, unknown, WaitingCase.ActOf(house));
        act = house.ActOf(Officer, Role.PrivacyOfficer);
        Assert.Equal(Words, (await house.Get<RequestDesk>().OpenAsync(unknown, act))!.Steps[0].Text);
        Assert.Equal($"{Stranger.WardName}, {Stranger.WardMailbox}", await representations.RevealAsync(unknown, RevealReason.PersonAsked, act));
        Assert.Null(await house.Get<RequestDesk>().OpenAsync(known, act));
    }

    [Theory, BothProviders]
    public async Task A_guardians_request_that_goes_on_for_an_account_stays_shut_on_both_sides(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (stranger, ward) = (new Stranger(house), await Population.Of(house).RegisterAsync(Stranger.WardMailbox));
        var before = (await stranger.AskAsync(Stranger.ByLawyer with { Right = RepresentationKind.Guardian, Kind = RequestKind.Explain })).Reference;
        await ApproveAsync(house, before, WaitingCase.ActOf(house));

        Applicant.Done(await house.Get<Representations>().ConfirmAsync(before, (await RequestAsync(house, before)).Stamp, mayReceive: false, new DateOnly(2026, 6, 30), house.ActOf(Officer, Role.PrivacyOfficer)));

        var after = (await stranger.RequestsAsync()).Single(one => one.PersonId == ward).Reference;
        var (desk, second) = (house.Get<RequestDesk>(), house.ActOf(Second, Role.PrivacyOfficer));
        Assert.Null(await desk.OpenAsync(before, second));
        Assert.Null(await desk.OpenAsync(after, second));
        Assert.Null(await desk.OpenAsync(after, house.ActOf(Officer, Role.PrivacyOfficer)));
    }

    [Theory, BothProviders]
    public async Task What_is_still_kept_when_the_guardian_took_the_consent_back_is_a_childs(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.ActivateAsync(house);
        var reference = await SubmitAsync(house, child);

        Assert.True(await house.Get<Guardianships>().WithdrawAsync(access));

        Assert.Null(await house.Get<RequestDesk>().OpenAsync(reference, house.ActOf(Officer, Role.PrivacyOfficer)));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    private static async Task<string> SubmitAsync(House house, Child child) =>
        Applicant.Done(await house.Get<MyRequests>().SubmitAsync(RequestKind.Other, Words, "", cooling: false, child.AsRegistrant.Act(house))).Reference;

    /// <summary>A correction with a picture.</summary>
    private static async Task<string> ProposeAsync(House house, Child child)
    {
        var act = child.AsRegistrant.Act(house) with { ConfirmedOn = house.Clock.Now() };
        var reference = Assert.IsType<ProposalResult.Done>(await house.Get<MyProposals>().SubmitAsync([new Change(Registration.Item.FullName, Registrant.Name, NewName)], Words, act)).Reference;
        Applicant.Done(await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(300), act, CancellationToken.None));
        return reference;
    }

    private static async Task ApproveAsync(House house, string reference, Act by)
    {
        Assert.True(await house.Get<RequestGate>().AskAsync(reference, ApprovalReason.AnswerRequest, house.ActOf(Officer, Role.PrivacyOfficer)));
        var row = (await house.Get<Approvals>().ListAsync(by)).Single(one => one.Reference == reference);
        Assert.True(await house.Get<Approvals>().AnswerAsync(row.Id, approve: true, by));
    }

    private static async Task<RightsRequest> RequestAsync(House house, string reference) => await new Stranger(house).RequestAsync(reference);

    private static async Task<List<string>> KindsSeenAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<AccessEntry>().Where(entry => entry.StaffId == Officer).Select(entry => entry.Kind).Distinct().OrderBy(kind => kind).ToListAsync();
    }

    private static async Task<List<(string Name, object? Result)>> AllAsync(House house, string reference, Guid stamp, Act act)
    {
        List<(string, object?)> answers = [];
        foreach (var (name, call) in Calls(house, reference, stamp, act))
        {
            answers.Add((name, await call()));
        }

        return answers;
    }

    private static (string Name, Func<Task<object?>> Call)[] Calls(House house, string reference, Guid stamp, Act act) =>
    [
        ("RequestDesk.OpenAsync", async () => await house.Get<RequestDesk>().OpenAsync(reference, act)),
        ("RequestDesk.RevealAsync", async () => await house.Get<RequestDesk>().RevealAsync(reference, RevealReason.LegalRequest, act)),
        ("RequestDesk.ProveAsync", async () => await house.Get<RequestDesk>().ProveAsync(reference, stamp, act)),
        ("RequestDesk.AskIdentityAsync", async () => await house.Get<RequestDesk>().AskIdentityAsync(reference, stamp, "Who is it?", authority: false, act)),
        ("RequestDesk.AskClarificationAsync", async () => await house.Get<RequestDesk>().AskClarificationAsync(reference, stamp, "Which one?", act)),
        ("RequestDesk.WriteAsync", async () => await house.Get<RequestDesk>().WriteAsync(reference, stamp, "Hello.", act)),
        ("RequestDesk.PauseAsync", async () => await house.Get<RequestDesk>().PauseAsync(reference, stamp, act)),
        ("RequestDesk.ResumeAsync", async () => await house.Get<RequestDesk>().ResumeAsync(reference, stamp, act)),
        ("RequestDesk.ExtendAsync", async () => await house.Get<RequestDesk>().ExtendAsync(reference, stamp, "Much to do.", act)),
        ("Replies.DraftsAsync", async () => await house.Get<Replies>().DraftsAsync(reference, act)),
        ("Replies.SendAsync", async () => await house.Get<Replies>().SendAsync(reference, stamp, ReplySituation.Received, act)),
        ("RequestDecisions.AnswerAsync", async () => await house.Get<RequestDecisions>().AnswerAsync(reference, stamp, "So it is.", act)),
        ("RequestDecisions.ProposeAsync", async () => await house.Get<RequestDecisions>().ProposeAsync(reference, stamp, RequestOutcome.Refused, DenialGround.NotCovered, "No.", act)),
        ("RequestDecisions.ReturnAsync", async () => await house.Get<RequestDecisions>().ReturnAsync(reference, stamp, "Once more.", act)),
        ("RequestDecisions.ApproveAsync", async () => await house.Get<RequestDecisions>().ApproveAsync(reference, stamp, act)),
        ("RequestDecisions.OverturnAsync", async () => await house.Get<RequestDecisions>().OverturnAsync(reference, stamp, "Right.", act)),
        ("RequestDecisions.UpholdAsync", async () => await house.Get<RequestDecisions>().UpholdAsync(reference, stamp, "It stays.", act)),
        ("RequestDecisions.RestrictableAsync", async () => await house.Get<RequestDecisions>().RestrictableAsync(reference, act)),
        ("RequestDecisions.RestrictAsync", async () => await house.Get<RequestDecisions>().RestrictAsync(reference, stamp, ["identity"], act)),
        ("Representations.FindAsync", async () => await house.Get<Representations>().FindAsync(reference, act)),
        ("Representations.RevealAsync", async () => await house.Get<Representations>().RevealAsync(reference, RevealReason.LegalRequest, act)),
        ("Representations.ConfirmAsync", async () => await house.Get<Representations>().ConfirmAsync(reference, stamp, mayReceive: true, new DateOnly(2026, 6, 30), act)),
        ("Representations.RefuseAsync", async () => await house.Get<Representations>().RefuseAsync(reference, stamp, "Not shown.", act)),
        ("RequestProofs.KeepAsync", async () => await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(300), act, CancellationToken.None)),
        ("RequestProofs.PictureAsync", async () => await house.Get<RequestProofs>().PictureAsync(reference, (await RequestAsync(house, reference)).Events.Single(step => step.Step == RequestStep.EvidenceKept).RecordId!.Value, act)),
        ("CaseTasks.ListAsync", async () => await house.Get<CaseTasks>().ListAsync(reference, act)),
        ("CaseTasks.FinishAsync", async () => await house.Get<CaseTasks>().FinishAsync(reference, Guid.NewGuid(), stamp, act)),
        ("CaseTasks.LeaveOutAsync", async () => await house.Get<CaseTasks>().LeaveOutAsync(reference, Guid.NewGuid(), stamp, NotNeededReason.DoesNotApply, act)),
        ("CaseTasks.ReopenAsync", async () => await house.Get<CaseTasks>().ReopenAsync(reference, Guid.NewGuid(), stamp, act)),
        ("CaseTasks.TakeAsync", async () => await house.Get<CaseTasks>().TakeAsync(reference, Guid.NewGuid(), stamp, act)),
        ("CaseTasks.GiveBackAsync", async () => await house.Get<CaseTasks>().GiveBackAsync(reference, Guid.NewGuid(), stamp, act)),
        ("CaseNotes.ListAsync", async () => await house.Get<CaseNotes>().ListAsync(reference, act)),
        ("CaseNotes.AddAsync", async () => await house.Get<CaseNotes>().AddAsync(reference, "A note.", act)),
        ("CaseVisits.SeeAsync", async () => await house.Get<CaseVisits>().SeeAsync(reference, Guid.NewGuid(), act)),
        ("CaseVisits.WriteAsync", async () => await house.Get<CaseVisits>().WriteAsync(reference, Guid.NewGuid(), act)),
        ("CaseVisits.CompanyAsync", async () => await house.Get<CaseVisits>().CompanyAsync(reference, act)),
        ("CorrectionDesk.OpenAsync", async () => await house.Get<CorrectionDesk>().OpenAsync(reference, act)),
        ("CorrectionDesk.RevealAsync", async () => await house.Get<CorrectionDesk>().RevealAsync(reference, RevealReason.LegalRequest, act)),
    ];

    private static bool IsShut(object? result) =>
        result is null or false or RequestResult.Invalid(RequestFault.NeedsApproval) or IReadOnlyCollection<string> { Count: 0 } or IReadOnlyCollection<ReplyDraft> { Count: 0 } or IReadOnlyCollection<ProposedChange> { Count: 0 };
}
