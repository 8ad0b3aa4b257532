using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What can be proposed, with what shows it, and who sees it.</summary>
public sealed class ProposingTests
{
    [Fact]
    public async Task Nothing_is_asked_for_that_is_wrong_the_same_unconfirmed_or_shows_a_child()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        // no year of birth is held that would contradict the number
        var supplier = await Proposer.VerifiedAsync(house, Registrant.Everything with { Cooperation = nameof(Cooperation.Subcontracting), Gender = null, BirthYear = null, Phone = null });
        var mine = house.Get<MyProposals>();
        var act = supplier.ConfirmedAct(house);
        var child = new Change(Item.IdNumber, Registrant.Number, Guardians.Child.Number);

        Assert.IsType<ProposalResult.NotConfirmed>(await mine.SubmitAsync([Proposer.Name], "", supplier.Act(house)));
        Assert.IsType<ProposalResult.Same>(await mine.SubmitAsync([Proposer.Name with { Value = $" {Registrant.Name} " }], "", act));
        Assert.IsType<ProposalResult.Disagrees>(await mine.SubmitAsync([Proposer.Name with { Seen = "Somebody" }], "", act));
        Assert.Equal(nameof(Item.IdNumber), Assert.Single(Assert.IsType<ProposalResult.Incomplete>(await mine.SubmitAsync([child with { Value = "11010519491231002" }], "", act)).Faults).Field);
        Assert.IsType<ProposalResult.ShowsChild>(await mine.SubmitAsync([child], "", act));
        Assert.Equal(RequestFault.NotOffered, Assert.IsType<RequestResult.Invalid>(await house.Get<MyRequests>().SubmitAsync(RequestKind.Correct, "Please.", "", cooling: false, act)).Fault);
        Assert.Empty((await mine.OpenAsync(act))!.Pending);

        Assert.True(await mine.ConfirmChildAsync([child], act));
        Assert.Equal(RegistrationState.AwaitsGuardian, (await supplier.RegistrationAsync(house)).State);
        Assert.Null(await mine.OpenAsync(act));
    }

    [Fact]
    public async Task Staff_see_before_and_after_masked_and_in_clear_only_behind_a_row_in_the_ledger()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);
        var (desk, officer) = (house.Get<CorrectionDesk>(), house.ActOf(Proposer.Officer, Role.PrivacyOfficer));

        var masked = Assert.Single(await desk.OpenAsync(reference, officer));
        var clear = Assert.Single(await desk.RevealAsync(reference, RevealReason.PersonAsked, officer));

        Assert.Equal((Item.FullName, "Q••• Z•••", "Q••• Z••• M•••"), (masked.Question, masked.Before, masked.After));
        Assert.Equal((Registrant.Name, Proposer.NewName), (clear.Before, clear.After));
        await using var db = house.Store.Read();
        Assert.Equal(
            [("", RevealReason.CaseOpened), ("correction-proposal", RevealReason.PersonAsked)],
            await db.Set<AccessEntry>().Where(entry => entry.StaffId == Proposer.Officer).OrderBy(entry => entry.Kind).Select(entry => new ValueTuple<string, RevealReason>(entry.Kind, entry.Reason)).ToListAsync());
    }

    [Fact]
    public async Task A_picture_that_shows_it_is_sealed_and_goes_with_the_decision()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);

        Assert.IsType<RequestResult.Done>(await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(320), supplier.ConfirmedAct(house), CancellationToken.None));
        Assert.Contains("request-evidence", await supplier.LiveAsync(house));
        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

        Assert.DoesNotContain("request-evidence", await supplier.LiveAsync(house));
    }
}
