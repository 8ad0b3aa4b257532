using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Activation;

public sealed class ActivationTests
{
    [Theory, BothProviders]
    [Promise("P-1.1.1-X2", "P-3.1-07")]
    public async Task Twenty_posts_of_one_link_at_once_make_one_account(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        var token = await registrant.LinkAsync(house);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<Activations>().ActivateAsync(token, Registrant.Password))));

        Assert.Single(results.OfType<ActivationResult.Activated>());
        Assert.Equal(19, results.OfType<ActivationResult.DeadLink>().Count(dead => dead.State is LinkState.Used));
        await using var db = house.Store.Read();
        Assert.Equal(1, await db.Set<Account>().CountAsync(account => account.Id == registrant.Person));
        Assert.Equal(RegistrationState.IdentityCheck, (await registrant.RegistrationAsync(house)).State);
    }

    [Theory, BothProviders]
    public async Task Of_two_registrations_with_one_mailbox_the_first_activated_wins_and_the_other_is_erased(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var first = await Registrant.SubmitAsync(house);
        var second = await Registrant.SubmitAsync(house);
        var link = await first.LinkAsync(house);

        var won = await house.Get<Activations>().ActivateAsync(await second.LinkAsync(house), Registrant.Password);
        var lost = await house.Get<Activations>().ActivateAsync(link, Registrant.Password);

        Assert.IsType<ActivationResult.Activated>(won);
        Assert.IsType<ActivationResult.DeadLink>(lost);
        Assert.Empty(await first.LiveAsync(house));
        Assert.Equal(RegistrationState.Dropped, (await first.RegistrationAsync(house)).State);
        Assert.NotEmpty(await second.LiveAsync(house));
        Assert.Equal(second.Person, await house.Get<AccountRegister>().FindByMailboxAsync(Registrant.Mailbox));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X2")]
    public async Task Dead_links_say_why(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        var activations = house.Get<Activations>();
        var superseded = await registrant.LinkAsync(house);
        var expired = await registrant.LinkAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(25));

        Assert.IsType<LinkState.Superseded>(await activations.PeekAsync(superseded));
        Assert.IsType<LinkState.Expired>(await activations.PeekAsync(expired));
        Assert.IsType<LinkState.Unknown>(await activations.PeekAsync("nothing"));
        Assert.IsType<LinkState.Unknown>(await activations.PeekAsync(null));
        Assert.Equal(new ActivationResult.DeadLink(new LinkState.Expired()), await activations.ActivateAsync(expired, Registrant.Password));
    }

    [Theory, BothProviders]
    public async Task A_weak_password_leaves_the_link_good(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        var token = await registrant.LinkAsync(house);

        var own = await house.Get<Activations>().ActivateAsync(token, "qvarnstroem-zylphia");

        Assert.Equal(new ActivationResult.Weak(PasswordFlaw.TooCommon), own);
        Assert.IsType<LinkState.Good>(await house.Get<Activations>().PeekAsync(token));
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(token, Registrant.Password));
    }

    [Theory, BothProviders]
    public async Task Activation_leaves_nothing_held_for_registering_and_holds_each_optional_record_by_itself(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.ActivateAsync(house);

        var held = await house.Vault.OpenEverythingAsync(registrant.Person, For.Access, _ => false);

        Assert.All(held, holding => Assert.DoesNotContain(holding.Holds, hold => hold.Purpose == For.Registration));
        Assert.Equal([For.WorkProfile], held.Single(holding => holding.Kind.Name == "department").Holds.Select(hold => hold.Purpose));
        Assert.Equal([For.Correspondence], held.Single(holding => holding.Kind.Name == "city").Holds.Select(hold => hold.Purpose));
        await using var db = house.Store.Read();
        var ledger = await db.LedgerAsync(registrant.Person);
        Assert.Equal(4, ledger.Lines.Count(line => line.RecordId is not null && line.Purpose is "work-profile" or "correspondence"));
    }

    [Theory, BothProviders]
    public async Task A_resume_link_hands_the_draft_over_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var token = await registrant.LinkAsync(house, LinkKind.ResumeDraft);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<Resumptions>().ResumeAsync(token))));

        var secret = Assert.Single(results, result => result is not null);
        Assert.Equal(Registrant.Name, (await house.Get<Drafts>().LoadAsync(DraftKey.Of(secret)!))!.Answers.FullName);
        Assert.Null(await house.Get<Drafts>().LoadAsync(registrant.Key));
    }
}
