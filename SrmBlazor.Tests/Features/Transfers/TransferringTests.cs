using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Transfers;

public sealed class TransferringTests
{
    [Theory, BothProviders]
    public async Task A_push_reaches_the_controller_once_with_what_the_person_gave_and_nothing_else(Data.DatabaseProvider provider)
    {
        await using var receiver = await Receiver.OpenAsync();
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);

        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address));
        await mover.RoundAsync();

        Assert.Equal(RequestState.Fulfilled, await mover.Applicant.StateAsync(reference));
        var received = Assert.Single(receiver.All);
        Assert.Equal(($"\"{(await mover.Applicant.RequestAsync(reference)).Id:D}\"", "application/zip"), (received.Key, received.Type));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(received.Body))}:", received.Digest);
        var files = await mover.FilesAsync(received.Body);
        var text = Encoding.UTF8.GetString(files.Single(file => file.Name == "my-data.json").Bytes);
        Assert.Contains(Registrant.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mover.Controller, text, StringComparison.Ordinal);
        var kinds = JsonDocument.Parse(text).RootElement.GetProperty("counts").EnumerateArray().Select(count => count.GetProperty("kind").GetString()).ToList();
        Assert.Equal(["identity", "identity-document", "identity-scan", "mailbox"], kinds);
        Assert.Equal(TransferState.Delivered, (await mover.TransferAsync()).State);
        Assert.Contains(await house.Get<AccessLedger>().OfAsync(mover.Applicant.Person), look => look is { Kind: "transfer-part", Role: Role.PrivacyOfficer });
        var mine = Assert.Single(await house.Get<MyTransfers>().ListAsync(mover.Applicant.Act));
        Assert.Equal((reference, Mover.Controller, TransferState.Delivered), (mine.Reference, mine.Controller, mine.State));
    }

    [Fact]
    public async Task A_controller_that_fails_first_is_asked_again_under_the_same_key()
    {
        await using var receiver = await Receiver.OpenAsync(500);
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);
        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address));
        Assert.Equal((RequestState.Failed, "Status 500"), (await mover.Applicant.StateAsync(reference), await mover.TroubleAsync(reference)));

        await mover.RoundAsync();

        Assert.Equal(RequestState.Fulfilled, await mover.Applicant.StateAsync(reference));
        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.All.Select(one => one.Key).Distinct());
        Assert.Null(await mover.TroubleAsync(reference));
    }

    [Fact]
    public async Task What_never_works_is_given_back_to_staff_with_the_reason()
    {
        await using var receiver = await Receiver.OpenAsync([.. Enumerable.Repeat(503, 9)]);
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);
        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address));

        for (var round = 0; round < 9; round++)
        {
            await mover.RoundAsync();
        }

        Assert.Equal((RequestState.InProgress, 5, "Status 503"), (await mover.Applicant.StateAsync(reference), receiver.All.Count, await mover.TroubleAsync(reference)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await Receiver.OpenAsync();
        await using var receiver = await Receiver.RedirectingAsync(other.Address);
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);

        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address));

        Assert.Equal("Redirected", await mover.TroubleAsync(reference));
        Assert.Empty(other.All);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        await using var receiver = await Receiver.OpenWithOwnCertificateAsync();
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);

        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address));

        Assert.Equal("NotTrusted", await mover.TroubleAsync(reference));
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task By_default_a_name_that_leads_to_this_machine_is_refused_when_it_is_connected_to()
    {
        await using var receiver = await Receiver.OpenWithOwnCertificateAsync();
        await using var house = await House.BuildAsync(Data.DatabaseProvider.Sqlite);
        var mover = await Mover.BeginAsync(house);
        // typed as a number it is not even taken
        Assert.Equal([WishFault.Address], Assert.IsType<WishResult.Incomplete>(await mover.AskAsync(Mover.ByPush(receiver.Address))).Faults);

        var reference = await mover.DecideAsync(Mover.ByPush(receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));

        Assert.Equal("AddressRefused", await mover.TroubleAsync(reference));
        Assert.Empty(receiver.All);
    }

    [Theory]
    [InlineData("transfer.pushed", 2)]
    [InlineData("transfer.before-commit", 2)]
    [InlineData("transfer.sent", 1)]
    public async Task A_process_that_dies_after_the_push_sends_it_again_under_the_same_key_or_not_at_all(string step, int pushes)
    {
        await using var receiver = await Receiver.OpenAsync();
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        string reference;
        await using (var house = await House.OpenAsync(stores, settings: [Mover.Loopback]))
        {
            var mover = await Mover.BeginAsync(house);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => mover.DecideAsync(Mover.ByPush(receiver.Address)));
            reference = (await house.Get<MyTransfers>().ListAsync(mover.Applicant.Act)).Single().Reference;
            Assert.Equal(RequestState.Executing, await mover.Applicant.StateAsync(reference));
        }

        await using var next = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        await next.Get<RequestRound>().RunAsync();

        Assert.Equal(pushes, receiver.All.Count);
        Assert.Single(receiver.All.Select(one => one.Key).Distinct());
        await using var db = next.Store.Read();
        Assert.Equal(RequestState.Fulfilled, (await RequestBook.FindAsync(db, reference, one => true))!.State);
    }

    [Fact]
    [Promise("P-6-04")]
    public async Task Nothing_can_be_proposed_before_every_condition_is_checked_and_nothing_leaves_on_one_word()
    {
        await using var receiver = await Receiver.OpenAsync();
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: [Mover.Loopback]);
        var mover = await Mover.BeginAsync(house);
        var abroad = Mover.ByPush(receiver.Address) with { Country = "NO" };
        Assert.Equal([WishFault.AgreesAbroad], Assert.IsType<WishResult.Incomplete>(await mover.AskAsync(abroad)).Faults);
        var reference = await mover.InHandAsync(abroad with { AgreesAbroad = true });

        Assert.Equal(RequestFault.NotChecked, Applicant.FaultOf(await mover.ProposeAsync(reference)));
        Assert.Equal(RequestFault.NotChecked, Applicant.FaultOf(await mover.CheckAsync(reference, TransferCondition.Identity, TransferCondition.Provided, TransferCondition.Feasible, TransferCondition.Others)));
        Applicant.Done(await mover.CheckAsync(reference, Enum.GetValues<TransferCondition>()));
        Applicant.Done(await mover.ProposeAsync(reference));
        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await mover.Applicant.Decisions.ApproveAsync(reference, await mover.Applicant.StampAsync(reference), mover.Applicant.ActOf(Applicant.Officer))));

        Assert.Empty(receiver.All);
        Applicant.Done(await mover.Applicant.Mine.WithdrawAsync(reference, mover.Applicant.Act));
        await mover.RoundAsync();
        Assert.Empty(receiver.All);
    }

    [Fact]
    [Promise("P-5.6-02")]
    public async Task Who_has_not_just_shown_who_they_are_asks_for_no_transfer_and_what_is_missing_is_said_at_once()
    {
        await using var house = await House.BuildAsync(Data.DatabaseProvider.Sqlite);
        var mover = await Mover.BeginAsync(house);

        Assert.IsType<WishResult.NotConfirmed>(await house.Get<MyTransfers>().SubmitAsync(Mover.ByLink, house.ActOf(mover.Applicant.Person, Role.Supplier)));
        var empty = new Wish(" ", "Atlantis", "nobody", null, "", Agrees: false, AgreesAbroad: false);
        Assert.Equal(
            [WishFault.Controller, WishFault.Country, WishFault.Mailbox, WishFault.Way, WishFault.Agrees], Assert.IsType<WishResult.Incomplete>(await mover.AskAsync(empty)).Faults);
        Assert.Empty(await house.Get<MyTransfers>().ListAsync(mover.Applicant.Act));
        Assert.IsType<WishResult.Nothing>(await house.Get<MyTransfers>().SubmitAsync(Mover.ByLink, house.ActOf(Guid.NewGuid(), Role.Supplier) with { ConfirmedOn = house.Clock.Now() }));
    }

    [Fact]
    public async Task A_refused_transfer_sends_nothing_and_to_whom_it_should_go_is_kept_as_long_as_the_request()
    {
        await using var house = await House.BuildAsync(Data.DatabaseProvider.Sqlite);
        var mover = await Mover.BeginAsync(house);
        var reference = await mover.InHandAsync(Mover.ByLink);
        var applicant = mover.Applicant;
        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, DenialGround.OthersRights, "It is about others too.", applicant.ActOf(Applicant.Officer)));
        Applicant.Done(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Second)));

        var letter = (await house.Get<AnswerLetters>().OfMineAsync(reference, applicant.Act))!;

        Assert.Equal((DenialGround.OthersRights, "CN"), (letter.Ground!.Value, letter.Route));
        Assert.False((await mover.TransferAsync()).HasLeft);
        house.Clock.Advance(TimeSpan.FromDays(61));
        await mover.RoundAsync();
        Assert.Null(await house.Get<TransferDesk>().OpenAsync(reference, applicant.ActOf(Applicant.Officer)));
        Assert.Equal(Mover.Controller, Assert.Single(await house.Get<MyTransfers>().ListAsync(applicant.Act)).Controller);
        Assert.DoesNotContain((await Fetched.MakeAsync(house, applicant.Act)).Files, file => file.Name.Contains("transfer-part", StringComparison.Ordinal));
    }
}
