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

/// <summary>What is proposed is set aside until it is decided.</summary>
public sealed class DisputingTests
{
    [Promise("P-5.7-07")]
    [Theory, BothProviders]
    public async Task While_it_is_disputed_no_purpose_of_the_map_opens_it_but_storage_access_and_claims(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Proposer.VerifiedAsync(house);
        await supplier.ProposeAsync(house, Proposer.Name, new Change(Item.IdNumber, Registrant.Number, "110105194912310046"), new Change(Item.Country, "CN", "DE"));

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
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);

        await house.DecideAsync(reference, RequestOutcome.Refused);

        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
        Assert.Equal(RegistrationState.Verified, (await supplier.RegistrationAsync(house)).State);
        Assert.Subset((await supplier.LettersAsync(house)).ToHashSet(), new HashSet<string>([nameof(Letters.RequestRefused), nameof(Letters.RestrictionEnds)]));
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
        var supplier = await Proposer.VerifiedAsync(house);
        var first = await supplier.ProposeAsync(house, Proposer.Name);
        var second = await supplier.ProposeAsync(house, Proposer.Name with { Value = "Qvarnström Z." });

        await house.Get<MyRequests>().WithdrawAsync(first, supplier.ConfirmedAct(house));
        var between = await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account);
        await house.Get<MyRequests>().WithdrawAsync(second, supplier.ConfirmedAct(house));

        Assert.IsType<Opening<Identity>.Refused>(between);
        Assert.NotNull((await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull);
        Assert.DoesNotContain("correction-proposal", await supplier.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task An_appeal_sets_aside_again_what_the_refusal_freed_until_the_appeal_is_decided(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);
        await house.DecideAsync(reference, RequestOutcome.Refused);
        Assert.NotNull((await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull);

        house.Clock.Advance(TimeSpan.FromDays(1));
        Applicant.Done(await house.Get<MyRequests>().AppealAsync(reference, "It is my name.", supplier.ConfirmedAct(house)));

        Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account));
        Assert.Equal([reference], (await house.Get<MyRestrictions>().ListAsync(supplier.Act(house))).Single(one => one.Kind == "identity").Because);
        Assert.NotNull((await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Applicant.Done(await house.Get<RequestDecisions>().UpholdAsync(reference, (await house.RequestAsync(reference)).Stamp, "The document says so.", house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer)));
        Assert.NotNull((await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull);
        Assert.Equal(2, (await supplier.LettersAsync(house)).Count(letter => letter == nameof(Letters.RestrictionEnds)));
    }

    [Theory, BothProviders]
    public async Task An_appeal_that_is_right_keeps_it_set_aside_until_it_is_corrected(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);
        await house.DecideAsync(reference, RequestOutcome.Refused);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Applicant.Done(await house.Get<MyRequests>().AppealAsync(reference, "It is my name.", supplier.ConfirmedAct(house)));

        Applicant.Done(await house.Get<RequestDecisions>().OverturnAsync(reference, (await house.RequestAsync(reference)).Stamp, "You are right.", house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer)));
        var between = await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account);
        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

        Assert.IsType<Opening<Identity>.Refused>(between);
        Assert.Equal(Proposer.NewName, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
    }

    [Fact]
    public async Task What_the_person_wanted_used_again_an_appeal_leaves_in_use()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Proposer.VerifiedAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name);
        var identity = (await house.Get<MyRestrictions>().ListAsync(supplier.Act(house))).Single(one => one.IsSetAside);
        Assert.True(await house.Get<MyRestrictions>().EndAsync(identity.Record, supplier.Act(house)));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.DecideAsync(reference, RequestOutcome.Refused);

        Applicant.Done(await house.Get<MyRequests>().AppealAsync(reference, "It is my name.", supplier.ConfirmedAct(house)));

        Assert.NotNull((await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull);
    }
}
