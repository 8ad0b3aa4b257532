using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>What is asked for by letter, e-mail or at the public form comes in words: staff say what they mean.</summary>
public sealed class DeletionByLetterTests
{
    [Theory, BothProviders]
    [Promise("P-5.3-07")]
    public async Task Delete_everything_by_mail_is_carried_out_once_an_officer_says_what_it_means(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var one = await Deletions.ActivatedAsync(house);
        var reference = await ByMailAsync(one, RequestKind.Delete);
        Assert.Equal((true, false), await OfferedAsync(one, reference));

        Applicant.Done(await ChooseAsync(one, reference, []));

        Assert.Equal((true, true), await OfferedAsync(one, reference));
        await one.DecideAsync(reference);
        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.Equal((ErasureReach.All, ErasureGround.PurposeOver), ((await one.CertificateAsync(reference)).Scope, (await one.CertificateAsync(reference)).Ground));
        Assert.Null(await house.Get<SignIns>().TryAsync(Registrant.Mailbox, Registrant.Password));
    }

    [Fact]
    public async Task A_part_is_said_by_kinds_and_can_be_said_anew_until_it_is_proposed()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var reference = await ByMailAsync(one, RequestKind.Delete);
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await ChooseAsync(one, reference, ["mailbox"])));
        Applicant.Done(await ChooseAsync(one, reference, []));

        Applicant.Done(await ChooseAsync(one, reference, ["phone"]));
        await one.ProposeAsync(reference);
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await ChooseAsync(one, reference, [])));
        Applicant.Done(await one.ApproveAsync(reference));
        await Deletions.RoundAsync(house);

        Assert.DoesNotContain("phone", await one.LiveAsync());
        Assert.Contains("identity", await one.LiveAsync());
    }

    [Fact]
    public async Task What_a_person_chose_nobody_chooses_for_them_nor_before_it_is_certain_who_asks()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var (own, mailed) = (await one.AskAsync(await one.OfAsync("phone")), await RegisterAsync(one, RequestKind.Delete));
        Applicant.Done(await one.Desk.ClaimAsync(own, await one.StampAsync(own), one.ActOf(Applicant.Officer)));

        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await ChooseAsync(one, own, [])));
        Assert.Equal(RequestFault.NotProved, Applicant.FaultOf(await ChooseAsync(one, mailed, [])));
        Assert.IsType<RequestResult.NotFound>(await ChooseAsync(one, await one.SubmitAsync(), []));

        Assert.Null((await house.Get<DeletionDesk>().OpenAsync(own, one.ActOf(Applicant.Officer)))!.Kinds);
    }

    [Fact]
    [Promise("P-5.5-01", "P-5.5-04")]
    public async Task A_closing_by_mail_has_a_day_and_ends_in_the_same_closed_account()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var reference = await ByMailAsync(one, RequestKind.CloseAccount);
        Assert.Equal(new DateOnly(2026, 3, 23), (await one.RequestAsync(reference)).DueOn);

        await one.DecideAsync(reference);

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.Equal(ErasureReach.Closing, (await one.CertificateAsync(reference)).Scope);
        Assert.Null(await house.Get<SignIns>().TryAsync(Registrant.Mailbox, Registrant.Password));
    }

    private static Task<RequestResult> ChooseAsync(Applicant one, string reference, IReadOnlyCollection<string> kinds) =>
        one.House.Get<DeletionDesk>().ChooseAsync(reference, kinds, ErasureGround.PurposeOver, one.ActOf(Applicant.Officer));

    /// <summary>Whether refusing and fulfilling it are offered.</summary>
    private static async Task<(bool Refuse, bool Fulfil)> OfferedAsync(Applicant one, string reference)
    {
        var tasks = DeskTasks.Of((await one.Desk.OpenAsync(reference, one.ActOf(Applicant.Officer)))!).ToList();
        return (tasks.Contains(DeskTask.Refuse), tasks.Contains(DeskTask.Fulfil));
    }

    private static async Task<string> RegisterAsync(Applicant one, RequestKind kind) => Applicant.Done(await one.House.Get<RequestEntry>().RegisterAsync(
        new EntryForm(kind, RequestChannel.Email, new DateOnly(2026, 3, 2), Registrant.Mailbox, "", "", "", "en", "", "Delete everything.", ""), one.ActOf(Applicant.Officer))).Reference;

    private static async Task<string> ByMailAsync(Applicant one, RequestKind kind)
    {
        var reference = await RegisterAsync(one, kind);
        Applicant.Done(await one.Desk.ProveAsync(reference, await one.StampAsync(reference), one.ActOf(Applicant.Officer)));
        Applicant.Done(await one.Desk.ClaimAsync(reference, await one.StampAsync(reference), one.ActOf(Applicant.Officer)));
        return reference;
    }
}
