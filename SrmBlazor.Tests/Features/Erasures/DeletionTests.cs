using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>A person asks for a deletion, two officers agree, the collector carries it out, and the certificate ends it.</summary>
public sealed class DeletionTests
{
    public static TheoryData<ErasureGround> Grounds => [.. Enum.GetValues<ErasureGround>()];

    [Theory, BothProviders]
    public async Task Only_what_was_chosen_goes_and_the_answer_comes_with_the_certificate(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var one = await Deletions.ActivatedAsync(house);
        var before = await one.LiveAsync();

        var reference = await one.AskAsync(await one.OfAsync("phone", "city"));
        await one.ProposeAsync(reference);
        Assert.Contains("phone", await one.LiveAsync());
        Applicant.Done(await one.ApproveAsync(reference));
        Assert.Equal(RequestState.Executing, await one.StateAsync(reference));
        await Deletions.RoundAsync(house);

        var request = await one.RequestAsync(reference);
        var decision = Assert.Single(request.Decisions);
        Assert.Equal((RequestState.Fulfilled, Applicant.Officer, Applicant.Second), (request.State, decision.Proposer!.Value, decision.Reviewer!.Value));
        Assert.Equal([RequestState.Executing, RequestState.Verifying, RequestState.Fulfilled], request.Events.Select(step => step.To).TakeLast(3));
        Assert.Equal(before.Except(["phone", "city"]), (await one.LiveAsync()).Except(["deletion-wish", "request-message"]));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "+8613812345678"));
        Assert.Equal((ErasureReach.Chosen, true), ((await one.CertificateAsync(reference)).Scope, (await one.CertificateAsync(reference)).Complete));
        Assert.Contains($"{decision.CertificateId:D}", await one.AnswerAsync(reference), StringComparison.Ordinal);
        await house.Get<MailRound>().RunAsync();
        Assert.Single(house.Get<MailFolder>().List(), IsLast);
        Assert.DoesNotContain("RequestCarriedOut", await one.LettersAsync());
        Assert.NotNull(await house.Get<SignIns>().TryAsync(Registrant.Mailbox, Registrant.Password));
    }

    [Theory, BothProviders]
    public async Task Everything_takes_the_account_with_it_and_the_letter_still_arrives(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var one = await Deletions.ActivatedAsync(house);
        var reference = await one.AskAsync(ErasureScope.All);
        await house.Get<MailRound>().RunAsync();
        Assert.DoesNotContain(house.Get<MailFolder>().List(), IsLast);

        await one.DecideAsync(reference);

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.Equal(["deletion-wish", "request-message"], (await one.LiveAsync()).Distinct());
        Assert.Null(await house.Get<SignIns>().TryAsync(Registrant.Mailbox, Registrant.Password));
        await house.Get<MailRound>().RunAsync();
        Assert.Single(house.Get<MailFolder>().List(), IsLast);
        Assert.All((await one.CertificateAsync(reference)).Kept, kept => Assert.Equal(For.RightsRequest.Key, kept.Purpose));
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    [Promise("P-5.3-01", "P-5.3-02", "P-5.3-03", "P-5.3-04", "P-5.3-05", "P-5.3-06")]
    public async Task Each_ground_of_the_policy_can_be_chosen_leads_to_a_plan_and_stands_in_the_certificate(ErasureGround ground)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var scope = await one.OfAsync("phone");
        Assert.Equal(["phone"], (await one.PlanAsync(scope, ground)).Goes.Select(going => going.Kind));

        var reference = await one.AskAsync(scope, ground);
        await one.DecideAsync(reference);

        Assert.Equal(ground, (await one.CertificateAsync(reference)).Ground);
    }

    [Fact]
    public async Task Who_proposed_does_not_agree_and_before_a_second_person_nothing_begins()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var reference = await one.AskAsync(ErasureScope.All);
        await one.ProposeAsync(reference);

        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await one.ApproveAsync(reference, Applicant.Officer)));
        await Deletions.RoundAsync(house);

        Assert.Equal(RequestState.AwaitingReview, await one.StateAsync(reference));
        await using var db = house.Store.Read();
        Assert.False(await db.Set<ErasureRun>().AnyAsync());
    }

    [Fact]
    public async Task A_plan_that_changed_since_it_was_proposed_is_looked_at_again()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var (reference, desk) = (await one.AskAsync(ErasureScope.All), house.Get<DeletionDesk>());
        await one.ProposeAsync(reference);
        await using (var work = await house.Store.WriteAsync())
        {
            await house.Vault.SealAsync(work, one.Person, new City("Guangzhou"), For.Correspondence, one.Act with { On = work.Now }, "test");
            await work.CommitAsync();
        }

        Assert.Equal(RequestFault.PlanChanged, Applicant.FaultOf(await one.ApproveAsync(reference)));
        Assert.Equal((true, true), ((await desk.OpenAsync(reference, one.ActOf(Applicant.Second)))!.IsStale, (await desk.OpenAsync(reference, one.ActOf(Applicant.Second)))!.IsOther));
        Applicant.Done(await one.Decisions.ReturnAsync(reference, await one.StampAsync(reference), "It changed.", one.ActOf(Applicant.Second)));
        await one.DecideAsync(reference);

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.DoesNotContain("city", await one.LiveAsync());
    }

    [Fact]
    public async Task What_law_keeps_stays_closed_is_named_in_the_answer_and_completes_it_when_its_term_ends()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house, language: "zh-CN");
        await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));
        var one = new Applicant(house, waiting.Person);
        var reference = await one.AskAsync(ErasureScope.All);

        await one.DecideAsync(reference);

        var partly = await one.RequestAsync(reference);
        Assert.Equal((RequestState.PartlyFulfilled, DenialGround.RetentionByLaw), (partly.State, partly.LastDecision!.Ground!.Value));
        Assert.NotEmpty(partly.LastDecision.Route);
        Assert.Contains("2037年1月1日", await one.AnswerAsync(reference), StringComparison.Ordinal);
        Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(one.Person, For.OrdersSettlement));
        foreach (var on in new[] { new DateTimeOffset(2036, 12, 31, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2037, 1, 1, 0, 1, 0, TimeSpan.Zero) })
        {
            house.Clock.SetUtcNow(on);
            await house.Get<ErasureRound>().RunAsync();
        }

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.Equal(2, (await one.CertificateAsync(reference)).Version);
    }

    [Fact]
    public async Task While_something_is_found_the_request_stays_in_its_check_and_staff_see_it()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores);
        var one = await Deletions.ActivatedAsync(house);
        var leak = Path.Combine(Directory.CreateDirectory(Path.Combine(stores.Folder, "logs")).FullName, "leak.log");
        await File.WriteAllTextAsync(leak, "called +8613812345678");
        var reference = await one.AskAsync(await one.OfAsync("phone"));

        await one.DecideAsync(reference);
        await Deletions.RoundAsync(house);
        Assert.Equal(RequestState.Verifying, await one.StateAsync(reference));
        Assert.Equal((ErasureState.Dirty, "file logs/leak.log"), ((await RunAsync(one, reference)).State, (await RunAsync(one, reference)).Found));
        File.Delete(leak);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await Deletions.RoundAsync(house);

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
    }

    [Fact]
    public async Task Two_deletions_never_run_at_once_and_the_second_is_told_so()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var one = await Deletions.ActivatedAsync(house);
        var (first, second) = (await one.AskAsync(await one.OfAsync("phone")), await one.AskAsync(ErasureScope.All));
        await one.ProposeAsync(first);
        await one.ProposeAsync(second);

        Applicant.Done(await one.ApproveAsync(first));
        Assert.Equal(RequestFault.ErasureRuns, Applicant.FaultOf(await one.ApproveAsync(second)));
        Assert.Equal(ClosingOutcome.UnderWay, await house.Get<Closing>().CloseAsync((await house.Get<Closing>().OpenAsync(one.Act)).Plan.Hash, coolOff: false, one.Act));
        await Deletions.RoundAsync(house);
        Assert.Equal(2, (await one.Mine.ListAsync(one.Act)).Count);
        Assert.Equal(RequestFault.PlanChanged, Applicant.FaultOf(await one.ApproveAsync(second)));
        Applicant.Done(await one.Decisions.ReturnAsync(second, await one.StampAsync(second), "The phone is gone.", one.ActOf(Applicant.Second)));
        await one.DecideAsync(second);

        Assert.Equal((RequestState.Fulfilled, RequestState.Fulfilled), (await one.StateAsync(first), await one.StateAsync(second)));
        Assert.NotEqual((await one.CertificateAsync(first)).CertificateId, (await one.CertificateAsync(second)).CertificateId);
    }

    [Fact]
    public async Task Nothing_is_asked_for_without_the_password_a_choice_and_the_plan_as_it_is()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (one, mine) = (await Deletions.ActivatedAsync(house), house.Get<MyDeletions>());
        var hash = (await one.PlanAsync(ErasureScope.All)).Hash;
        Task<RequestResult> Ask(ErasureScope scope, Act act) => mine.SubmitAsync(scope, ErasureGround.StoppedUsing, hash, "All.", "", act);

        Assert.IsType<RequestResult.NotConfirmed>(await Ask(ErasureScope.All, one.Act with { ConfirmedOn = house.Clock.Now().AddMinutes(-10) }));
        Assert.Equal(RequestFault.NotOffered, Applicant.FaultOf(await Ask(ErasureScope.All, one.Act with { Roles = Role.Supplier | Role.Verifier })));
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await Ask(ErasureScope.Of(), one.Act)));
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await Ask(ErasureScope.Closing, one.Act)));
        Assert.IsType<RequestResult.ChangedMeanwhile>(await Ask(await one.OfAsync("phone"), one.Act));
        Assert.IsType<RequestResult.ChangedMeanwhile>(await Ask(ErasureScope.All, one.Act with { Who = Guid.NewGuid() }));

        Assert.Empty(await one.Mine.ListAsync(one.Act));
    }

    /// <summary>The letter with the certificate.</summary>
    private static bool IsLast(FolderLetter letter) => letter.Text.Contains($"{ErasuresFeature.CertificatePath}?token=", StringComparison.Ordinal);

    private static async Task<OpenErasure> RunAsync(Applicant one, string reference) =>
        (await one.House.Get<DeletionDesk>().OpenAsync(reference, one.ActOf(Applicant.Officer)))!.Run!;
}
