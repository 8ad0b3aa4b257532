using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>Until a guardian has consented.</summary>
public sealed class InvitationsTests
{
    [Promise("P-7-05", "P-7-08")]
    [Theory, BothProviders]
    public async Task Before_the_guardian_consents_nothing_is_kept_of_a_child_but_the_invitation(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);

        var child = await Child.AskAsync(house);

        Assert.Equal(["guardian-invitation"], await child.LiveAsync(house));
        Assert.Equal(new GuardianInvitation(Child.GuardianMailbox, "CN", nameof(AgeBand.Child)), (await house.Vault.OpenAsync<GuardianInvitation>(child.Person, For.GuardianInvitation)).OrNull);
        Assert.Equal(Child.GuardianMailbox, Assert.Single(await Letterbox.OfAsync(house, child.Person)).To);
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Child.GuardianMailbox));
        await using var db = house.Store.Read();
        Assert.False(await db.Set<PolicyDecision>().AnyAsync(one => one.PersonId == child.Person));
    }

    [Theory, BothProviders]
    public async Task Before_the_guardian_consents_no_service_takes_shows_or_sends_anything(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var registrant = child.AsRegistrant;

        Assert.Null(await registrant.LoadAsync(house));
        Assert.IsType<DraftSave.Gone>(await registrant.SaveAsync(house, (Item.FullName, "Li Lei")));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(child.Key, agreed: true));
        Assert.Null(await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(child.Key)));
        Assert.IsType<SubmitResult.Gone>(await house.Get<Submissions>().SubmitAsync(child.Key));
        Assert.False(await house.Get<Resumptions>().MailLinkAsync(child.Key));
        Assert.Null(await house.Get<Resumptions>().ResumeAsync(await registrant.LinkAsync(house, LinkKind.ResumeDraft)));

        Assert.Equal(["guardian-invitation"], await child.LiveAsync(house));
        Assert.Equal(WaitingState.Asked, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
    }

    [Theory, BothProviders]
    public async Task The_letter_is_sent_again_once_a_minute_and_only_its_newest_link_works(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var first = await child.TokenAsync(house);

        Assert.False(await house.Get<Invitations>().AskAgainAsync(child.Key));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await house.Get<Invitations>().AskAgainAsync(child.Key));
        Assert.False(await house.Get<Invitations>().AskAgainAsync(DraftKey.Create().Key));

        Assert.IsType<LinkState.Superseded>(await house.Get<GuardianDecisions>().PeekAsync(first));
        Assert.IsType<LinkState.Good>(await house.Get<GuardianDecisions>().PeekAsync(await child.TokenAsync(house)));
    }

    [Theory, BothProviders]
    public async Task Looking_at_the_link_does_not_use_it_up(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var token = await child.TokenAsync(house);

        for (var look = 0; look < 3; look++)
        {
            Assert.IsType<LinkState.Good>(await house.Get<GuardianDecisions>().PeekAsync(token));
        }

        Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house));
        Assert.IsType<LinkState.Used>(await house.Get<GuardianDecisions>().PeekAsync(token));
    }

    [Theory, BothProviders]
    public async Task A_child_that_gives_up_leaves_nothing_and_the_guardians_link_is_dead(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var token = await child.TokenAsync(house);

        Assert.True(await house.Get<Drafts>().DiscardAsync(child.Key));

        Assert.Empty(await child.LiveAsync(house));
        Assert.Empty(await Letterbox.OfAsync(house, child.Person));
        Assert.IsNotType<LinkState.Good>(await house.Get<GuardianDecisions>().PeekAsync(token));
        Assert.IsType<GuardianAnswer.DeadLink>(await house.Get<GuardianDecisions>().RefuseAsync(token));
    }

    [Promise("P-7-08")]
    [Theory, BothProviders]
    public async Task Without_an_answer_all_is_gone_after_thirty_days_to_the_last_byte(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var child = await Child.AskAsync(house);
        var token = await child.TokenAsync(house);
        var trace = await CiphertextAsync(house, child.Person);
        house.Clock.Advance(Draft.Life - TimeSpan.FromSeconds(1));
        await house.Get<Drafts>().LapseAsync(CancellationToken.None);
        Assert.Equal(["guardian-invitation"], await child.LiveAsync(house));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<Opening<GuardianInvitation>.Refused>(await house.Vault.OpenAsync<GuardianInvitation>(child.Person, For.GuardianInvitation));
        Assert.IsType<GuardianAnswer.DeadLink>(await house.Get<GuardianDecisions>().RefuseAsync(token));

        await house.Get<Drafts>().LapseAsync(CancellationToken.None);

        Assert.Empty(await child.LiveAsync(house));
        Assert.Equal(WaitingState.Lapsed, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
        if (provider == DatabaseProvider.Sqlite)
        {
            Assert.Empty(Canary.Pieces([stores.Folder], trace));
        }

        await using var db = house.Store.Read();
        Assert.Equal(DraftState.Ended, (await db.Set<Draft>().SingleAsync()).State);
    }

    private static async Task<byte[]> CiphertextAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return (await db.Set<SealedRow>().SingleAsync(row => row.PersonId == person && row.Kind == "guardian-invitation")).Ciphertext!;
    }
}
