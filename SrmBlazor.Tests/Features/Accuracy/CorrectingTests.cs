using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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
    [Theory, BothProviders]
    [Promise("P-5.2-01", "P-5.7-07")]
    public async Task A_checked_name_is_corrected_by_a_decision_found_by_its_new_value_and_checked_anew(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);

        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

        Assert.Equal(RequestState.Fulfilled, (await house.RequestAsync(reference)).State);
        Assert.Equal(Proposer.NewName, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Empty(await house.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Equal(supplier.Person, Assert.Single(await house.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Proposer.NewName)).PersonId);
        // the scan is gone since the check: another one is asked for
        Assert.Equal(RegistrationState.CorrectionAsked, (await supplier.RegistrationAsync(house)).State);
        Assert.Equal([CaseItem.Scan], await house.Get<CaseHistory>().OutstandingAsync(supplier.Person));
        Assert.DoesNotContain("correction-proposal", await supplier.LiveAsync(house));
        Assert.Subset(
            (await supplier.LettersAsync(house)).ToHashSet(), new HashSet<string>([nameof(Letters.RequestReceived), nameof(Letters.CorrectionAsked), nameof(Letters.RequestCarriedOut)]));
    }

    [Fact]
    public async Task A_check_that_runs_cannot_be_passed_meanwhile_and_begins_in_nobodys_hands_after_the_correction()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var verifier = house.ActOf(Guid.NewGuid(), Role.Verifier);
        var registration = await supplier.RegistrationAsync(house);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().ClaimAsync(registration.Reference, registration.Stamp, verifier));
        var reference = await supplier.ProposeAsync(house, Proposer.Name);

        registration = await supplier.RegistrationAsync(house);
        Assert.Equal(new DecisionResult.Invalid(DecisionFault.Disputed), await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, verifier));
        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

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
        DateTimeOffset died;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await Proposer.VerifiedAsync(house);
            reference = await supplier.ProposeAsync(house, Proposer.Name);
            await house.DecideAsync(reference, RequestOutcome.Fulfilled, () => house.DieAt(step));
            died = house.Clock.GetUtcNow();
        }

        await using var next = await House.OpenAsync(stores, new FakeTimeProvider(died));
        for (var round = 0; round < 3; round++)
        {
            await next.Get<RequestRound>().RunAsync();
        }

        Assert.Equal(RequestState.Fulfilled, (await next.RequestAsync(reference)).State);
        Assert.Equal(Proposer.NewName, (await next.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Single(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Proposer.NewName));
        Assert.Empty(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Single(await next.Get<CaseHistory>().OfAsync(supplier.Person), one => one.Kind == CaseEventKind.CorrectionAsked);
    }

    [Fact]
    public async Task Another_country_brings_its_law_and_lets_go_what_only_the_former_asked()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Country = "RU", Phone = "+79161234567", Postcode = "101000", ScreeningAddress = "Ulitsa Pushkina 1, Moscow" });
        var reference = await supplier.ProposeAsync(house, new Change(Item.Country, "RU", "CN"));

        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

        await using var db = house.Store.Read();
        Assert.Equal("CN", (await db.Set<Person>().SingleAsync(one => one.Id == supplier.Person)).Region);
        Assert.DoesNotContain("screening-address", await supplier.LiveAsync(house));
        Assert.Equal("CN", (await house.Vault.OpenAsync<Residence>(supplier.Person, For.Jurisdiction)).OrNull!.Country);
    }

    [Fact]
    public async Task A_correction_asked_by_letter_has_no_before_and_after_and_is_answered_by_hand()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Proposer.VerifiedAsync(house);
        var officer = house.ActOf(Proposer.Officer, Role.PrivacyOfficer);
        string reference;
        await using (var work = await house.Store.WriteAsync())
        {
            var request = await house.Get<RequestBook>().OpenAsync(work, new RightsRequests.Asked(supplier.Person, RequestKind.Correct, RequestChannel.Letter, DateOnly.FromDateTime(officer.On), "My name.", Proved: true), officer);
            await house.Get<RequestBook>().CommitAsync(work, request, officer);
            reference = request.Reference;
        }

        Assert.IsType<RequestResult.Done>(await house.Get<RequestDesk>().ClaimAsync(reference, (await house.RequestAsync(reference)).Stamp, officer));
        Assert.IsType<RequestResult.Done>(await house.Get<RequestDecisions>().AnswerAsync(reference, (await house.RequestAsync(reference)).Stamp, "Please name it at /privacy/correct.", officer));

        Assert.Empty(await house.Get<CorrectionDesk>().OpenAsync(reference, officer));
        Assert.Equal(RequestState.Fulfilled, (await house.RequestAsync(reference)).State);
    }
}
