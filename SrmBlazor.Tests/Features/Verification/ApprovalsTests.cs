using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Triage;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

/// <summary>A child's case is opened with a second person's approval.</summary>
public sealed class ApprovalsTests
{
    [Theory, BothProviders]
    [Promise("P-7-X1")]
    public async Task A_childs_case_is_shut_to_every_service_and_leaves_no_look_in_the_ledger(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, stamp) = await CaseAsync(house);
        var act = WaitingCase.ActOf(house);
        var (cases, decisions) = (house.Get<Verifications>(), house.Get<Decisions>());

        Assert.Null(await cases.OpenAsync(reference, act));
        Assert.Null(await cases.StandingAsync(reference, act));
        Assert.Null(await cases.RevealAsync(reference, Revealable.Name, RevealReason.CompareWithScan, act));
        Assert.Null(await cases.ScanAsync(reference, act));
        Assert.IsType<DecisionResult.NotFound>(await decisions.ClaimAsync(reference, stamp, act));
        Assert.IsType<DecisionResult.NotFound>(await decisions.AcceptAsync(reference, stamp, act));
        Assert.IsType<DecisionResult.NotFound>(await decisions.RefuseAsync(reference, stamp, RefusalGround.NotEligible, "No.", act));
        Assert.IsType<DecisionResult.NotFound>(await decisions.AskCorrectionAsync(reference, stamp, [CaseItem.FullName], "Please.", act));

        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        Assert.Equal(new Gate(GateState.Shut), await house.Get<CaseGate>().GateAsync(reference, act));
    }

    [Theory, BothProviders]
    public async Task The_queue_says_so_and_opens_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, _) = await CaseAsync(house);
        var adult = await WaitingCase.BeginAsync(house);

        var rows = (await house.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, WaitingCase.ActOf(house))).Rows;

        Assert.Equal([(reference, true), (adult.Reference, false)], rows.Select(row => (row.Reference, row.OfChild)));
        Assert.Equal(new Gate(GateState.Free), await house.Get<CaseGate>().GateAsync(adult.Reference, WaitingCase.ActOf(house)));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_second_person_opens_it_to_whoever_asked_for_a_day(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, _) = await CaseAsync(house);
        var approvals = house.Get<Approvals>();
        Assert.True(await house.Get<CaseGate>().AskAsync(reference, ApprovalReason.IdentityCheck, WaitingCase.ActOf(house)));
        Assert.False(await house.Get<CaseGate>().AskAsync(reference, ApprovalReason.IdentityCheck, WaitingCase.ActOf(house)));
        var officer = house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer);
        var request = Assert.Single(await approvals.ListAsync(officer));
        Assert.Equal((reference, ApprovalReason.IdentityCheck, false), (request.Reference, request.Reason, request.IsMine));

        Assert.True(await approvals.AnswerAsync(request.Id, approve: true, officer));

        Assert.NotNull((await house.Get<Verifications>().OpenAsync(reference, WaitingCase.ActOf(house)))!.Facts);
        Assert.NotNull(await house.Get<Verifications>().RevealAsync(reference, Revealable.Name, RevealReason.CompareWithScan, WaitingCase.ActOf(house)));
        Assert.Null(await house.Get<Verifications>().OpenAsync(reference, WaitingCase.ActOf(house, WaitingCase.OtherVerifier)));
        Assert.Empty(await approvals.ListAsync(officer));
        house.Clock.Advance(CaseApproval.Life);
        Assert.Null(await house.Get<Verifications>().OpenAsync(reference, WaitingCase.ActOf(house)));
        await using var db = house.Store.Read();
        Assert.Equal(["approval.asked", "approval.given"], await db.Set<AuditEntry>().Where(entry => entry.Action.StartsWith("approval.")).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync());
    }

    [Theory, BothProviders]
    public async Task Nobody_approves_their_own_request_and_an_answer_is_given_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, _) = await CaseAsync(house);
        var approvals = house.Get<Approvals>();
        await house.Get<CaseGate>().AskAsync(reference, ApprovalReason.LegalRequest, WaitingCase.ActOf(house));
        var request = Assert.Single(await approvals.ListAsync(WaitingCase.ActOf(house)));
        Assert.True(request.IsMine);
        var colleague = WaitingCase.ActOf(house, WaitingCase.OtherVerifier);

        Assert.False(await approvals.AnswerAsync(request.Id, approve: true, WaitingCase.ActOf(house)));
        Assert.True(await approvals.AnswerAsync(request.Id, approve: false, colleague));
        Assert.False(await approvals.AnswerAsync(request.Id, approve: true, colleague));

        Assert.Equal(new Gate(GateState.Declined), await house.Get<CaseGate>().GateAsync(reference, WaitingCase.ActOf(house)));
        Assert.Null(await house.Get<Verifications>().OpenAsync(reference, WaitingCase.ActOf(house)));
        Assert.True(await house.Get<CaseGate>().AskAsync(reference, ApprovalReason.GuardianAsked, WaitingCase.ActOf(house)));
    }

    [Theory, BothProviders]
    public async Task An_approval_of_an_earlier_program_keeps_its_case_and_is_quoted_as_the_case_is(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, _) = await CaseAsync(house);
        Assert.True(await house.Get<CaseGate>().AskAsync(reference, ApprovalReason.IdentityCheck, WaitingCase.ActOf(house)));
        await using var db = house.Store.Read();

        await db.GetService<IMigrator>().MigrateAsync("PrivacyRights");
        await db.GetService<IMigrator>().MigrateAsync();

        var colleague = WaitingCase.ActOf(house, WaitingCase.OtherVerifier);
        var request = Assert.Single(await house.Get<Approvals>().ListAsync(colleague));
        Assert.Equal(reference, request.Reference);
        Assert.True(await house.Get<Approvals>().AnswerAsync(request.Id, approve: true, colleague));
        Assert.Equal(new Gate(GateState.Approved), await house.Get<CaseGate>().GateAsync(reference, WaitingCase.ActOf(house)));
    }

    private static async Task<(string Reference, Guid Stamp)> CaseAsync(House house)
    {
        var (child, _) = await Child.ActivateAsync(house);
        var registration = await child.AsRegistrant.RegistrationAsync(house);
        return (registration.Reference, registration.Stamp);
    }
}
