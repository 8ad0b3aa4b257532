using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>Somebody who did not say so is a child by what they answered.</summary>
public sealed class ChildFoundTests
{
    private static readonly Answers WithNumber = Registrant.Everything with
    {
        Cooperation = nameof(Cooperation.Subcontracting),
        Gender = null,
        BirthYear = null,
        Phone = null,
        IdNumber = Child.Number,
    };

    [Theory, BothProviders]
    public async Task A_number_of_a_child_freezes_the_draft_and_number_and_scan_go_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house, WithNumber);

        Assert.IsType<SubmitResult.NeedsGuardian>(await house.Get<Submissions>().SubmitAsync(registrant.Key));

        Assert.Equal(["registration-draft"], await registrant.LiveAsync(house));
        Assert.Null(await registrant.LoadAsync(house));
        Assert.IsType<Opening<Answers>.Refused>(await house.Vault.OpenAsync<Answers>(registrant.Person, For.Registration));
        Assert.Null((await house.Vault.OpenAsync<Answers>(registrant.Person, For.Access)).OrNull!.IdNumber);
        Assert.Equal(WaitingState.NoGuardianYet, (await house.Get<Invitations>().StandingAsync(registrant.Key)).State);
    }

    [Theory, BothProviders]
    public async Task Once_the_guardian_consents_the_rest_is_there_and_the_document_is_the_guardians_to_allow(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await FreezeAsync(house);
        Assert.True(await house.Get<Invitations>().InviteAsync(child.Key, Child.GuardianMailbox));
        Assert.False(await house.Get<Invitations>().InviteAsync(child.Key, "other@qvarnstroem.test"));

        Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house, For.Correspondence));

        var draft = (await child.AsRegistrant.LoadAsync(house))!;
        Assert.Equal((Registrant.Name, "Shenzhen", null, nameof(AgeBand.Child)), (draft.Answers.FullName, draft.Answers.City, draft.Answers.Department, draft.Answers.AgeBand));
        Assert.Equal((null, false), (draft.Answers.IdNumber, draft.HasScan));
        Assert.NotEqual(true, draft.Sensitive);
    }

    [Theory, BothProviders]
    public async Task A_guardian_who_refuses_or_is_never_named_leaves_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var refused = await FreezeAsync(house);
        await house.Get<Invitations>().InviteAsync(refused.Key, Child.GuardianMailbox);
        var silent = await FreezeAsync(house);

        Assert.IsType<GuardianAnswer.Refused>(await refused.RefuseAsync(house));
        house.Clock.Advance(Draft.Life);
        await house.Get<Drafts>().LapseAsync(CancellationToken.None);

        Assert.Empty(await refused.LiveAsync(house));
        Assert.Empty(await silent.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task Nobody_freezes_a_draft_that_shows_no_child(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        Assert.False(await house.Get<Freezing>().FreezeAsync(registrant.Key));

        Assert.NotNull(await registrant.LoadAsync(house));
    }

    /// <summary>On 2 March 2026, with nothing but the year known, the youngest age that it allows decides.</summary>
    [Theory]
    [InlineData("2011", "CN", false)] // 14 or 15
    [InlineData("2012", "CN", true)] // 13 or 14
    [InlineData("2009", "DE", false)] // 16 or 17
    [InlineData("2010", "DE", true)] // 15 or 16
    [InlineData("2011", "BE", false)] // the law says 13, the promise 14
    [InlineData("2012", "BE", true)]
    public async Task A_birth_year_shows_a_child_where_it_allows_one(string year, string country, bool shows)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var answers = Registrant.Everything with { Country = country, BirthYear = year, IdNumber = null, AgeBand = nameof(AgeBand.UnderEighteen) };

        Assert.Equal(shows, house.Get<StepRules>().ShowsChild(answers));
    }

    [Theory]
    [InlineData(2028, 12, 30, true)]
    [InlineData(2028, 12, 31, false)] // the fourteenth birthday
    public async Task A_number_shows_a_child_to_the_day(int year, int month, int day, bool shows)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        house.Clock.Advance(new DateTimeOffset(year, month, day, 9, 30, 0, TimeSpan.Zero) - house.Clock.GetUtcNow());

        Assert.Equal(shows, house.Get<StepRules>().ShowsChild(WithNumber));
    }

    private static async Task<Child> FreezeAsync(House house)
    {
        var registrant = await Registrant.TypeAsync(house, WithNumber);
        Assert.True(await house.Get<Freezing>().FreezeAsync(registrant.Key));
        return new Child(registrant.Person, registrant.Key);
    }
}
