using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a new version of the policy means for a guardian and the child.</summary>
public sealed class GuardianRenewalsTests
{
    [Theory, BothProviders]
    public async Task A_guardian_renews_what_changed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.ActivateAsync(house);
        await PublishAsync(house, For.Correspondence.Key, For.SensitiveIdentity.Key);

        var asked = (await house.Get<Guardianships>().OpenAsync(access))!;
        Assert.IsType<Opening<City>.Refused>(await house.Vault.OpenAsync<City>(child.Person, For.Correspondence));
        Assert.False(await AnswerAsync(house, access, For.Correspondence, agreed: true, Guid.NewGuid()));
        Assert.True(await AnswerAsync(house, access, For.Correspondence, agreed: true));
        Assert.True(await AnswerAsync(house, access, For.SensitiveIdentity, agreed: true));
        Assert.False(await AnswerAsync(house, access, For.SensitiveIdentity, agreed: true));

        Assert.Equal([For.Correspondence, For.SensitiveIdentity], asked.Renewals);
        Assert.False(asked.DecidesSensitive);
        var seen = (await house.Get<Guardianships>().OpenAsync(access))!;
        Assert.Empty(seen.Renewals);
        Assert.NotNull(seen.SensitiveSince);
        Assert.Equal(["sensitive-identity", "correspondence"], seen.Decisions.Where(decision => decision is { State: ConsentState.Renewed, Actor: ConsentActor.Guardian }).Select(decision => decision.Purpose));
        Assert.IsType<Opening<City>.Opened>(await house.Vault.OpenAsync<City>(child.Person, For.Correspondence));
        Assert.IsType<Opening<IdentityScan>.Opened>(await house.Vault.OpenAsync<IdentityScan>(child.Person, For.IdentityCheck));
    }

    [Theory, BothProviders]
    public async Task What_a_guardian_does_not_agree_to_anew_is_erased_and_the_account_goes_on(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.ActivateAsync(house);
        await PublishAsync(house, For.Correspondence.Key, For.SensitiveIdentity.Key);

        Assert.True(await AnswerAsync(house, access, For.Correspondence, agreed: false));
        Assert.True(await AnswerAsync(house, access, For.SensitiveIdentity, agreed: false));

        var live = await child.LiveAsync(house);
        Assert.DoesNotContain(live, kind => kind is "city" or "identity-scan");
        Assert.Contains("identity", live);
        var seen = (await house.Get<Guardianships>().OpenAsync(access))!;
        Assert.Empty(seen.Agreed);
        Assert.Empty(seen.Renewals);
    }

    [Theory, BothProviders]
    public async Task In_a_draft_the_guardian_renews_the_document_and_narrows_what_the_child_is_asked(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house, sensitive: true, For.Correspondence);
        await child.TypeAsync(house);
        await PublishAsync(house, For.Correspondence.Key, For.SensitiveIdentity.Key);

        var asked = (await house.Get<Guardianships>().OpenAsync(access))!;
        Assert.Null((await child.AsRegistrant.LoadAsync(house))!.Sensitive);
        Assert.True(await house.Get<Guardianships>().ReadAndDecideAsync(access, agreed: true, "en"));
        Assert.True(await AnswerAsync(house, access, For.Correspondence, agreed: false));

        Assert.Equal([For.Correspondence], asked.Renewals);
        Assert.True(asked.DecidesSensitive);
        var draft = (await child.AsRegistrant.LoadAsync(house))!;
        Assert.Equal((true, null, Child.Number), (draft.Sensitive, draft.Answers.City, draft.Answers.IdNumber));
        Assert.Equal(new DraftSave.NotAsked(Item.City), await child.AsRegistrant.SaveAsync(house, (Item.City, "Shenzhen")));
    }

    [Theory, BothProviders]
    public async Task A_child_is_told_that_the_guardian_agrees_and_can_only_take_back(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        await PublishAsync(house, For.Correspondence.Key);
        var decider = new Decider(house, child.Person);

        var panel = await decider.OpenAsync(For.Correspondence);

        Assert.True(panel is { GuardianGives: true, Paused: true });
        Assert.False(await decider.DecideAsync(For.Correspondence, give: true));
        Assert.True(await decider.DecideAsync(For.Correspondence, give: false));
        Assert.DoesNotContain("city", await child.LiveAsync(house));
    }

    [Fact]
    public async Task The_consent_that_lets_a_child_in_is_not_among_those_that_staff_ask_again()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (child, access) = await Child.AdmitAsync(house);
        var draft = await PolicyStaff.Of(house).BeginAsync();
        await PublishAsync(house, For.ChildData.Key, For.Correspondence.Key);

        await using var db = house.Store.Read();

        Assert.DoesNotContain("child-data", draft.Consents);
        Assert.Contains("correspondence", draft.Consents);
        Assert.Equal(["correspondence"], await db.Set<PurposeRevision>().Select(revision => revision.Purpose).ToListAsync());
        Assert.NotNull(await child.AsRegistrant.LoadAsync(house));
        Assert.Empty((await house.Get<Guardianships>().OpenAsync(access))!.Renewals);
    }

    [Theory, BothProviders]
    public async Task A_major_version_is_mailed_to_the_guardian(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        Child child;
        string access;
        await using (var house = await House.OpenAsync(stores))
        {
            (child, access) = await Child.AdmitAsync(house);
            await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.None);
            await house.Get<GuardianPolicyMails>().SendAsync(default);
            Assert.DoesNotContain("GuardianPolicyChanged", await Child.LettersAsync(house, await child.GuardianAsync(house)));
            await PublishAsync(house);
            house.DieAt("guardian-policy-mails.before-commit");
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<GuardianPolicyMails>().SendAsync(default));
        }

        await using var next = await House.OpenAsync(stores);
        await next.Get<GuardianPolicyMails>().SendAsync(default);
        await next.Get<GuardianPolicyMails>().SendAsync(default);
        await using var another = await House.OpenAsync(stores);
        await another.Get<GuardianPolicyMails>().SendAsync(default);

        var guardian = await child.GuardianAsync(next);
        Assert.Single(await Child.LettersAsync(next, guardian), "GuardianPolicyChanged");
        var letter = (await Letterbox.OfAsync(next, guardian))[^1];
        Assert.Equal(Child.GuardianMailbox, letter.To);
        Assert.Contains(letter.Body, paragraph => paragraph.Contains(PolicyStaff.Why.English, StringComparison.Ordinal));
        Assert.NotNull(await next.Get<Guardianships>().OpenAsync(letter.Link!.Segments[^1]));
        Assert.NotNull(await next.Get<Guardianships>().OpenAsync(access));
    }

    [Theory, BothProviders]
    public async Task Who_took_the_consent_back_or_consented_under_the_new_version_has_no_letter_about_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (left, access) = await Child.AdmitAsync(house);
        var gone = await left.GuardianAsync(house);
        await house.Get<Guardianships>().WithdrawAsync(access);
        await PublishAsync(house);
        var later = await Child.AskAsync(house, "father@qvarnstroem.test");
        await house.Get<GuardianDecisions>().ReadAndConsentAsync(await later.TokenAsync(house),
            new GuardianConsent(Child.GuardianName, Relation.Father, Declares: true, Consents: true, []), house.Get<PolicyText>().Shown("en"));

        await house.Get<GuardianPolicyMails>().SendAsync(default);

        foreach (var guardian in new[] { gone, await later.GuardianAsync(house) })
        {
            Assert.DoesNotContain("GuardianPolicyChanged", await Child.LettersAsync(house, guardian));
        }
    }

    [Theory, BothProviders]
    public async Task The_childs_page_says_what_changed_until_the_guardian_has_read_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (_, access) = await Child.AdmitAsync(house);
        Assert.Null((await house.Get<Guardianships>().OpenAsync(access))!.News);
        await PublishAsync(house, For.Correspondence.Key);

        var news = (await house.Get<Guardianships>().OpenAsync(access))!.News;
        await house.Get<GuardianNews>().SeeAsync(access, news!.Version);
        await house.Get<GuardianNews>().ReadAsync("nonsense", news.Version);
        Assert.NotNull((await house.Get<Guardianships>().OpenAsync(access))!.News);
        await house.Get<GuardianNews>().ReadAsync(access, news.Version);

        Assert.Equal((2, true), (news.Version, news.IsMajor));
        Assert.Equal(PolicyStaff.Why.English, Assert.Single(news.Steps).Changes.English);
        Assert.Null((await house.Get<Guardianships>().OpenAsync(access))!.News);
    }

    private static async Task PublishAsync(House house, params string[] purposes)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.ServiceModel, purposes);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<bool> AnswerAsync(House house, string access, Purpose purpose, bool agreed, Guid? served = null) =>
        await house.Get<GuardianRenewals>().AnswerAsync(access, purpose.Key, agreed, served ?? await house.Get<Guardianships>().ReadAsync(access, purpose));
}
