using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Shell.Canaries;

internal sealed partial class CanaryWalk
{
    /// <summary>A member of staff, and a child whose guardian consented: they stay, and are sealed as the person is.</summary>
    private async Task OthersAsync()
    {
        var (mailbox, name) = (PlantMailbox("colleague"), Plant("colleague"));
        Assert.True(await house.Get<StaffAccounts>().InviteAsync(mailbox, Role.Verifier, "en", house.ActOf(Guid.NewGuid(), Role.Administrator)));
        var colleague = (await house.Get<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        Assert.IsType<PasswordOutcome.Chosen>(await house.Get<StaffAccounts>().SetUpAsync(await TokenAsync(LinkKind.StaffSetup, colleague), name, Registrant.Password));

        var child = await Child.AskAsync(house, PlantMailbox("guardian"));
        await LookAsync();
        var consent = new GuardianConsent(Keep("Guardiana Canaria-Quill"), Relation.Mother, Declares: true, Consents: true, []);
        Assert.IsType<GuardianAnswer.Consented>(await house.Get<GuardianDecisions>().ReadAndConsentAsync(await TokenAsync(LinkKind.Guardian, child.Person), consent, new(1, new string('b', 64), "en")));
        await LookAsync();
    }

    private async Task RegisterAsync()
    {
        Supplier = await Registrant.TypeAsync(house, Everything);
        await LookAsync();
        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(Supplier.Key));
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(await Supplier.LinkAsync(house), Registrant.Password));
        await LookAsync();
    }

    /// <summary>Looked at, asked for another scan and another number, and accepted.</summary>
    private async Task VerifyAsync()
    {
        var (cases, decisions, verifier) = (house.Get<Verifications>(), house.Get<Decisions>(), house.ActOf(Guid.NewGuid(), Role.Verifier));
        var registration = await Supplier.RegistrationAsync(house);
        Assert.NotNull(await cases.OpenAsync(registration.Reference, verifier));
        Assert.Equal(Name, (await cases.RevealAsync(registration.Reference, Revealable.Name, RevealReason.CompareWithScan, verifier))!.Value);
        Assert.NotNull(await cases.RevealAsync(registration.Reference, Revealable.Document, RevealReason.CompareWithScan, verifier));
        Assert.NotNull(await cases.ScanAsync(registration.Reference, verifier));
        await house.Get<Board>().FindAsync(Name, house.ActOf(Guid.NewGuid(), Role.Verifier | Role.PrivacyOfficer));

        Assert.IsType<DecisionResult.Done>(await decisions.AskCorrectionAsync(registration.Reference, registration.Stamp, [CaseItem.Scan, CaseItem.FullName], Plant("verifier"), verifier));
        await LookAsync();
        Assert.NotNull(await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(Supplier.Act(house)), 352));
        await LookAsync();
        Assert.IsType<CorrectionResult.Sent>(await house.Get<Corrections>().SendAsync(new Answers { FullName = Name }, Supplier.Act(house)));
        Assert.NotNull(await cases.RevealAsync(registration.Reference, Revealable.Message, RevealReason.PersonAsked, verifier));
        await Supplier.VerifyAsync(house);
    }

    /// <summary>Found on a list, confirmed by two, contested and cleared by two others.</summary>
    private async Task ScreenAsync()
    {
        await house.ListAsync(Subjects.Row(Listed, "RU"));
        await house.RoundAsync();
        var own = await house.CaseAsync(Person);
        Assert.NotNull(await house.Get<ScreeningDesk>().RevealAsync(own.Reference, RevealReason.SuspectedFraud, house.Screener()));
        var note = Plant("screener's note");
        Assert.IsType<ScreeningResult.Done>(await house.DoAsync(Person, (decisions, one, hits) => decisions.ConfirmAsync(one.Reference, one.Stamp, hits, DecisionReason.SamePerson, note, house.Screener())));
        Assert.IsType<ScreeningResult.Done>(await house.ApproveAsync(Person));
        Assert.True(await house.Get<MyScreening>().ContestAsync(Plant("contest"), Supplier.Act(house)));
        own = await house.CaseAsync(Person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, Plant("answer to the contest"), house.Screener(Subjects.Three)));
        own = await house.CaseAsync(Person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ApproveAsync(own.Reference, own.Stamp, house.Screener(Subjects.Four)));
        await LookAsync();
    }

    /// <summary>Sent to an affiliate, listed where all can read it, and both taken back.</summary>
    private async Task ShareAsync()
    {
        await Supplier.DecideAsync(house, For.ShareAffiliate, give: true);
        await Supplier.DecideAsync(house, For.PublicListing, give: true);
        Assert.True((await Supplier.SendAsync(house, Sharer.AtHome)).Left);
        await LookAsync();
        Assert.Contains(house.Get<Features.Notifications.MailFolder>().List(), letter => letter.Text.Contains(Name, StringComparison.Ordinal));
        Assert.Contains((await house.Get<PublicList>().PageAsync(0)).Suppliers, row => row.Name == Name);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var position = Plant("new position");
        Assert.IsType<CorrectionSaved.Done>(await house.Get<MyCorrections>().ReadAndSaveAsync([new Change(Item.Position, Everything.Position, position)], Supplier.Act(house)));
        await LookAsync();
        await Supplier.DecideAsync(house, For.ShareAffiliate, give: false);
        await Supplier.DecideAsync(house, For.PublicListing, give: false);
        Assert.NotEmpty(await house.NoticesAsync());
    }

    /// <summary>A checked value, with a picture that shows it, read by an officer and decided by two.</summary>
    private async Task CorrectAsync()
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var change = new Change(Item.FullName, Name, NewName);
        var reference = Assert.IsType<ProposalResult.Done>(await house.Get<MyProposals>().SubmitAsync([change], Plant("correction"), Supplier.ConfirmedAct(house))).Reference;
        await KeepAsync(reference, 368);
        Assert.NotEmpty(await house.Get<CorrectionDesk>().RevealAsync(reference, RevealReason.PersonAsked, Officer));
        await house.DecideAsync(reference, RequestOutcome.Fulfilled);
        Assert.Equal(RequestState.Fulfilled, await One.StateAsync(reference));
        await LookAsync();
    }

    /// <summary>The person's picture of a document in a request, as an officer sees it.</summary>
    private async Task KeepAsync(string reference, int width)
    {
        Applicant.Done(await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(width), Supplier.ConfirmedAct(house), CancellationToken.None));
        await LookAsync();
        var kept = (await One.RequestAsync(reference)).Events.Last(step => step.Step == RequestStep.EvidenceKept).RecordId!.Value;
        Assert.NotNull(await house.Get<RequestProofs>().PictureAsync(reference, kept, Officer));
    }
}
