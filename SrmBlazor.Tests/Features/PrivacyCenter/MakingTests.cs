using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Features.PrivacyCenter;

public sealed class MakingTests
{
    public static TheoryData<string> Steps => ["copy.taken-up", "copy.writing", "copy.printing", "copy.signing", "copy.sealing", "seal.before-key", "seal.after-key", "copy.sealed", "copy.made"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_making_that_dies_at_any_step_is_done_once_by_whoever_comes_next(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Act act;
        await using (var house = await House.OpenAsync(stores))
        {
            act = Confirmed(house, await Registrant.ActivateAsync(house));
            Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync("en", act));
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<CopyMaker>().MakeNextAsync());
        }

        await using var next = await House.OpenAsync(stores);
        Assert.Equal(step == "copy.made", (await next.Get<MyCopies>().StandingAsync(act))!.State == CopyState.Ready);
        Assert.False(await next.Get<CopyMaker>().MakeNextAsync());
        next.Clock.Advance(Copy.Lease);
        Assert.Equal(step != "copy.made", await next.Get<CopyMaker>().MakeNextAsync());

        Assert.True(await (await Fetched.TakeAsync(next, act)).VerifiesAsync(next));
        await using var db = next.Store.Read();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "copy.made"));
        Assert.False(await db.Set<SealedRow>().AnyAsync(row => row.Kind == CopyPart.Kind.Name && row.State == RowState.Live));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    [Promise("P-8.1-05")]
    public async Task A_process_killed_while_it_makes_a_package_leaves_nothing_in_clear_and_the_next_one_makes_it(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Act act;
        await using (var house = await House.OpenAsync(stores))
        {
            act = Confirmed(house, await Registrant.ActivateAsync(house));
            await house.Get<MyCopies>().AskAsync("en", act);
        }

        await ChildProcess.DieAtAsync(step, stores, nameof(CopyMaker.MakeNextAsync));

        Assert.Empty(Canary.Search([stores.Folder], Registrant.Name, Registrant.Number));
        await using var next = await House.OpenAsync(stores);
        next.Clock.Advance(Copy.Lease);
        Assert.Equal(step != "copy.made", await next.Get<CopyMaker>().MakeNextAsync());
        Assert.True(await (await Fetched.TakeAsync(next, act)).VerifiesAsync(next));
    }

    [Theory, BothProviders]
    [Promise("P-5.6-02")]
    public async Task Who_has_not_just_shown_who_they_are_gets_no_package(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var copies = house.Get<MyCopies>();

        Assert.Equal(CopyAsked.NotConfirmed, await copies.AskAsync("en", supplier.Act(house)));
        Assert.Null(await copies.StandingAsync(supplier.Act(house)));

        await copies.AskAsync("en", Confirmed(house, supplier));
        await house.Get<CopyMaker>().MakeNextAsync();
        var ready = (await copies.StandingAsync(supplier.Act(house)))!;
        Assert.IsType<CopyTaking.NotConfirmed>(await copies.TakeAsync(ready.Id, supplier.Act(house)));
        Assert.IsType<CopyTaking.NotFound>(await copies.TakeAsync(ready.Id, Confirmed(house, supplier) with { Who = Guid.NewGuid() }));
        Assert.IsType<CopyTaking.Taken>(await copies.TakeAsync(ready.Id, Confirmed(house, supplier)));
    }

    [Fact]
    public async Task It_is_handed_out_once_and_then_no_byte_of_it_is_left()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores);
        var act = Confirmed(house, await Registrant.ActivateAsync(house));
        var package = await Fetched.MakeAsync(house, act);
        var standing = (await house.Get<MyCopies>().StandingAsync(act))!;

        Assert.IsType<CopyTaking.NotFound>(await house.Get<MyCopies>().TakeAsync(standing.Id, act));
        Assert.Equal(CopyState.Taken, standing.State);
        Assert.NotEmpty(package.Files);
        await using var db = house.Store.Read();
        Assert.All(await db.Set<SealedRow>().Where(row => row.Kind == CopyPart.Kind.Name).ToListAsync(), row => Assert.Equal((RowState.Erased, null), (row.State, row.Ciphertext)));
    }

    [Fact]
    public async Task A_line_that_breaks_off_leaves_no_package_behind_either()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var act = Confirmed(house, await Registrant.ActivateAsync(house));
        await house.Get<MyCopies>().AskAsync("en", act);
        await house.Get<CopyMaker>().MakeNextAsync();
        var taken = Assert.IsType<CopyTaking.Taken>(await house.Get<MyCopies>().TakeAsync((await house.Get<MyCopies>().StandingAsync(act))!.Id, act));

        await foreach (var _ in taken.Parts)
        {
            break;
        }

        await using var db = house.Store.Read();
        Assert.False(await db.Set<SealedRow>().AnyAsync(row => row.Kind == CopyPart.Kind.Name && row.State == RowState.Live));
        Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync("en", act));
    }

    [Fact]
    public async Task Cancelling_stops_a_making_and_destroys_what_waits()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var act = Confirmed(house, await Registrant.ActivateAsync(house));
        var copies = house.Get<MyCopies>();

        await copies.AskAsync("en", act);
        house.Get<FailPoints>().Reached = step =>
        {
            if (step == "copy.printing")
            {
                Assert.True(copies.CancelAsync(act).GetAwaiter().GetResult());
            }
        };
        Assert.True(await house.Get<CopyMaker>().MakeNextAsync());
        var stopped = (await copies.StandingAsync(act))!.State;
        house.Get<FailPoints>().Reached = null;

        await copies.AskAsync("en", act);
        await house.Get<CopyMaker>().MakeNextAsync();
        var second = await copies.AskAsync("en", act);
        Assert.True(await copies.CancelAsync(act));

        Assert.Equal((CopyState.Cancelled, CopyAsked.UnderWay), (stopped, second));
        Assert.False(await copies.CancelAsync(act));
        await using var db = house.Store.Read();
        Assert.False(await db.Set<SealedRow>().AnyAsync(row => row.Kind == CopyPart.Kind.Name && row.State == RowState.Live));
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "copy.made"));
    }

    [Fact]
    public async Task What_nobody_fetches_is_erased_after_a_day()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var act = Confirmed(house, await Registrant.ActivateAsync(house));
        var copies = house.Get<MyCopies>();
        await copies.AskAsync("en", act);
        await house.Get<CopyMaker>().MakeNextAsync();
        var ready = (await copies.StandingAsync(act))!;

        house.Clock.Advance(For.CopyDelivery.Term!.Value);
        var later = act with { On = house.Clock.Now(), ConfirmedOn = house.Clock.Now() };
        var late = await copies.TakeAsync(ready.Id, later);
        await house.Get<CopyMaker>().LapseAsync();

        Assert.IsType<CopyTaking.NotFound>(late);
        Assert.Equal(CopyState.Lapsed, (await copies.StandingAsync(later))!.State);
        await using var db = house.Store.Read();
        Assert.False(await db.Set<SealedRow>().AnyAsync(row => row.Kind == CopyPart.Kind.Name && row.State == RowState.Live));
    }

    [Fact]
    public async Task A_making_that_fails_three_times_is_given_up_and_the_person_is_told()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var act = Confirmed(house, await Registrant.ActivateAsync(house));
        await house.Get<MyCopies>().AskAsync("en", act);
        house.Get<FailPoints>().Reached = step => throw new ProcessDiedException(step);
        for (var attempt = 0; attempt < Copy.MostAttempts; attempt++)
        {
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<CopyMaker>().MakeNextAsync());
            house.Clock.Advance(Copy.Lease);
        }

        house.Get<FailPoints>().Reached = null;

        Assert.False(await house.Get<CopyMaker>().MakeNextAsync());
        Assert.Equal(CopyState.Failed, (await house.Get<MyCopies>().StandingAsync(act))!.State);
        Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync("en", act));
    }

    private static Act Confirmed(House house, Registrant supplier) => supplier.Act(house) with { ConfirmedOn = house.Clock.Now() };
}
