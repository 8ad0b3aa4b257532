using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Data.Signing;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian decides, at the first letter and later.</summary>
public sealed class GuardianDecisionsTests
{
    [Theory, BothProviders]
    public async Task With_the_guardians_consent_the_child_goes_on_and_the_guardian_is_known(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);

        Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house));

        var draft = (await child.AsRegistrant.LoadAsync(house))!;
        Assert.Equal((nameof(AgeBand.Child), "CN", null), (draft.Answers.AgeBand, draft.Answers.Country, draft.Sensitive));
        Assert.Equal(["guardianship", "registration-draft"], await child.LiveAsync(house));
        Assert.Equal(WaitingState.MayGoOn, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
        var guardian = await child.GuardianAsync(house);
        Assert.Equal(["GuardianConsented", "ChildMayRegister"], await Child.LettersAsync(house, guardian));
        await using var db = house.Store.Read();
        Assert.True((await db.Set<PolicyDecision>().SingleAsync(one => one.PersonId == child.Person)).WithGuardian);
        Assert.NotEqual(child.Person, guardian);
        Assert.Contains("guardian.consented", await db.Set<AuditEntry>().Select(entry => entry.Action).ToListAsync());
    }

    [Theory, BothProviders]
    public async Task The_childs_link_in_the_guardians_letter_opens_the_registration_on_another_device(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.AdmitAsync(house);

        // both were written in the same moment: the one that leads back is the one with a secret
        var letters = await Letterbox.OfAsync(house, await child.GuardianAsync(house));
        var secret = await house.Get<Resumptions>().ResumeAsync(letters.Single(letter => letter.Link!.Query.Contains("token=", StringComparison.Ordinal)).Token);

        Assert.NotNull(await house.Get<Drafts>().LoadAsync(DraftKey.Of(secret)!));
        Assert.Null(await child.AsRegistrant.LoadAsync(house));
    }

    [Promise("P-7-06")]
    [Theory, BothProviders]
    public async Task What_the_guardian_did_not_tick_is_refused_from_the_child(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.AdmitAsync(house, sensitive: false, For.Correspondence);

        var ticked = await child.AsRegistrant.SaveAsync(house, (Item.City, "Shenzhen"));
        var other = await child.AsRegistrant.SaveAsync(house, (Item.Department, "Harbour lights"));

        Assert.IsType<DraftSave.Saved>(ticked);
        Assert.Equal(new DraftSave.NotAsked(Item.Department), other);
    }

    [Theory, BothProviders]
    public async Task A_child_does_not_grow_up_by_an_answer_and_gives_no_separate_consent(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house);

        Assert.Equal(new DraftSave.NotAsked(Item.AgeBand), await child.AsRegistrant.SaveAsync(house, (Item.AgeBand, nameof(AgeBand.Adult))));
        Assert.NotNull(await house.Get<SensitiveConsents>().ShowAsync(child.Key, "en"));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(child.Key, agreed: true));
        Assert.Equal(new DraftSave.NeedsConsent(Item.IdNumber), await child.AsRegistrant.SaveAsync(house, (Item.IdNumber, Child.Number)));
        Assert.Null(await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(child.Key)));

        Assert.True(await house.Get<Guardianships>().ReadAndDecideAsync(access, agreed: true, "en"));

        Assert.IsType<DraftSave.Saved>(await child.AsRegistrant.SaveAsync(house, (Item.IdNumber, Child.Number)));
        Assert.NotNull(await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(child.Key)));
    }

    [Theory, BothProviders]
    public async Task A_child_with_a_guardian_registers_to_the_end(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        var (child, access) = await Child.ActivateAsync(house);

        Assert.Equal(["city", "guardianship", "identity", "identity-document", "identity-scan", "mailbox", "residence"], await child.LiveAsync(house));
        var seen = (await house.Get<Guardianships>().OpenAsync(access))!;
        Assert.Contains(seen.Held, holding => holding.Record is Identity { FullName: Registrant.Name });
        Assert.Equal([For.Correspondence], seen.Agreed);
        Assert.NotNull(seen.SensitiveSince);
    }

    [Theory, BothProviders]
    public async Task A_refusal_erases_everything_at_once_and_the_child_is_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var token = await child.TokenAsync(house);

        Assert.IsType<GuardianAnswer.Refused>(await child.RefuseAsync(house));

        Assert.Empty(await child.LiveAsync(house));
        Assert.Equal(WaitingState.Refused, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
        Assert.IsType<GuardianAnswer.DeadLink>(await house.Get<GuardianDecisions>().RefuseAsync(token));
    }

    [Theory, BothProviders]
    public async Task Of_a_consent_and_a_refusal_at_the_same_moment_one_is_taken(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);

        // the letter is erased with the rest, so the link is followed before either answers
        var token = await child.TokenAsync(house);

        var answers = await Task.WhenAll(Task.Run(() => Child.ConsentAsync(house, token)), Task.Run(() => house.Get<GuardianDecisions>().RefuseAsync(token)));

        Assert.Single(answers, answer => answer is GuardianAnswer.DeadLink);
    }

    [Theory, BothProviders]
    public async Task Refusing_document_and_scan_ends_the_registration(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house);
        var guardian = await child.GuardianAsync(house);

        Assert.True(await house.Get<Guardianships>().ReadAndDecideAsync(access, agreed: false, "en"));

        Assert.Empty(await child.LiveAsync(house));
        Assert.Null(await house.Get<Guardianships>().OpenAsync(access));
        Assert.Contains("GuardianWithdrew", await Child.LettersAsync(house, guardian));
    }

    [Theory, BothProviders]
    public async Task Each_decision_of_a_guardian_has_a_signed_receipt_that_only_the_guardians_link_opens(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house, sensitive: true, For.Correspondence);
        var (_, stranger) = await Child.AdmitAsync(house);

        var decisions = (await house.Get<Guardianships>().OpenAsync(access))!.Decisions;
        foreach (var decision in decisions)
        {
            var file = await house.Get<Guardianships>().ReceiptAsync(access, decision.Id);
            var keys = await house.Get<ConsentReceipts>().KeysAsync();
            var receipt = ConsentReceipt.Read(SignedDocument.Verify(file!, ConsentReceipt.MediaType, keys));
            Assert.Equal((child.Person, ConsentActor.Guardian, decision.State), (receipt.PiiPrincipalId, receipt.Event.EntityType, receipt.Event.EventState));
            Assert.Equal("/guardian", receipt.Purpose.WithdrawalMethod.AbsolutePath);
            Assert.Null(await house.Get<Guardianships>().ReceiptAsync(stranger, decision.Id));
            // the page that is printed says the same
            Assert.Equal(Encoding.UTF8.GetString(receipt.ToJson()), Encoding.UTF8.GetString((await house.Get<Guardianships>().FindReceiptAsync(access, decision.Id))!.ToJson()));
            Assert.Null(await house.Get<Guardianships>().FindReceiptAsync(stranger, decision.Id));
        }

        Assert.Equal(["child-data", "correspondence", "sensitive-identity"], decisions.Where(decision => decision.State == ConsentState.Given).Select(decision => decision.Purpose).Order(StringComparer.Ordinal));
    }

    [Theory, BothProviders]
    public async Task A_withdrawal_erases_the_draft_and_what_is_known_of_the_guardian(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house, sensitive: true, For.Correspondence);
        await child.TypeAsync(house);
        var guardian = await child.GuardianAsync(house);

        Assert.True(await house.Get<Guardianships>().WithdrawAsync(access));

        Assert.Empty(await child.LiveAsync(house));
        Assert.Equal(WaitingState.Withdrawn, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
        Assert.Equal(Child.GuardianMailbox, (await Letterbox.OfAsync(house, guardian))[^1].To);
        Assert.False(await house.Get<Guardianships>().WithdrawAsync(access));
    }

    [Theory, BothProviders]
    public async Task A_withdrawal_closes_the_childs_account_and_erases_what_nothing_else_must_hold(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.ActivateAsync(house);

        Assert.True(await house.Get<Guardianships>().WithdrawAsync(access));

        Assert.Empty(await child.LiveAsync(house));
        Assert.Equal(RegistrationState.Withdrawn, (await child.AsRegistrant.RegistrationAsync(house)).State);
        await using var db = house.Store.Read();
        Assert.NotNull((await db.Set<Account>().SingleAsync(account => account.Id == child.Person)).ClosedOn);
    }

    [Theory, BothProviders]
    public async Task A_guardian_who_lost_the_letter_gets_a_fresh_link_and_a_stranger_none(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house);
        var guardian = await child.GuardianAsync(house);

        await house.Get<GuardianAccess>().SendAsync("stranger@qvarnstroem.test");
        Assert.NotNull(await house.Get<Guardianships>().OpenAsync(access));
        await house.Get<GuardianAccess>().SendAsync($" {Child.GuardianMailbox} ");

        Assert.Null(await house.Get<Guardianships>().OpenAsync(access));
        Assert.NotNull(await house.Get<Guardianships>().OpenAsync((await Letterbox.OfAsync(house, guardian))[^1].Link!.Segments[^1]));
    }

    [Theory, BothProviders]
    public async Task A_consent_without_name_declaration_or_will_is_none(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await Child.AskAsync(house);
        var token = await child.TokenAsync(house);
        var whole = new GuardianConsent(Child.GuardianName, Relation.Father, Declares: true, Consents: true, []);
        var shown = new ShownPolicy(1, new string('b', 64), "en");

        foreach (var half in (GuardianConsent[])[whole with { FullName = "1" }, whole with { Declares = false }, whole with { Consents = false }, whole with { Agreed = [For.Account] }])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => house.Get<GuardianDecisions>().ReadAndConsentAsync(token, half, shown));
        }

        Assert.IsType<LinkState.Good>(await house.Get<GuardianDecisions>().PeekAsync(token));
    }
}
