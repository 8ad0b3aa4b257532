using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accuracy;

public sealed class RestrictingTests
{
    [Theory]
    [InlineData(RestrictionGround.Accuracy, RequestKind.Restrict, true)]
    [InlineData(RestrictionGround.Objection, RequestKind.Objection, true)]
    [InlineData(RestrictionGround.Unlawful, RequestKind.Restrict, false)]
    [InlineData(RestrictionGround.OwnClaim, RequestKind.Restrict, false)]
    public async Task What_may_be_wrong_or_is_objected_to_is_set_aside_with_the_request_and_the_rest_by_a_decision(RestrictionGround ground, RequestKind kind, bool atOnce)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);

        var reference = await AskAsync(house, supplier, ground);

        var request = await house.RequestAsync(reference);
        Assert.Equal((kind, RequestState.Triage), (request.Kind, request.State));
        Assert.Equal(atOnce, (await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull is null);
        Assert.Equal(atOnce, (await house.Get<MyData>().HeldAsync(supplier.Act(house))).Single(held => held.Kind == Phone.Kind).IsSetAside);
        Assert.False((await house.Get<MyData>().HeldAsync(supplier.Act(house))).Single(held => held.Kind == City.Kind).IsSetAside);
    }

    [Fact]
    public async Task A_refusal_tells_before_it_is_used_again_and_a_grant_lasts_until_the_person_ends_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var refused = await AskAsync(house, supplier, RestrictionGround.Accuracy);
        await ClaimAsync(house, refused);
        var (officer, second) = (house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer), house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer));
        Applicant.Done(await house.Get<RequestDecisions>().ProposeAsync(refused, await StampAsync(house, refused), RequestOutcome.Refused, DenialGround.Other, "It is right.", officer));
        Applicant.Done(await house.Get<RequestDecisions>().ApproveAsync(refused, await StampAsync(house, refused), second));
        Assert.NotNull((await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull);
        await using (var db = house.Store.Read())
        {
            Assert.Single(await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.RestrictionEnds)).ToListAsync());
        }

        var granted = await AskAsync(house, supplier, RestrictionGround.Unlawful);
        await ClaimAsync(house, granted);
        Applicant.Done(await house.Get<RequestDecisions>().RestrictAsync(granted, await StampAsync(house, granted), ["phone"], officer));
        Applicant.Done(await house.Get<RequestDecisions>().AnswerAsync(granted, await StampAsync(house, granted), "It is set aside.", officer));
        var phone = (await house.Get<MyRestrictions>().ListAsync(supplier.Act(house))).Single(one => one.Kind == "phone");

        Assert.Equal([granted], phone.Because);
        Assert.True(await house.Get<MyRestrictions>().EndAsync(phone.Record, supplier.Act(house)));
        Assert.False(await house.Get<MyRestrictions>().EndAsync(phone.Record, supplier.Act(house)));
        Assert.NotNull((await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull);
    }

    [Theory]
    [InlineData(RequestOutcome.Refused, RestrictionGround.Accuracy, false)]
    [InlineData(RequestOutcome.Fulfilled, RestrictionGround.Accuracy, true)]
    public async Task While_a_denial_is_appealed_it_rests_again_and_what_was_granted_rests_on_whatever_the_appeal_brings(RequestOutcome outcome, RestrictionGround ground, bool rests)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var reference = await AskAsync(house, supplier, ground);
        await house.DecideAsync(reference, outcome);
        Assert.Equal(rests, await RestsAsync(house, supplier));
        house.Clock.Advance(TimeSpan.FromDays(1));

        Applicant.Done(await house.Get<MyRequests>().AppealAsync(reference, "I do not agree.", supplier.Act(house)));
        Assert.True(await RestsAsync(house, supplier));
        Applicant.Done(await house.Get<RequestDecisions>().UpholdAsync(reference, await StampAsync(house, reference), "It stays.", house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer)));

        Assert.Equal(rests, await RestsAsync(house, supplier));
    }

    [Fact]
    public async Task Nothing_is_asked_without_a_reason_or_about_what_is_anothers()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var mine = house.Get<MyRestrictions>();
        var records = (await mine.ListAsync(supplier.Act(house))).Select(one => one.Record).ToList();
        var stranger = house.ActOf(Guid.NewGuid(), Role.Supplier);

        Assert.Equal(RequestFault.NoText, Applicant.FaultOf(await mine.SubmitAsync(records, RestrictionGround.Accuracy, "All", " ", supplier.Act(house))));
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await mine.SubmitAsync([], RestrictionGround.Accuracy, "", "Wrong.", supplier.Act(house))));
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await mine.SubmitAsync(records, RestrictionGround.Accuracy, "All", "Wrong.", stranger)));
        Assert.False(await mine.EndAsync(records[0], stranger));
        Assert.DoesNotContain("mailbox", (await mine.ListAsync(supplier.Act(house))).Select(one => one.Kind));
    }

    private static async Task<string> AskAsync(House house, Registrant supplier, RestrictionGround ground)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var phone = (await house.Get<MyRestrictions>().ListAsync(supplier.Act(house))).Single(one => one.Kind == "phone");
        return Applicant.Done(await house.Get<MyRestrictions>().SubmitAsync([phone.Record], ground, "Phone", "It may be another one.", supplier.Act(house))).Reference;
    }

    private static async Task ClaimAsync(House house, string reference) =>
        Applicant.Done(await house.Get<RequestDesk>().ClaimAsync(reference, await StampAsync(house, reference), house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer)));

    private static async Task<bool> RestsAsync(House house, Registrant supplier) => (await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull is null;

    private static async Task<Guid> StampAsync(House house, string reference) => (await house.RequestAsync(reference)).Stamp;
}
