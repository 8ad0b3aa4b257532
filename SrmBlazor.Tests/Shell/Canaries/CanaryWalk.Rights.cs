using System.Text;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Transfers;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Canaries;

internal sealed partial class CanaryWalk
{
    private Act Second => house.ActOf(Applicant.Second, Role.PrivacyOfficer);

    /// <summary>Words as they stand in the package.</summary>
    public string Copy { get; private set; } = "";

    /// <summary>Asked for, with the plan that was shown, and decided by two; the rounds carry it out.</summary>
    public async Task<string> DeleteAsync()
    {
        var plan = await One.PlanAsync(ErasureScope.All);
        var reference = Applicant.Done(await house.Get<MyDeletions>().SubmitAsync(ErasureScope.All, ErasureGround.StoppedUsing, plan.Hash, Plant("wish to be deleted"), "", Mine)).Reference;
        await LookAsync();
        await One.ProposeAsync(reference);
        Applicant.Done(await One.ApproveAsync(reference));
        return reference;
    }

    private async Task<Guid> StampAsync(string reference) => await One.StampAsync(reference);

    /// <summary>A question with everything that is written about it on both sides.</summary>
    private async Task AskAsync()
    {
        var reference = await One.SubmitAsync(RequestKind.Explain, Plant("question"));
        Assert.NotNull(await One.Desk.RevealAsync(reference, RevealReason.PersonAsked, Officer));
        Applicant.Done(await One.Desk.ClaimAsync(reference, await StampAsync(reference), Officer));
        Applicant.Done(await house.Get<CaseNotes>().AddAsync(reference, Plant("note"), Officer));
        Applicant.Done(await One.Desk.AskClarificationAsync(reference, await StampAsync(reference), Plant("clarification"), Officer));
        Applicant.Done(await One.Mine.WriteAsync(reference, Plant("message"), Mine));
        Applicant.Done(await One.Desk.WriteAsync(reference, await StampAsync(reference), Plant("staff's message"), Officer));
        await LookAsync();
        Applicant.Done(await One.Decisions.AnswerAsync(reference, await StampAsync(reference), Plant("answer"), Officer));

        var held = (await house.Get<MyRestrictions>().ListAsync(Mine)).Single(one => one.Kind == "phone");
        var restriction = Applicant.Done(await house.Get<MyRestrictions>().SubmitAsync([held.Record], RestrictionGround.Objection, "Phone", Plant("objection"), Mine)).Reference;
        await RefuseAsync(restriction, "refused objection");
    }

    /// <summary>Refused, contested, upheld, complained about and answered; another one is taken back.</summary>
    private async Task ComplainAsync()
    {
        var refused = await One.SubmitAsync(RequestKind.Other, Plant("suggestion"));
        await RefuseAsync(refused, "refusal");
        Applicant.Done(await One.Mine.AppealAsync(refused, Plant("appeal"), Mine));
        var third = house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer);
        Applicant.Done(await One.Desk.ClaimAsync(refused, await StampAsync(refused), third));
        Applicant.Done(await One.Decisions.UpholdAsync(refused, await StampAsync(refused), Plant("upheld"), third));

        var complaint = Applicant.Done(await One.Mine.SubmitAsync(RequestKind.Complaint, Plant("complaint"), refused, cooling: false, Mine)).Reference;
        var fourth = house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer);
        Applicant.Done(await One.Desk.ClaimAsync(complaint, await StampAsync(complaint), fourth));
        Applicant.Done(await One.Decisions.AnswerAsync(complaint, await StampAsync(complaint), Plant("answer to the complaint"), fourth));
        await LookAsync();

        var withdrawn = await One.SubmitAsync(RequestKind.Other, Plant("withdrawn"));
        Applicant.Done(await One.Mine.WithdrawAsync(withdrawn, Mine));
    }

    /// <summary>A letter, whose sender has to show who they are.</summary>
    private async Task ByLetterAsync()
    {
        var form = new EntryForm(
            RequestKind.Access, RequestChannel.Letter, RequestClock.Today(house.System.On), Mailbox, Plant("sender"), PlantMailbox("sender"), Plant("sender's address"), "en", "", Plant("letter"), "");
        var reference = Applicant.Done(await house.Get<RequestEntry>().RegisterAsync(form, Officer)).Reference;
        Applicant.Done(await One.Desk.AskIdentityAsync(reference, await StampAsync(reference), Plant("doubt"), authority: false, Officer));
        await KeepAsync(reference, 384);
        Applicant.Done(await One.Desk.ProveAsync(reference, await StampAsync(reference), Officer));
        await RefuseAsync(reference, "refused letter");
    }

    /// <summary>The person at the public form, and a lawyer who asks for them and shows nothing.</summary>
    private async Task AtTheFormAsync()
    {
        var stranger = new Stranger(house);
        var own = await stranger.TypeAsync(Stranger.Own with { Mailbox = Mailbox, Text = Plant("form") });
        await GlanceAsync();
        Assert.IsType<IntakeResult.Made>(await stranger.Intake.ConfirmAsync(own));

        var lawyer = Stranger.ByLawyer with { Kind = RequestKind.Explain, Mailbox = PlantMailbox("lawyer"), Name = Plant("lawyer"), ForName = Name, ForMailbox = Mailbox, Text = Plant("lawyer's words") };
        var typed = await stranger.TypeAsync(lawyer);
        await GlanceAsync();
        var made = Assert.IsType<IntakeResult.Made>(await stranger.Intake.ConfirmAsync(typed));
        await LookAsync();
        Assert.NotNull(await house.Get<Representations>().RevealAsync(made.Reference, RevealReason.PersonAsked, Officer));
        Applicant.Done(await house.Get<Representations>().RefuseAsync(made.Reference, await StampAsync(made.Reference), Plant("refused lawyer"), Officer));
        Applicant.Done(await One.Decisions.ApproveAsync(made.Reference, await StampAsync(made.Reference), Second));
    }

    private async Task CopyAsync()
    {
        Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync("en", Mine));
        Assert.True(await house.Get<CopyMaker>().MakeNextAsync());
        await LookAsync();
        var copy = await Fetched.TakeAsync(house, Mine);
        Assert.True(await copy.VerifiesAsync(house));
        Copy = copy.Text("my-data.json");
    }

    private async Task TransferAsync()
    {
        var wish = new Wish(Plant("controller"), "CN", PlantMailbox("controller"), TransferWay.Link, "", Agrees: true, AgreesAbroad: true);
        var mover = new Mover(One);
        var pushed = await mover.SubmitAsync(wish with { Way = TransferWay.Push, Address = Keep("https://canary-0451.others.test/take") });
        await GlanceAsync();
        Applicant.Done(await One.Mine.WithdrawAsync(pushed, Mine));
        await mover.DecideAsync(wish);
        var token = (await house.Vault.OpenAllAsync<Features.Notifications.OutgoingMail>(Person, For.DeliverMessage)).Select(one => one.Record).Last(letter => letter.To == wish.Mailbox).Link!.Segments[^1];
        await LookAsync();
        var fetched = await house.Get<TransferPickups>().FetchAsync(token);
        Assert.Contains(await mover.FilesAsync(fetched!.Bytes), file => Encoding.UTF8.GetString(file.Bytes).Contains(Everything.IdNumber!, StringComparison.Ordinal));
    }

    private async Task RefuseAsync(string reference, string words)
    {
        Applicant.Done(await One.Desk.ClaimAsync(reference, await StampAsync(reference), Officer));
        Applicant.Done(await One.Decisions.ProposeAsync(reference, await StampAsync(reference), RequestOutcome.Refused, DenialGround.NotCovered, Plant(words), Officer));
        Applicant.Done(await One.Decisions.ApproveAsync(reference, await StampAsync(reference), Second));
        await LookAsync();
    }
}
