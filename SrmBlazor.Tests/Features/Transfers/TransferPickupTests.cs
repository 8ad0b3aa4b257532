using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Transfers;

/// <summary>The mailed link, which works once.</summary>
public sealed class TransferPickupTests
{
    [Theory, BothProviders]
    public async Task A_link_hands_the_package_out_once_and_then_no_piece_of_it_is_left(Data.DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var mover = await Mover.BeginAsync(house);
        var reference = await mover.DecideAsync(Mover.ByLink);
        var (pickups, token) = (house.Get<TransferPickups>(), await mover.TokenAsync());
        Assert.Equal((RequestState.Fulfilled, TransferState.Mailed), (await mover.Applicant.StateAsync(reference), (await mover.TransferAsync()).State));
        Assert.NotEqual(0, await mover.PiecesAsync());
        Assert.Equal(reference, (await pickups.PeekAsync(token))!.Reference);
        Assert.NotNull(await pickups.PeekAsync(token));

        var fetched = (await pickups.FetchAsync(token))!;

        Assert.Contains(await mover.FilesAsync(fetched.Bytes), file => file.Name == "my-data.json");
        Assert.Equal((0, TransferState.Fetched), (await mover.PiecesAsync(), (await mover.TransferAsync()).State));
        Assert.Null(await pickups.FetchAsync(token));
        Assert.Null(await pickups.PeekAsync(token));
        Assert.Null(await pickups.FetchAsync("guessed"));
        Assert.Equal(TransferState.Fetched, Assert.Single(await house.Get<MyTransfers>().ListAsync(mover.Applicant.Act)).State);
    }

    [Theory, BothProviders]
    public async Task Of_many_at_once_exactly_one_gets_the_package(Data.DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var mover = await Mover.BeginAsync(house);
        await mover.DecideAsync(Mover.ByLink);
        var token = await mover.TokenAsync();
        await using var another = await House.OpenAsync(stores);

        var fetched = await Task.WhenAll(new[] { house, another, house, another }.Select(one => Task.Run(() => one.Get<TransferPickups>().FetchAsync(token))));

        Assert.Single(fetched, one => one is not null);
        Assert.Equal(0, await mover.PiecesAsync());
    }

    [Fact]
    public async Task After_seven_days_the_link_is_dead_and_the_package_erased()
    {
        await using var house = await House.BuildAsync(Data.DatabaseProvider.Sqlite);
        var mover = await Mover.BeginAsync(house);
        await mover.DecideAsync(Mover.ByLink);
        var token = await mover.TokenAsync();
        house.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await house.Get<TransferPickups>().FetchAsync(token));

        await house.Get<TransferRound>().RunAsync();

        Assert.Equal((0, TransferState.Expired), (await mover.PiecesAsync(), (await mover.TransferAsync()).State));
        Assert.Null(await house.Get<TransferPickups>().PeekAsync(token));
    }

    [Theory]
    [InlineData("transfer.before-commit")]
    [InlineData("transfer.sent")]
    public async Task A_process_that_dies_while_it_mails_leaves_one_link_and_one_package(string step)
    {
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        Mover mover;
        await using (var house = await House.OpenAsync(stores))
        {
            mover = await Mover.BeginAsync(house);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => mover.DecideAsync(Mover.ByLink));
        }

        await using var next = await House.OpenAsync(stores);
        await next.Get<RequestRound>().RunAsync();

        var revived = new Mover(mover.Applicant with { House = next });
        Assert.Equal(1, await revived.PiecesAsync());
        Assert.NotNull(await next.Get<TransferPickups>().FetchAsync(await revived.TokenAsync()));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_hands_out_has_handed_out_nothing()
    {
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        string token;
        await using (var house = await House.OpenAsync(stores))
        {
            var mover = await Mover.BeginAsync(house);
            await mover.DecideAsync(Mover.ByLink);
            token = await mover.TokenAsync();
            house.DieAt("transfer.before-fetched");
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<TransferPickups>().FetchAsync(token));
        }

        await using var next = await House.OpenAsync(stores);

        Assert.NotNull(await next.Get<TransferPickups>().FetchAsync(token));
    }

    [Fact]
    public async Task No_secret_of_a_link_and_no_name_of_a_controller_lies_in_clear()
    {
        using var stores = await Stores.CreateAsync(Data.DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores);
        var mover = await Mover.BeginAsync(house);
        await mover.DecideAsync(Mover.ByLink);

        Assert.Empty(Canary.Search([stores.Folder], await mover.TokenAsync(), Mover.Controller, Mover.Mailbox));
    }
}
