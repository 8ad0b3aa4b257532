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

public sealed class CorrectingTests
{
    private const string NewName = "Qvarnström Zylphia Maria";
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Change Name = new(Item.FullName, Registrant.Name, NewName);

    [Theory, BothProviders]
    [Promise("P-5.2-01")]
    public async Task A_checked_name_is_corrected_by_a_decision_found_by_its_new_value_and_checked_anew(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await VerifiedAsync(house);
        var reference = await ProposeAsync(house, supplier, Name);

        await DecideAsync(house, reference, RequestOutcome.Fulfilled);

        Assert.Equal(RequestState.Fulfilled, (await RequestAsync(house, reference)).State);
        Assert.Equal(NewName, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Empty(await house.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Equal(supplier.Person, Assert.Single(await house.Get<KeyStore>().LookUpAsync(LookUp.WholeName, NewName)).PersonId);
        // the scan is gone since the check: another one is asked for
        Assert.Equal(RegistrationState.CorrectionAsked, (await supplier.RegistrationAsync(house)).State);
        Assert.Equal([CaseItem.Scan], await house.Get<CaseHistory>().OutstandingAsync(supplier.Person));
        Assert.DoesNotContain("correction-proposal", await supplier.LiveAsync(house));
        Assert.Subset(
            (await LettersAsync(house, supplier)).ToHashSet(), new HashSet<string>([nameof(Letters.RequestReceived), nameof(Letters.CorrectionAsked), nameof(Letters.RequestCarriedOut)]));
    }

    [Theory, BothProviders]
    public async Task While_it_is_disputed_no_purpose_of_the_map_opens_it_but_storage_access_and_claims(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await VerifiedAsync(house);
        await ProposeAsync(house, supplier, Name, new Change(Item.IdNumber, Registrant.Number, "110105194912310046"), new Change(Item.Country, "CN", "DE"));

        foreach (var purpose in For.Known.Where(purpose => !purpose.OpensRestricted))
        {
            Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(supplier.Person, purpose));
            Assert.IsType<Opening<IdentityDocument>.Refused>(await house.Vault.OpenAsync<IdentityDocument>(supplier.Person, purpose));
            Assert.IsType<Opening<Residence>.Refused>(await house.Vault.OpenAsync<Residence>(supplier.Person, purpose));
        }

        Assert.Equal(
            [For.Access.Key, For.Correction.Key, For.ExplainDecision.Key, For.RequestProof.Key, For.RightsRequest.Key],
            For.Known.Where(purpose => purpose.OpensRestricted).Select(purpose => purpose.Key).Order(StringComparer.Ordinal));
        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Access)).OrNull!.FullName);
        Assert.NotNull((await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull);
    }

    [Fact]
    public async Task A_refusal_changes_nothing_sets_nothing_aside_any_more_and_is_told()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await VerifiedAsync(house);
        var reference = await ProposeAsync(house, supplier, Name);

        await DecideAsync(house, reference, RequestOutcome.Refused);

        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Equal(RegistrationState.Verified, (await supplier.RegistrationAsync(house)).State);
        Assert.Subset((await LettersAsync(house, supplier)).ToHashSet(), new HashSet<string>([nameof(Letters.RequestRefused), nameof(Letters.RestrictionEnds)]));
        // an appeal needs before and after; they go when nobody can appeal any more
        Assert.Contains("correction-proposal", await supplier.LiveAsync(house));
        house.Clock.Advance(TimeSpan.FromDays(61));
        await house.Get<RequestRound>().RunAsync();
        Assert.DoesNotContain("correction-proposal", await supplier.LiveAsync(house));
    }

    [Fact]
    public async Task What_two_requests_dispute_stays_set_aside_until_both_have_ended()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await VerifiedAsync(house);
        var first = await ProposeAsync(house, supplier, Name);
        var second = await ProposeAsync(house, supplier, Name with { Value = "Qvarnström Z." });

        await house.Get<MyRequests>().WithdrawAsync(first, ActOf(house, supplier));
        var between = await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account);
        await house.Get<MyRequests>().WithdrawAsync(second, ActOf(house, supplier));

        Assert.IsType<Opening<Identity>.Refused>(between);
        Assert.NotNull((await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull);
        Assert.DoesNotContain("correction-proposal", await supplier.LiveAsync(house));
    }

    [Fact]
    public async Task Staff_see_before_and_after_masked_and_in_clear_only_behind_a_row_in_the_ledger()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await VerifiedAsync(house);
        var reference = await ProposeAsync(house, supplier, Name);
        var (desk, officer) = (house.Get<CorrectionDesk>(), house.ActOf(Officer, Role.PrivacyOfficer));

        var masked = Assert.Single(await desk.OpenAsync(reference, officer));
        var clear = Assert.Single(await desk.RevealAsync(reference, RevealReason.PersonAsked, officer));

        Assert.Equal((Item.FullName, "Q••• Z•••", "Q••• Z••• M•••"), (masked.Question, masked.Before, masked.After));
        Assert.Equal((Registrant.Name, NewName), (clear.Before, clear.After));
        await using var db = house.Store.Read();
        Assert.Equal(
            [("", RevealReason.CaseOpened), ("correction-proposal", RevealReason.PersonAsked)],
            await db.Set<AccessEntry>().Where(entry => entry.StaffId == Officer).OrderBy(entry => entry.Kind).Select(entry => new ValueTuple<string, RevealReason>(entry.Kind, entry.Reason)).ToListAsync());
    }

    [Fact]
    public async Task Nothing_is_asked_for_that_is_wrong_the_same_unconfirmed_or_shows_a_child()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        // no year of birth is held that would contradict the number
        var supplier = await VerifiedAsync(house, Registrant.Everything with { Cooperation = nameof(Cooperation.Subcontracting), Gender = null, BirthYear = null, Phone = null });
        var mine = house.Get<MyProposals>();
        var act = ActOf(house, supplier);
        var child = new Change(Item.IdNumber, Registrant.Number, Guardians.Child.Number);

        Assert.IsType<ProposalResult.NotConfirmed>(await mine.SubmitAsync([Name], "", supplier.Act(house)));
        Assert.IsType<ProposalResult.Same>(await mine.SubmitAsync([Name with { Value = $" {Registrant.Name} " }], "", act));
        Assert.IsType<ProposalResult.Disagrees>(await mine.SubmitAsync([Name with { Seen = "Somebody" }], "", act));
        Assert.Equal(nameof(Item.IdNumber), Assert.Single(Assert.IsType<ProposalResult.Incomplete>(await mine.SubmitAsync([child with { Value = "11010519491231002" }], "", act)).Faults).Field);
        Assert.IsType<ProposalResult.ShowsChild>(await mine.SubmitAsync([child], "", act));
        Assert.Equal(RequestFault.NotOffered, Assert.IsType<RequestResult.Invalid>(await house.Get<MyRequests>().SubmitAsync(RequestKind.Correct, "Please.", "", cooling: false, act)).Fault);
        Assert.Empty((await mine.OpenAsync(act))!.Pending);

        Assert.True(await mine.ConfirmChildAsync([child], act));
        Assert.Equal(RegistrationState.AwaitsGuardian, (await supplier.RegistrationAsync(house)).State);
        Assert.Null(await mine.OpenAsync(act));
    }

    [Fact]
    public async Task A_check_that_runs_cannot_be_passed_meanwhile_and_begins_in_nobodys_hands_after_the_correction()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var verifier = house.ActOf(Guid.NewGuid(), Role.Verifier);
        var registration = await supplier.RegistrationAsync(house);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().ClaimAsync(registration.Reference, registration.Stamp, verifier));
        var reference = await ProposeAsync(house, supplier, Name);

        registration = await supplier.RegistrationAsync(house);
        Assert.Equal(new DecisionResult.Invalid(DecisionFault.Disputed), await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, verifier));
        await DecideAsync(house, reference, RequestOutcome.Fulfilled);

        registration = await supplier.RegistrationAsync(house);
        Assert.Equal((RegistrationState.IdentityCheck, (Guid?)null), (registration.State, registration.CheckedBy));
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, verifier));
    }

    [Theory]
    [InlineData("correcting.before-commit")]
    [InlineData("correcting.before-index")]
    [InlineData("request.after-commit")]
    public async Task An_approved_correction_that_died_half_way_is_whole_after_the_next_start(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Registrant supplier;
        string reference;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await VerifiedAsync(house);
            reference = await ProposeAsync(house, supplier, Name);
            await DecideAsync(house, reference, RequestOutcome.Fulfilled, () => house.DieAt(step));
        }

        await using var next = await House.OpenAsync(stores);
        for (var round = 0; round < 3; round++)
        {
            await next.Get<RequestRound>().RunAsync();
        }

        Assert.Equal(RequestState.Fulfilled, (await RequestAsync(next, reference)).State);
        Assert.Equal(NewName, (await next.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Single(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, NewName));
        Assert.Empty(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Single(await next.Get<CaseHistory>().OfAsync(supplier.Person), one => one.Kind == CaseEventKind.CorrectionAsked);
    }

    [Fact]
    public async Task Another_country_brings_its_law_and_lets_go_what_only_the_former_asked()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Country = "RU", Phone = "+79161234567", Postcode = "101000", ScreeningAddress = "Ulitsa Pushkina 1, Moscow" });
        var reference = await ProposeAsync(house, supplier, new Change(Item.Country, "RU", "CN"));

        await DecideAsync(house, reference, RequestOutcome.Fulfilled);

        await using var db = house.Store.Read();
        Assert.Equal("CN", (await db.Set<Person>().SingleAsync(one => one.Id == supplier.Person)).Region);
        Assert.DoesNotContain("screening-address", await supplier.LiveAsync(house));
        Assert.Equal("CN", (await house.Vault.OpenAsync<Residence>(supplier.Person, For.Jurisdiction)).OrNull!.Country);
    }

    [Fact]
    public async Task A_picture_that_shows_it_is_sealed_and_goes_with_the_decision()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await VerifiedAsync(house);
        var reference = await ProposeAsync(house, supplier, Name);

        Assert.IsType<RequestResult.Done>(await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(320), ActOf(house, supplier), CancellationToken.None));
        Assert.Contains("request-evidence", await supplier.LiveAsync(house));
        await DecideAsync(house, reference, RequestOutcome.Fulfilled);

        Assert.DoesNotContain("request-evidence", await supplier.LiveAsync(house));
    }

    [Fact]
    public async Task A_correction_asked_by_letter_has_no_before_and_after_and_is_answered_by_hand()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await VerifiedAsync(house);
        var officer = house.ActOf(Officer, Role.PrivacyOfficer);
        string reference;
        await using (var work = await house.Store.WriteAsync())
        {
            var request = await house.Get<RequestBook>().OpenAsync(work, new RightsRequests.Asked(supplier.Person, RequestKind.Correct, RequestChannel.Letter, DateOnly.FromDateTime(officer.On), "My name.", Proved: true), officer);
            await house.Get<RequestBook>().CommitAsync(work, request, officer);
            reference = request.Reference;
        }

        Assert.IsType<RequestResult.Done>(await house.Get<RequestDesk>().ClaimAsync(reference, (await RequestAsync(house, reference)).Stamp, officer));
        Assert.IsType<RequestResult.Done>(await house.Get<RequestDecisions>().AnswerAsync(reference, (await RequestAsync(house, reference)).Stamp, "Please name it at /privacy/correct.", officer));

        Assert.Empty(await house.Get<CorrectionDesk>().OpenAsync(reference, officer));
        Assert.Equal(RequestState.Fulfilled, (await RequestAsync(house, reference)).State);
    }

    private static async Task<Registrant> VerifiedAsync(House house, Answers? answers = null)
    {
        var supplier = await Registrant.ActivateAsync(house, answers);
        var registration = await supplier.RegistrationAsync(house);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, house.ActOf(Guid.NewGuid(), Role.Verifier)));
        return supplier;
    }

    private static async Task<string> ProposeAsync(House house, Registrant supplier, params Change[] changes)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return Assert.IsType<ProposalResult.Done>(await house.Get<MyProposals>().SubmitAsync(changes, "", ActOf(house, supplier))).Reference;
    }

    private static async Task DecideAsync(House house, string reference, RequestOutcome outcome, Action? before = null)
    {
        var (officer, second) = (house.ActOf(Officer, Role.PrivacyOfficer), house.ActOf(Second, Role.PrivacyOfficer));
        Assert.IsType<RequestResult.Done>(await house.Get<RequestDesk>().ClaimAsync(reference, (await RequestAsync(house, reference)).Stamp, officer));
        var ground = outcome == RequestOutcome.Refused ? DenialGround.Other : (DenialGround?)null;
        Assert.IsType<RequestResult.Done>(await house.Get<RequestDecisions>().ProposeAsync(reference, (await RequestAsync(house, reference)).Stamp, outcome, ground, "As the document says.", officer));
        var stamp = (await RequestAsync(house, reference)).Stamp;
        before?.Invoke();
        try
        {
            await house.Get<RequestDecisions>().ApproveAsync(reference, stamp, second);
        }
        catch (ProcessDiedException) when (before is not null)
        {
            // what the next start makes whole
        }
    }

    /// <summary>Signed in just now.</summary>
    private static Act ActOf(House house, Registrant supplier) => supplier.Act(house) with { ConfirmedOn = house.Clock.Now() };

    private static async Task<RightsRequest> RequestAsync(House house, string reference)
    {
        await using var db = house.Store.Read();
        var number = RightsRequest.NumberOf(reference);
        return await db.Set<RightsRequest>().AsNoTracking().SingleAsync(one => one.Number == number);
    }

    private static async Task<IReadOnlyList<string>> LettersAsync(House house, Registrant supplier)
    {
        await using var db = house.Store.Read();
        return await db.Set<OutboxMail>().Where(mail => mail.PersonId == supplier.Person).OrderBy(mail => mail.QueuedOn).ThenBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
    }
}
