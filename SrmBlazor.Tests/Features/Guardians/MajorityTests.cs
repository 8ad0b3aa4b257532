using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

public sealed class MajorityTests
{
    [Theory, BothProviders]
    public async Task Nobody_is_of_age_before_the_years_have_passed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.ActivateAsync(house);

        Assert.False(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));
        house.Clock.Advance(new DateTimeOffset(2030, 3, 2, 12, 0, 0, TimeSpan.Zero) - house.Clock.GetUtcNow());
        Assert.False(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));

        Assert.Equal(new DateOnly(2030, 3, 3), await house.Get<Majority>().EarliestAsync(child.AsRegistrant.Act(house)));
        Assert.Contains("guardianship", await child.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task Whoever_is_of_age_takes_over_and_the_guardian_is_told_and_forgotten(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        var guardian = await child.GuardianAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(4 * 366));
        await house.Get<GuardianAccess>().SendAsync(Child.GuardianMailbox);
        var access = (await Accounts.Letterbox.OfAsync(house, guardian))[^1].Link!.Segments[^1];
        Assert.NotNull(await house.Get<Guardianships>().OpenAsync(access));

        Assert.True(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));

        Assert.DoesNotContain("guardianship", await child.LiveAsync(house));
        Assert.Equal(nameof(AgeBand.Adult), (await house.Vault.OpenAsync<Residence>(child.Person, For.Jurisdiction)).OrNull!.AgeBand);
        Assert.Equal(Registrant, (await house.Vault.OpenAsync<Identity>(child.Person, For.Account)).OrNull!.FullName);
        Assert.Equal("ChildIsOfAge", (await Child.LettersAsync(house, guardian))[^1]);
        Assert.Null(await house.Get<Guardianships>().OpenAsync(access));
    }

    [Theory, BothProviders]
    public async Task Who_has_no_guardian_has_nothing_to_take_over(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var adult = await SrmBlazor.Features.Registration.Activation.Registrant.ActivateAsync(house);

        Assert.Null(await house.Get<Majority>().EarliestAsync(adult.Act(house)));
        Assert.False(await house.Get<Majority>().TakeOverAsync(adult.Act(house)));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<Majority>().TakeOverAsync(house.ActOf(adult.Person, Role.Verifier)));
    }

    private const string Registrant = SrmBlazor.Features.Registration.Activation.Registrant.Name;
}
