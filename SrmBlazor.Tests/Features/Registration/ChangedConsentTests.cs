using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

/// <summary>A version of the policy asks for ID number and scan again while somebody is registering.</summary>
public sealed class ChangedConsentTests
{
    [Theory, BothProviders]
    public async Task A_draft_whose_consent_has_changed_is_asked_again_and_goes_on(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await PausedAsync(house);

        var asked = (await registrant.LoadAsync(house))!;
        var stopped = await house.Get<Submissions>().SubmitAsync(registrant.Key);
        await DecideAsync(house, registrant, agreed: true);
        var renewed = (await registrant.LoadAsync(house))!;
        Assert.True(await house.Get<Drafts>().AcceptAgainAsync(registrant.Key, house.Get<PolicyText>().Shown("en")));

        Assert.Equal((null, Registrant.Number, true), (asked.Sensitive, asked.Answers.IdNumber, asked.HasScan));
        Assert.Equal(new SubmitResult.Incomplete(Step.IdentityDocument.Slug), stopped);
        Assert.Equal((true, Registrant.Number), (renewed.Sensitive, renewed.Answers.IdNumber));
        Assert.NotNull(await house.Get<ScanStore>().ShowAsync(new ScanOwner.OfDraft(registrant.Key)));
        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(registrant.Key));
        Assert.Equal([ConsentState.Given, ConsentState.Renewed], await DecisionsAsync(house, registrant));
    }

    [Theory, BothProviders]
    public async Task Until_the_answer_everything_else_is_saved_and_no_number_or_scan_is_taken(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await PausedAsync(house);

        Assert.IsType<DraftSave.Saved>(await registrant.SaveAsync(house, (Item.City, "Guangzhou")));
        Assert.Equal(new DraftSave.NeedsConsent(Item.IdNumber), await registrant.SaveAsync(house, (Item.IdNumber, "110101199003070054")));
        Assert.Null(await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(registrant.Key)));
        Assert.Null(await house.Get<ScanStore>().ShowAsync(new ScanOwner.OfDraft(registrant.Key)));

        Assert.Equal(("Guangzhou", Registrant.Number), ((await registrant.LoadAsync(house))!.Answers.City, (await registrant.LoadAsync(house))!.Answers.IdNumber));
    }

    [Theory, BothProviders]
    public async Task Nobody_agrees_to_the_change_by_the_notice_from_before_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await PausedAsync(house);

        Assert.True(await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed: true));

        Assert.Null((await registrant.LoadAsync(house))!.Sensitive);
        Assert.Equal([ConsentState.Given], await DecisionsAsync(house, registrant));
    }

    [Theory, BothProviders]
    public async Task Whoever_refuses_what_has_changed_ends_the_registration(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await PausedAsync(house);

        await DecideAsync(house, registrant, agreed: false);

        Assert.Null(await registrant.LoadAsync(house));
        Assert.Empty(await registrant.LiveAsync(house));
        Assert.Equal([ConsentState.Given, ConsentState.Withdrawn], await DecisionsAsync(house, registrant));
    }

    [Theory, BothProviders]
    public async Task A_version_published_between_reading_and_deciding_is_not_put_on_the_receipt(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.ServiceModel, For.WorkProfile.Key);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(await registrant.LinkAsync(house), Registrant.Password));

        await using var db = house.Store.Read();
        var given = await db.Set<ConsentEvent>().Where(one => one.PersonId == registrant.Person && one.State == ConsentState.Given).Join(db.Set<NoticeServed>(), one => one.NoticeId, served => served.Id, (_, served) => served)
            .Join(db.Set<NoticeText>(), served => served.TextHash, text => text.Hash, (_, text) => text.Text).ToListAsync();
        Assert.Equal([("correspondence", 1), ("sensitive-identity", 1)], given.Select(Notice.Read).Select(notice => (notice.Purpose, notice.PolicyVersion)).Order());
        // what the version asks again rests until it is answered, and is kept meanwhile
        var choice = Assert.Single(await house.Get<MyConsents>().ChoicesAsync(registrant.Act(house)), choice => choice.Purpose == For.WorkProfile);
        Assert.True(choice is { Given: true, Paused: true });
        Assert.Contains("department", await registrant.LiveAsync(house));
        Assert.IsType<Opening<Department>.Refused>(await house.Vault.OpenAsync<Department>(registrant.Person, For.WorkProfile));
    }

    private static async Task<Registrant> PausedAsync(House house)
    {
        var registrant = await Registrant.TypeAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.ServiceModel, For.SensitiveIdentity.Key);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        return registrant;
    }

    private static async Task DecideAsync(House house, Registrant registrant, bool agreed)
    {
        Assert.NotNull(await house.Get<SensitiveConsents>().ShowAsync(registrant.Key, "en"));
        Assert.True(await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed));
    }

    private static async Task<List<ConsentState>> DecisionsAsync(House house, Registrant registrant)
    {
        await using var db = house.Store.Read();
        return await db.Set<ConsentEvent>().Where(one => one.PersonId == registrant.Person && one.Purpose == For.SensitiveIdentity.Key).OrderBy(one => one.Number).Select(one => one.State).ToListAsync();
    }
}
