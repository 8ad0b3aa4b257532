using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Guardians;

/// <summary>Somebody with an account turns out to be a child: by the number sent at a correction, or by the verifier who sees the document.</summary>
public sealed class ChildFoundLaterTests
{
    private static readonly Answers Grown = Registrant.Everything with { Cooperation = nameof(Cooperation.Subcontracting), Gender = null, BirthYear = null, Phone = null };

    private static readonly Answers Mended = new() { IdType = "ResidentId", IdCountry = "CN", IdNumber = Child.Number };

    [Theory, BothProviders]
    public async Task A_number_of_a_child_is_asked_about_first_and_kept_nowhere(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var supplier = await AskedAsync(house);

        Assert.IsType<CorrectionResult.ShowsChild>(await house.Get<Corrections>().SendAsync(Mended, supplier.Act(house)));
        Assert.False(await house.Get<Corrections>().ConfirmChildAsync(Mended with { IdNumber = Registrant.Number }, supplier.Act(house)));

        Assert.Equal(RegistrationState.CorrectionAsked, (await supplier.RegistrationAsync(house)).State);
        Assert.Equal(Registrant.Number, (await house.Vault.OpenAsync<IdentityDocument>(supplier.Person, For.Account)).OrNull!.Number);
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Child.Number));
    }

    [Promise("P-7-07")]
    [Theory, BothProviders]
    public async Task Found_at_a_correction_nothing_is_opened_any_more_and_number_and_scan_go_at_once(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var child = await FoundAsync(house);
        var act = child.AsRegistrant.Act(house);

        Assert.Equal(RegistrationState.AwaitsGuardian, (await child.AsRegistrant.RegistrationAsync(house)).State);
        Assert.DoesNotContain(await child.LiveAsync(house), kind => kind is "identity-document" or "identity-scan");
        Assert.Empty(await house.Get<KeyStore>().LookUpAsync(LookUp.IdNumber, Registrant.Number));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Child.Number, Registrant.Number));
        Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(child.Person, For.Account));
        Assert.IsType<Opening<Mailbox>.Refused>(await house.Vault.OpenAsync<Mailbox>(child.Person, For.Account));
        Assert.Equal(nameof(AgeBand.Child), (await house.Vault.OpenAsync<Residence>(child.Person, For.Access)).OrNull!.AgeBand);
        Assert.Equal("ChildFound", (await Child.LettersAsync(house, child.Person))[^1]);
        Assert.True(await house.Get<AccountInvitations>().AwaitsGuardianAsync(act));
        Assert.Equal(new Waiting(WaitingState.NoGuardianYet, house.Clock.Now() + Draft.Life), await house.Get<AccountInvitations>().StandingAsync(act));
        Assert.Null(await house.Get<Corrections>().OpenAsync(act));
        Assert.Null(await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(act)));
    }

    [Theory, BothProviders]
    public async Task No_verifier_sees_the_case_before_the_guardian_has_consented(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var child = await ReportedAsync(house);
        var reference = (await child.AsRegistrant.RegistrationAsync(house)).Reference;
        var verifier = WaitingCase.ActOf(house);

        foreach (var view in Enum.GetValues<BoardView>())
        {
            Assert.Empty((await house.Get<Board>().PageAsync(new BoardFilter { View = view }, BoardPlace.First, verifier)).Rows);
        }

        Assert.Null(await house.Get<Verifications>().OpenAsync(reference, verifier));
        Assert.Null(await house.Get<Verifications>().StandingAsync(reference, verifier));
        Assert.Null(await house.Get<Verifications>().RevealAsync(reference, Revealable.Name, RevealReason.CompareWithScan, verifier));
        Assert.Null(await house.Get<Verifications>().ScanAsync(reference, verifier));
        Assert.Null(await house.Get<CaseGate>().GateAsync(reference, verifier));
        Assert.IsType<DecisionResult.NotFound>(await house.Get<Decisions>().AcceptAsync(reference, Guid.NewGuid(), verifier));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Once_the_guardian_consents_number_and_scan_are_sent_anew_and_the_case_comes_back(DatabaseProvider provider, bool reported)
    {
        await using var house = await House.BuildAsync(provider);
        var child = reported ? await ReportedAsync(house) : await FoundAsync(house);
        var act = child.AsRegistrant.Act(house);
        Assert.True(await house.Get<AccountInvitations>().InviteAsync(Child.GuardianMailbox, act));
        Assert.False(await house.Get<AccountInvitations>().InviteAsync("other@qvarnstroem.test", act));
        Assert.Equal(WaitingState.Asked, (await house.Get<AccountInvitations>().StandingAsync(act)).State);

        var access = Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house, For.Correspondence)).Token;
        Assert.Equal("ChildMayGoOn", (await Child.LettersAsync(house, child.Person))[^1]);
        Assert.Null(await house.Get<Corrections>().OpenAsync(act));
        Assert.True(await house.Get<Corrections>().IsGuardedAsync(act));
        Assert.True((await house.Get<Guardianships>().OpenAsync(access))!.DecidesSensitive);
        Assert.True(await house.Get<Guardianships>().ReadAndDecideAsync(access, agreed: true, "en"));
        var asked = (await house.Get<Corrections>().OpenAsync(act))!.Asked;
        Assert.IsType<Registration.Scans.ScanOutcome.Accepted>(await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(act)));
        var sent = await house.Get<Corrections>().SendAsync(Mended, act);

        Assert.Equal([CaseItem.IdNumber, CaseItem.Scan], asked.Order());
        Assert.IsType<CorrectionResult.Sent>(sent);
        Assert.False(await house.Get<AccountInvitations>().AwaitsGuardianAsync(act));
        var row = Assert.Single((await house.Get<Board>().PageAsync(new BoardFilter { View = BoardView.ToDo }, BoardPlace.First, WaitingCase.ActOf(house))).Rows);
        Assert.True(row.OfChild);
        Assert.Equal(Child.Number, (await house.Vault.OpenAsync<IdentityDocument>(child.Person, For.Account)).OrNull!.Number);
    }

    [Theory, BothProviders]
    public async Task What_the_child_agreed_to_alone_ends_and_the_guardian_chooses_what_is_left(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await AskedAsync(house);
        await new Decider(house, supplier.Person).DecideAsync(For.News, give: true);
        var child = await FoundAsync(house, supplier);
        Assert.Contains("department", await child.LiveAsync(house));

        await house.Get<AccountInvitations>().InviteAsync(Child.GuardianMailbox, supplier.Act(house));
        await child.ConsentAsync(house, For.Correspondence);

        var live = await child.LiveAsync(house);
        Assert.Contains("city", live);
        Assert.DoesNotContain("department", live);
        await using var db = house.Store.Read();
        Assert.False((await db.LedgerAsync(child.Person)).IsGiven(For.News, house.Clock.Now()));
        Assert.False(await new Decider(house, supplier.Person).DecideAsync(For.News, give: true));
    }

    [Promise("P-7-07")]
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Refused_given_up_or_left_unanswered_for_thirty_days_nothing_stays(DatabaseProvider provider, bool reported)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var refused = await NewAsync(house, reported, "refused@qvarnstroem.test");
        await house.Get<AccountInvitations>().InviteAsync(Child.GuardianMailbox, refused.AsRegistrant.Act(house));
        var gone = await NewAsync(house, reported, "gone@qvarnstroem.test");
        var silent = await NewAsync(house, reported, "silent@qvarnstroem.test");

        Assert.IsType<GuardianAnswer.Refused>(await refused.RefuseAsync(house));
        Assert.True(await house.Get<AccountInvitations>().GiveUpAsync(gone.AsRegistrant.Act(house)));
        house.Clock.Advance(Draft.Life - TimeSpan.FromSeconds(1));
        await house.Get<AccountInvitations>().LapseAsync(CancellationToken.None);
        Assert.Equal(RegistrationState.AwaitsGuardian, (await silent.AsRegistrant.RegistrationAsync(house)).State);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<AccountInvitations>().LapseAsync(CancellationToken.None);
        await house.Get<AccountInvitations>().LapseAsync(CancellationToken.None);

        foreach (var child in (Child[])[refused, gone, silent])
        {
            // what a verifier wrote in a decision is kept by law
            Assert.Equal(reported ? [] : ["case-message"], await child.LiveAsync(house));
            Assert.Equal(RegistrationState.Withdrawn, (await child.AsRegistrant.RegistrationAsync(house)).State);
            await using var db = house.Store.Read();
            Assert.NotNull((await db.Set<Account>().SingleAsync(account => account.Id == child.Person)).ClosedOn);
        }

        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Registrant.Name, Registrant.Number, Child.Number, Child.GuardianMailbox, "refused@qvarnstroem.test", "silent@qvarnstroem.test"));
    }

    [Theory, BothProviders]
    public async Task A_report_counts_once_only_while_the_case_is_as_seen_and_not_for_a_child_whose_guardian_is_known(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house, Grown with { Mailbox = "marta@qvarnstroem.test" });
        var registration = await supplier.RegistrationAsync(house);
        var (guarded, _) = await Child.ActivateAsync(house);
        var known = await guarded.AsRegistrant.RegistrationAsync(house);
        var verifier = WaitingCase.ActOf(house);

        var stale = await house.Get<Decisions>().ReportChildAsync(registration.Reference, Guid.NewGuid(), verifier);
        var done = await house.Get<Decisions>().ReportChildAsync(registration.Reference, registration.Stamp, verifier);
        var again = await house.Get<Decisions>().ReportChildAsync(registration.Reference, registration.Stamp, verifier);
        var shut = await house.Get<Decisions>().ReportChildAsync(known.Reference, known.Stamp, verifier);

        Assert.IsType<DecisionResult.ChangedMeanwhile>(stale);
        Assert.NotNull(Assert.IsType<DecisionResult.Done>(done).Erasure);
        Assert.IsType<DecisionResult.NotFound>(again);
        Assert.IsType<DecisionResult.NotFound>(shut);
        var reported = Assert.Single(await house.Get<CaseHistory>().OfAsync(supplier.Person));
        Assert.Equal((CaseEventKind.ChildFound, verifier.Who), (reported.Kind, reported.By));
    }

    [Theory, BothProviders]
    public async Task A_birth_year_that_allows_no_child_is_not_kept_beside_what_the_verifier_saw(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        var child = await ReportedAsync(house, Registrant.Everything);

        Assert.DoesNotContain("leasing-profile", await child.LiveAsync(house));
        Assert.Contains("phone", await child.LiveAsync(house));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_child_found_while_the_process_died_is_found_once(DatabaseProvider provider, string step)
    {
        using var stores = await Stores.CreateAsync(provider);
        Registrant supplier;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await AskedAsync(house);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<Corrections>().ConfirmChildAsync(Mended, supplier.Act(house)));
        }

        await using var next = await House.OpenAsync(stores);
        Assert.Equal(step == "child.before-commit", await next.Get<Corrections>().ConfirmChildAsync(Mended, supplier.Act(next)));

        Assert.Equal(RegistrationState.AwaitsGuardian, (await supplier.RegistrationAsync(next)).State);
        Assert.DoesNotContain(await supplier.LiveAsync(next), kind => kind is "identity-document" or "identity-scan");
        Assert.Single(await next.Get<CaseHistory>().OfAsync(supplier.Person), one => one.Kind == CaseEventKind.ChildFound);
        Assert.Single(await Child.LettersAsync(next, supplier.Person), "ChildFound");
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Child.Number, Registrant.Number));
    }

    public static IEnumerable<object[]> Ways() => Providers.SelectMany(provider => (object[][])[[provider, true], [provider, false]]);

    public static IEnumerable<object[]> Deaths() => Providers.SelectMany(provider =>
        ((string[])["child.before-commit", "child.after-commit", "erase.after-keys", "erase.before-blank"]).Select(step => (object[])[provider, step]));

    private static DatabaseProvider[] Providers => PostgresServer.Skipped ? [DatabaseProvider.Sqlite] : Enum.GetValues<DatabaseProvider>();

    private static Task<Child> NewAsync(House house, bool reported, string mailbox) =>
        reported ? ReportedAsync(house, Grown with { Mailbox = mailbox }) : FoundAsync(house, answers: Grown with { Mailbox = mailbox });

    private static async Task<Registrant> AskedAsync(House house, Answers? answers = null)
    {
        var supplier = await Registrant.ActivateAsync(house, answers ?? Grown);
        var registration = await supplier.RegistrationAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AskCorrectionAsync(
            registration.Reference, registration.Stamp, [CaseItem.IdNumber], "Please look again.", WaitingCase.ActOf(house)));
        return supplier;
    }

    private static async Task<Child> FoundAsync(House house, Registrant? asked = null, Answers? answers = null)
    {
        var supplier = asked ?? await AskedAsync(house, answers);
        Assert.True(await house.Get<Corrections>().ConfirmChildAsync(Mended, supplier.Act(house)));
        return new Child(supplier.Person, supplier.Key);
    }

    private static async Task<Child> ReportedAsync(House house, Answers? answers = null)
    {
        var supplier = await Registrant.ActivateAsync(house, answers ?? Grown);
        var registration = await supplier.RegistrationAsync(house);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().ReportChildAsync(registration.Reference, registration.Stamp, WaitingCase.ActOf(house)));
        return new Child(supplier.Person, supplier.Key);
    }
}
