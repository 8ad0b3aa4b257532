using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Cookies;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.News;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Transfers;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Sets scenes by the program's own services. A scene stays until something in it was changed.</summary>
internal sealed class Stage(IServiceProvider services, FakeTimeProvider clock)
{
    public const string Recipient = "example-components";

    private static readonly Guid Verifier = Guid.NewGuid();

    public static readonly NewsText News = new("Harbour closed", "On Monday.", "港口关闭", "周一关闭。");

    private readonly Dictionary<string, Scene> standing = new(StringComparer.Ordinal);
    private int made;
    private Guid? news;
    private bool stray;

    public async Task<Scene> SceneAsync(string name)
    {
        if (!standing.TryGetValue(name, out var scene))
        {
            var owner = await PartyAsync(name, "Qvarnström Zylphia", "11010519491231002X", "Qvarnby", 320, first: true);
            // nothing of the one may have happened in the same instant as something of the other
            clock.Advance(TimeSpan.FromSeconds(7));
            var another = await PartyAsync(name, "Åkesson Torvald", "110105194912310046", "Torvaldsö", 400, first: false);
            // a letter is sent again after a minute
            clock.Advance(TimeSpan.FromSeconds(61));
            standing[name] = scene = new Scene(name, owner, another);
        }

        return scene;
    }

    public void Strike(IEnumerable<Scene> changed)
    {
        foreach (var scene in changed)
        {
            standing.Remove(scene.Name);
        }
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<string> LinkAsync(LinkKind kind, Guid person)
    {
        await using var work = await Get<Store>().WriteAsync();
        var token = await Get<MailedLinks>().IssueAsync(work, kind, person, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return token;
    }

    /// <summary>What a recipient of the person's data was told.</summary>
    public async Task<Guid> NoticeAsync(Guid person)
    {
        await using var work = await Get<Store>().WriteAsync();
        var told = await Get<RecipientNotices>().TellAsync(work, person, NoticeCause.Deletion, Guid.NewGuid(), new Act(person, Role.Supplier, work.Now));
        await work.CommitAsync();
        return told.Single().Id;
    }

    /// <summary>A notice about somebody of no scene: whoever lists those of all always finds one.</summary>
    public async Task StrayAsync()
    {
        if (!stray)
        {
            stray = true;
            await using var work = await Get<Store>().WriteAsync();
            var notice = RecipientNotice.Of(Guid.NewGuid(), Recipient, NoticeCause.Deletion, Guid.NewGuid(), [], work.Now, TimeSpan.FromDays(15));
            notice.Leave(NoticeState.NotAsked, NoticeReason.LawForbids);
            work.Db.Add(notice);
            await work.CommitAsync();
            clock.Advance(TimeSpan.FromSeconds(7));
        }
    }

    /// <summary>Data of the person waits for a controller that they named.</summary>
    public async Task<Guid> TransferAsync(Party party)
    {
        var wish = new Wish("Pelican Shipping", "CN", "data@pelican.test", TransferWay.Link, "", Agrees: true, AgreesAbroad: false);
        var reference = Assert.IsType<WishResult.Done>(await Get<MyTransfers>().SubmitAsync(wish, party.Act(clock.Now()) with { ConfirmedOn = clock.Now() })).Reference;
        foreach (var step in (Func<Guid, Act, Task<RequestResult>>[])
            [
                (stamp, act) => Get<RequestDesk>().ClaimAsync(reference, stamp, act),
                (_, act) => Get<TransferDesk>().CheckAsync(reference, Enum.GetValues<TransferCondition>(), act),
                (stamp, act) => Get<RequestDecisions>().ProposeAsync(reference, stamp, RequestOutcome.Fulfilled, null, "We send it.", act),
                (stamp, act) => Get<RequestDecisions>().ApproveAsync(reference, stamp, act),
            ])
        {
            Assert.IsType<RequestResult.Done>(await step(await StampAsync(reference), new Act(Guid.NewGuid(), Role.PrivacyOfficer, clock.Now())));
        }

        await using var db = Get<Store>().Read();
        var request = (await RequestBook.FindAsync(db, reference, one => true))!.Id;
        return (await db.Set<Transfer>().SingleAsync(one => one.RequestId == request && one.State == TransferState.Mailed)).Id;
    }

    private async Task<Guid> StampAsync(string reference)
    {
        await using var db = Get<Store>().Read();
        return (await RequestBook.FindAsync(db, reference, one => true))!.Stamp;
    }

    /// <summary>A piece of news that is not sent.</summary>
    public async Task<Guid> NewsAsync() => news ??= await WriteNewsAsync();

    /// <summary>The secrets in a news letter to a person who agreed to it and to its picture.</summary>
    public async Task<(string Unsubscribe, string Picture)> NewsLetterAsync(Guid person, DateTime on)
    {
        var written = await WriteNewsAsync();
        await using var work = await Get<Store>().WriteAsync();
        var ledger = await work.Db.LedgerAsync(person);
        foreach (var purpose in new[] { For.News, For.MailTracking }.Where(purpose => !ledger.IsGiven(purpose, work.Now)))
        {
            var served = await Get<ConsentBook>().ServeAsync(work, person, Get<Notices>().Of(purpose, "en"), "/privacy/consents");
            await Get<ConsentBook>().RecordAsync(work, person, purpose, ConsentState.Given, served, new Act(person, Role.Supplier, work.Now));
        }

        var delivery = NewsDelivery.Queue(written, person, on);
        var unsubscribe = delivery.Write(on);
        var (opening, picture) = NewsOpening.Of(delivery, on);
        work.Db.AddRange(delivery, opening);
        await work.CommitAsync();
        return (unsubscribe, picture);
    }

    public async Task<SupplierRegistration?> RegistrationAsync(Guid person)
    {
        await using var db = Get<Store>().Read();
        return await db.Set<SupplierRegistration>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == person);
    }

    /// <summary>What the person asked first; null where nothing was.</summary>
    public async Task<RightsRequest?> RequestAsync(Guid person)
    {
        await using var db = Get<Store>().Read();
        return await db.Set<RightsRequest>().AsNoTracking().OrderBy(one => one.Number).FirstOrDefaultAsync(one => one.PersonId == person);
    }

    /// <summary>News is about nobody: it was saved in an instant in which nothing happened to anybody.</summary>
    private async Task<Guid> WriteNewsAsync()
    {
        clock.Advance(TimeSpan.FromSeconds(7));
        var written = await Get<NewsDesk>().WriteAsync(News, new Act(Verifier, Role.Coordinator, clock.Now()));
        clock.Advance(TimeSpan.FromSeconds(7));
        return written;
    }

    private async Task<Party> PartyAsync(string scene, string name, string number, string city, int width, bool first)
    {
        var mailbox = $"n{++made}@{scene}.example";
        switch (scene)
        {
            case "installation" when first:
                return new Party(MailedLinks.Installation, Role.None, mailbox, name, city, width);
            case "installation" or "invited":
                return await InviteAsync(mailbox, name, city, width);
            case "writing":
                await Get<PolicyDesk>().BeginAsync(new Act(Guid.NewGuid(), Role.PrivacyOfficer, clock.Now()));
                clock.Advance(TimeSpan.FromSeconds(1));
                return await JoinAsync(await InviteAsync(mailbox, name, city, width));
            case "asked" or "guarded":
                return await AskGuardianAsync(mailbox, name, city, width, consents: scene == "guarded");
            case "typed" or "followed":
                return await TypeAtFormAsync(mailbox, name, city, width, confirms: scene == "followed");
            case "colleague":
                return await JoinAsync(await InviteAsync(mailbox, name, city, width));
        }

        var party = await TypeAsync(Registrant.Everything with { Mailbox = mailbox, FullName = name, IdNumber = number, City = city, CommunicationAddress = $"12 Harbour Street, {city}" }, width);
        if (scene is "sent" or "case" or "mending" or "frozen" or "asking")
        {
            Assert.IsType<SubmitResult.Submitted>(await Get<Submissions>().SubmitAsync(party.Key));
        }

        if (scene is "case" or "mending" or "frozen" or "asking")
        {
            Assert.IsType<ActivationResult.Activated>(await Get<Activations>().ActivateAsync(await LinkAsync(LinkKind.Activation, party.Person), Party.FormerPassword));
            Assert.IsType<PasswordOutcome.Chosen>(await Get<PasswordResets>().ChangeAsync(await LinkAsync(LinkKind.PasswordReset, party.Person), party.Password));
        }

        if (scene is "frozen")
        {
            var registration = (await RegistrationAsync(party.Person))!;
            Assert.IsType<DecisionResult.Done>(await Get<Decisions>().ReportChildAsync(registration.Reference, registration.Stamp, new Act(Verifier, Role.Verifier, clock.Now())));
        }

        if (scene is "asking")
        {
            Assert.IsType<RequestResult.Done>(await Get<MyRequests>().SubmitAsync(RequestKind.Other, $"A question about {city}.", "", cooling: false, party.Act(clock.Now())));
        }

        if (scene is "mending")
        {
            await Get<SignalLog>().NoteAsync([SignalKind.GlobalPrivacyControl], party.Act(clock.Now()));
            await AskAsync(party);
            await ShareAsync(party);
        }

        return party;
    }

    /// <summary>Somebody without an account at the public form.</summary>
    private async Task<Party> TypeAtFormAsync(string mailbox, string name, string city, int width, bool confirms)
    {
        // the newest link is then this one
        clock.Advance(TimeSpan.FromSeconds(1));
        await Get<PublicIntake>().TypeAsync(new Typed(RequestKind.Other, null, $"A question about {city}.", mailbox, "", "", "", "CN", "en"));
        await using var db = Get<Store>().Read();
        var typist = (await db.Set<MailedLink>().Where(link => link.Kind == LinkKind.RightsRequest && link.UsedOn == null && link.SupersededOn == null).OrderByDescending(link => link.IssuedOn).FirstAsync()).PersonId!.Value;
        if (confirms)
        {
            Assert.IsType<IntakeResult.Made>(await Get<PublicIntake>().ConfirmAsync(await LinkAsync(LinkKind.RightsRequest, typist)));
        }

        return new Party(typist, Role.None, mailbox, name, city, width);
    }

    /// <summary>A child whose guardian was asked, with the guardian's mailbox.</summary>
    private async Task<Party> AskGuardianAsync(string mailbox, string name, string city, int width, bool consents)
    {
        var secret = await Get<Invitations>().BeginAsync(mailbox, "CN", "en");
        var hash = DraftKey.Of(secret)!.Hash;
        await using var db = Get<Store>().Read();
        var child = (await db.Set<Draft>().SingleAsync(draft => draft.KeyHash == hash)).PersonId!.Value;
        if (consents)
        {
            var consent = new GuardianConsent(name, Relation.LegalGuardian, Declares: true, Consents: true, []);
            Assert.IsType<GuardianAnswer.Consented>(await Get<GuardianDecisions>().ReadAndConsentAsync(await LinkAsync(LinkKind.Guardian, child), consent, new ShownPolicy(1, new string('a', 64), "en")));
        }

        return new Party(child, Role.None, mailbox, name, city, width, secret, DraftKey.Create().Key);
    }

    /// <summary>A draft that was begun on one device and handed to another.</summary>
    private async Task<Party> TypeAsync(Answers answers, int width)
    {
        var registrant = await Registrant.TypeAsync(services, answers);
        var secret = (await Get<Resumptions>().ResumeAsync(await LinkAsync(LinkKind.ResumeDraft, registrant.Person)))!;
        var party = new Party(registrant.Person, Role.Supplier, answers.Mailbox!, answers.FullName!, answers.City!, width, secret, registrant.Key);
        Assert.IsType<ScanOutcome.Accepted>(await Registrant.PutScanAsync(services, new ScanOwner.OfDraft(party.Key), width));
        return party;
    }

    /// <summary>A verifier looked and asked for another name and scan; the new scan waits to be sent.</summary>
    private async Task AskAsync(Party party)
    {
        var (registration, act) = ((await RegistrationAsync(party.Person))!, new Act(Verifier, Role.Verifier, clock.Now()));
        Assert.NotNull(await Get<Verifications>().OpenAsync(registration.Reference, act));
        Assert.IsType<DecisionResult.Done>(await Get<Decisions>().AskCorrectionAsync(registration.Reference, registration.Stamp, [CaseItem.FullName, CaseItem.Scan], "As in the document, please.", act));
        Assert.IsType<ScanOutcome.Accepted>(await Registrant.PutScanAsync(services, new ScanOwner.OfSupplier(party.Act(clock.Now())), party.Width));
    }

    /// <summary>What would go to the recipient; null where nothing may.</summary>
    public async Task<Offer?> OfferAsync(Guid person) => (await Get<MySharing>().OfferAsync(Recipient, new Act(person, Role.Supplier, clock.Now()))).Offer;

    /// <summary>Agreed to sharing and to the public list, and sent once.</summary>
    private async Task ShareAsync(Party party)
    {
        foreach (var purpose in new[] { For.ShareAffiliate, For.PublicListing })
        {
            var panel = await Get<MyConsents>().OpenAsync(purpose.Key, "en", "/privacy/sharing", party.Act(clock.Now()));
            Assert.True(await Get<MyConsents>().DecideAsync(purpose.Key, give: true, panel!.Served, party.Act(clock.Now())));
        }

        await Subjects.ClearedAsync(services, party.Person);
        Assert.True((await Get<MySharing>().SendAsync((await OfferAsync(party.Person))!, party.Act(clock.Now()))).Left);
    }

    private async Task<Party> InviteAsync(string mailbox, string name, string city, int width)
    {
        Assert.True(await Get<StaffAccounts>().InviteAsync(mailbox, Role.Verifier, "en", new Act(Guid.NewGuid(), Role.Administrator, clock.Now())));
        return new Party((await Get<AccountRegister>().FindByMailboxAsync(mailbox))!.Value, Role.Verifier, mailbox, name, city, width);
    }

    private async Task<Party> JoinAsync(Party party)
    {
        Assert.IsType<PasswordOutcome.Chosen>(await Get<StaffAccounts>().SetUpAsync(await LinkAsync(LinkKind.StaffSetup, party.Person), party.Name, party.Password));
        return party;
    }
}
