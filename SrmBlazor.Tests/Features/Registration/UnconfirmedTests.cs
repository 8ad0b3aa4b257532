using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

/// <summary>A registration that waits for its mailbox to be confirmed, and one that waits in vain.</summary>
public sealed class UnconfirmedTests
{
    [Theory, BothProviders]
    public async Task A_scan_that_came_early_waits_as_long_as_the_rest_of_its_registration(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        house.Clock.Advance(Draft.Life - TimeSpan.FromHours(1));
        await house.Get<Submissions>().SubmitAsync(registrant.Key);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Get<Sweep>().RunAsync();

        await house.Get<Activations>().ActivateAsync(await registrant.LinkAsync(house), Registrant.Password);

        Assert.IsType<Opening<IdentityScan>.Opened>(await house.Vault.OpenAsync<IdentityScan>(registrant.Person, For.IdentityCheck));
    }

    [Theory, BothProviders]
    public async Task A_registration_never_confirmed_is_erased_when_its_term_is_over(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        house.Clock.Advance(Draft.Life - TimeSpan.FromSeconds(1));
        await house.Get<Activations>().LapseAsync(CancellationToken.None);
        Assert.Equal(RegistrationState.Submitted, (await registrant.RegistrationAsync(house)).State);
        Assert.NotEmpty(await registrant.LiveAsync(house));
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await house.Get<Activations>().LapseAsync(CancellationToken.None);

        Assert.Equal(RegistrationState.Dropped, (await registrant.RegistrationAsync(house)).State);
        Assert.Empty(await registrant.LiveAsync(house));
        Assert.Empty(await house.Get<KeyStore>().LookUpAsync(LookUp.PendingMailbox, Registrant.Mailbox));
    }

    [Theory, BothProviders]
    public async Task A_registration_over_its_term_is_not_confirmed_although_no_round_came_by(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        house.Clock.Advance(Draft.Life);

        var result = await house.Get<Activations>().ActivateAsync(await registrant.LinkAsync(house), Registrant.Password);

        Assert.IsType<ActivationResult.DeadLink>(result);
        Assert.Equal(RegistrationState.Submitted, (await registrant.RegistrationAsync(house)).State);
    }

    [Theory, BothProviders]
    public async Task A_mailbox_whose_activation_died_half_way_can_be_registered_anew(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using (var before = await House.OpenAsync(stores))
        {
            var first = await Registrant.SubmitAsync(before);
            var link = await first.LinkAsync(before);
            before.DieAt("activate.after-index");
            await Assert.ThrowsAsync<ProcessDiedException>(() => before.Get<Activations>().ActivateAsync(link, Registrant.Password));
        }

        await using var after = await House.OpenAsync(stores);
        var second = await Registrant.SubmitAsync(after);
        var letter = Assert.Single(await Letterbox.OfAsync(after, second.Person));

        Assert.IsType<ActivationResult.Activated>(await after.Get<Activations>().ActivateAsync(letter.Token, Registrant.Password));
    }
}
