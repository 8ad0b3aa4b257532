using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What others carry out, and what happens by the clock alone.</summary>
public sealed class RequestWorkTests
{
    [Fact]
    public async Task A_deletion_begins_only_after_a_second_person_and_is_said_to_be_done_only_after_its_check()
    {
        var shredder = new Shredder(RequestKind.Delete) { Answers = _ => new WorkResult.Left() };
        await using var house = await Applicant.HouseWithAsync(shredder);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.InHandAsync(RequestKind.Delete);
        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Decisions.AnswerAsync(reference, await applicant.StampAsync(reference), "Done.", applicant.ActOf(Applicant.Officer))));
        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Fulfilled, null, "All goes.", applicant.ActOf(Applicant.Officer)));
        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Officer))));
        Assert.Empty(shredder.Asked);

        Applicant.Done(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Second)));

        // the check found something left: nothing is said, and it is carried out again
        Assert.Equal(RequestState.Executing, await applicant.StateAsync(reference));
        Assert.False(await LeftAsync(house));
        shredder.Answers = _ => new WorkResult.Done(true, "All of it is gone.", Guid.NewGuid());
        await house.Get<RequestRound>().RunAsync();
        var opened = (await applicant.Mine.OpenAsync(reference, applicant.Act))!;
        Assert.Equal(RequestState.Fulfilled, opened.Row.State);
        Assert.NotNull(Assert.Single(opened.Decisions).Certificate);
        Assert.True(await LeftAsync(house));
        Assert.Equal(2, shredder.Asked.Count);
    }

    [Fact]
    public async Task Two_deletions_of_one_person_never_run_at_once()
    {
        var (delete, close) = (new Shredder(RequestKind.Delete) { Answers = _ => new WorkResult.Left() }, new Shredder(RequestKind.CloseAccount));
        await using var house = await Applicant.HouseWithAsync(delete, close);
        var applicant = await Applicant.BeginAsync(house);
        var first = await applicant.InHandAsync(RequestKind.Delete);
        var second = await applicant.InHandAsync(RequestKind.Delete);
        foreach (var reference in new[] { first, second })
        {
            Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Fulfilled, null, "All goes.", applicant.ActOf(Applicant.Officer)));
        }

        Applicant.Done(await applicant.Decisions.ApproveAsync(first, await applicant.StampAsync(first), applicant.ActOf(Applicant.Second)));

        Assert.Equal(RequestFault.ErasureRuns, Applicant.FaultOf(await applicant.Decisions.ApproveAsync(second, await applicant.StampAsync(second), applicant.ActOf(Applicant.Second))));
        var closing = await applicant.SubmitAsync(RequestKind.CloseAccount);
        Assert.Equal(RequestState.Triage, await applicant.StateAsync(closing));
        Assert.Empty(close.Asked);
        await Assert.ThrowsAsync<DbUpdateException>(() => ForceAsync(house, second));
    }

    [Fact]
    public async Task A_closure_runs_by_itself_and_with_time_to_think_only_when_that_is_over()
    {
        var shredder = new Shredder(RequestKind.CloseAccount);
        await using var house = await Applicant.HouseWithAsync(shredder);
        var applicant = await Applicant.BeginAsync(house);
        var reference = Applicant.Done(await applicant.Mine.SubmitAsync(RequestKind.CloseAccount, "Enough.", "", cooling: true, applicant.Act)).Reference;
        await house.Get<RequestRound>().RunAsync();
        Assert.Equal(RequestState.CoolingOff, await applicant.StateAsync(reference));
        Assert.Empty(shredder.Asked);

        house.Clock.Advance(TimeSpan.FromHours(73));
        await house.Get<RequestRound>().RunAsync();

        Assert.Equal(RequestState.Fulfilled, await applicant.StateAsync(reference));
        Assert.Single(shredder.Asked);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_in_the_end_given_to_staff()
    {
        var shredder = new Shredder(RequestKind.Copy) { Answers = _ => throw new IOException("disk") };
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services =>
        {
            Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.RemoveAll<IRequestWork>(services);
            services.AddSingleton<IRequestWork>(shredder);
        });
        var applicant = await Applicant.BeginAsync(house);

        var reference = await applicant.SubmitAsync(RequestKind.Copy);
        Assert.Equal(RequestState.Failed, await applicant.StateAsync(reference));
        for (var round = 0; round < 6; round++)
        {
            await house.Get<RequestRound>().RunAsync();
        }

        Assert.Equal((RequestState.Triage, 5), (await applicant.StateAsync(reference), shredder.Asked.Count));
        Assert.Single(shredder.Asked.Select(one => one.Id).Distinct());
    }

    [Fact]
    public async Task Silence_refuses_nothing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var officer = applicant.ActOf(Applicant.Officer);
        var unclear = await applicant.InHandAsync();
        var doubted = await applicant.SubmitAsync(RequestKind.Explain);
        Applicant.Done(await applicant.Desk.AskClarificationAsync(unclear, await applicant.StampAsync(unclear), "Which?", officer));
        Applicant.Done(await applicant.Desk.AskIdentityAsync(doubted, await applicant.StampAsync(doubted), "Two places.", authority: false, officer));

        for (var day = 0; day < 31; day++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await house.Get<RequestRound>().RunAsync();
        }

        Assert.Equal(RequestState.InProgress, await applicant.StateAsync(unclear));
        var rests = await applicant.RequestAsync(doubted);
        Assert.Equal((RequestState.Expired, 2), (rests.State, rests.Events.Count(step => step.Step == RequestStep.Reminded)));
        Assert.Equal("RequestRests", (await applicant.LettersAsync())[^1]);
        Applicant.Done(await applicant.Mine.WriteAsync(doubted, "It is me.", applicant.Act));
        Assert.Equal(RequestState.Submitted, await applicant.StateAsync(doubted));
    }

    [Fact]
    public async Task A_calendar_that_is_published_later_moves_the_day_and_both_sides_are_told()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 28, 3, 0, 0, TimeSpan.Zero));
        var applicant = await Applicant.BeginAsync(house);
        var staff = await Watchers.HireAsync(house);
        var (reference, free) = (await applicant.SubmitAsync(), await applicant.SubmitAsync(RequestKind.Explain));
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), staff.ActOf(staff.Holder)));
        var before = await applicant.RequestAsync(reference);
        Assert.True(before.IsProvisional);

        await PublishAsync(house);
        await house.Get<RequestRound>().RunAsync();

        var after = await applicant.RequestAsync(reference);
        Assert.Equal((before.DueOn!.Value.AddDays(1), false), (after.DueOn!.Value, after.IsProvisional));
        Assert.Equal("RequestDueChanged", (await applicant.LettersAsync())[^1]);
        Assert.Equal(RequestStep.DueChanged, after.Events[^1].Step);
        // who has it in hand, and of what nobody has, every officer
        Assert.Equal([reference, free], await staff.MovedAsync(staff.Holder));
        Assert.Equal([free], await staff.MovedAsync(staff.Officer));
        Assert.Empty((await staff.MovedAsync(staff.Administrator)).Concat(await staff.MovedAsync(staff.Verifier)));
        await house.Get<RequestRound>().RunAsync();
        Assert.Equal([reference, free], await staff.MovedAsync(staff.Holder));
    }

    [Fact]
    public async Task Where_the_process_dies_before_a_day_moves_neither_side_is_told_and_the_next_round_tells_both()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 28, 3, 0, 0, TimeSpan.Zero));
        Watchers staff;
        string reference;
        await using (var dies = await House.OpenAsync(stores, clock))
        {
            staff = await Watchers.HireAsync(dies);
            reference = await (await Applicant.BeginAsync(dies)).SubmitAsync();
            await PublishAsync(dies);
            dies.DieAt("request.before-commit");
            await Assert.ThrowsAsync<ProcessDiedException>(() => dies.Get<RequestRound>().RunAsync());
        }

        await using var house = await House.OpenAsync(stores, clock);
        staff = staff with { House = house };
        Assert.Empty(await staff.MovedAsync(staff.Officer));

        await house.Get<RequestRound>().RunAsync();

        Assert.Equal([reference], await staff.MovedAsync(staff.Officer));
        await using var db = house.Store.Read();
        Assert.Single(await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.RequestDueChanged)).ToListAsync());
    }

    /// <summary>The calendar of a year that was open so far.</summary>
    private static async Task PublishAsync(House house)
    {
        const string list = "date,kind,name_zh,source\n2027-01-01,off,元旦,https://example.test/\n";
        var (desk, administrator) = (house.Get<CalendarDesk>(), house.ActOf(Guid.NewGuid(), Role.Administrator));
        Assert.Equal(ImportOutcome.Done, await desk.ImportAsync("CN", list, desk.Preview("CN", list, administrator).ShownVersion, administrator));
    }

    private static async Task<bool> LeftAsync(House house)
    {
        await using var db = house.Store.Read();
        return (await db.Set<OutboxMail>().SingleAsync(mail => mail.Letter == nameof(Letters.RequestCarriedOut))).NextTryOn is not null;
    }

    private static async Task ForceAsync(House house, string reference)
    {
        await using var work = await house.Store.WriteAsync();
        var request = await RequestBook.FindAsync(work.Db, reference, one => true);
        request!.Approve(carriedOut: true, house.ActOf(Applicant.Second));
        await work.CommitAsync();
    }
}
