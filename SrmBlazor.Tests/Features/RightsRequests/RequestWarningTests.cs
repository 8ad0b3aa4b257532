using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Features.Triage;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class RequestWarningTests
{
    private static readonly string[] Each = [nameof(Letters.FirstWarning), nameof(Letters.SecondWarning), nameof(Letters.DayBeforeWarning), nameof(Letters.LastDayWarning)];

    [Theory, BothProviders]
    [Promise("P-5.3-08", "P-10-03")]
    public async Task Who_has_it_in_hand_is_warned_once_of_each_level_and_more_people_the_nearer_the_day(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), staff.ActOf(staff.Holder)));
        var clock = house.Get<RequestClock>().Pressing(await applicant.RequestAsync(reference), house.Clock.Now())!;

        await EachDayAsync(house, 30);

        Assert.Equal(Each, await staff.ToldAsync(staff.Holder));
        Assert.Equal(Each[1..], await staff.ToldAsync(staff.Officer));
        Assert.Equal(Each[3..], await staff.ToldAsync(staff.Administrator));
        Assert.Empty(await staff.ToldAsync(staff.Verifier));
        await using var db = house.Store.Read();
        var given = await db.Set<RequestWarning>().OrderBy(one => one.On).ToListAsync();
        Assert.Equal([clock.DayOf(50), clock.DayOf(80), clock.DayBefore, clock.Due], given.Select(one => RequestClock.Today(one.On)));
        Assert.Equal(Enum.GetValues<WarningLevel>(), given.Select(one => one.Level));
        var notice = (await house.Get<MyInbox>().ListAsync(null, 10, staff.ActOf(staff.Administrator))).Rows.Single();
        Assert.Equal((reference, $"/staff/requests/late#{reference}"), (notice.Reference, notice.Place));
    }

    [Theory, BothProviders]
    public async Task What_nobody_has_in_hand_warns_all_officers_from_the_beginning_also_where_who_had_it_left(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        var held = await applicant.SubmitAsync();
        Applicant.Done(await applicant.Desk.ClaimAsync(held, await applicant.StampAsync(held), staff.ActOf(staff.Holder)));
        Assert.True(await house.Get<StaffAccounts>().CloseAsync(staff.Holder, staff.ActOf(staff.Administrator)));

        await EachDayAsync(house, 14);

        Assert.Empty(await staff.ToldAsync(staff.Holder));
        Assert.Equal([Each[0], Each[0]], await staff.ToldAsync(staff.Officer));
    }

    [Fact]
    public async Task What_ended_stands_still_or_is_appealed_warns_nobody()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house);
        var officer = applicant.ActOf(Applicant.Officer);
        await applicant.RefusedAsync();
        var appealed = await applicant.RefusedAsync(RequestKind.Explain);
        Applicant.Done(await applicant.Mine.AppealAsync(appealed, "No.", applicant.Act));
        var paused = await applicant.InHandAsync(RequestKind.Complaint);
        Applicant.Done(await applicant.Desk.AskClarificationAsync(paused, await applicant.StampAsync(paused), "Which?", officer));
        Applicant.Done(await applicant.Desk.PauseAsync(paused, await applicant.StampAsync(paused), officer));

        await EachDayAsync(house, 9);
        Assert.Empty(await staff.ToldAsync(staff.Officer));

        // the question stays unanswered, and the clock goes on
        await EachDayAsync(house, 30);
        Assert.Equal(4, (await staff.ToldAsync(staff.Officer)).Count);
    }

    [Fact]
    public async Task More_time_taken_is_a_clock_of_its_own_by_the_days_of_the_law()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house, "DE");
        var reference = await applicant.InHandAsync();
        await EachDayAsync(house, 14);
        Assert.Equal(Each[..1], await staff.ToldAsync(staff.Officer));
        Applicant.Done(await applicant.Desk.ExtendAsync(reference, await applicant.StampAsync(reference), "It is much.", applicant.ActOf(Applicant.Officer)));
        var limit = (await applicant.RequestAsync(reference)).LimitOn;

        await EachDayAsync(house, 90);

        Assert.Equal([Each[0], .. Each], await staff.ToldAsync(staff.Officer));
        await using var db = house.Store.Read();
        Assert.Equal(limit, RequestClock.Today(await db.Set<RequestWarning>().MaxAsync(one => one.On)));
    }

    [Fact]
    public async Task After_a_silence_only_the_latest_level_is_said()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        house.Clock.Advance(TimeSpan.FromDays(40));

        await house.Get<RequestRound>().RunAsync();
        await house.Get<RequestRound>().RunAsync();

        Assert.Equal(Each[3..], await staff.ToldAsync(staff.Officer));
    }

    [Theory, BothProviders]
    public async Task Whoever_dies_before_or_after_the_save_and_two_nodes_at_once_warn_once(DatabaseProvider provider)
    {
        await using var stores = new Disposing<Stores>(await Stores.CreateAsync(provider));
        var clock = new FakeTimeProvider(House.Start);
        await using var first = await House.OpenAsync(stores.Value, clock);
        var staff = await Watchers.HireAsync(first);
        var applicant = await Applicant.BeginAsync(first);
        await applicant.SubmitAsync();
        clock.Advance(TimeSpan.FromDays(14));

        first.DieAt("request.before-commit");
        await Assert.ThrowsAsync<ProcessDiedException>(() => first.Get<RequestRound>().RunAsync());
        Assert.Empty(await staff.ToldAsync(staff.Officer));

        await using var second = await House.OpenAsync(stores.Value, clock);
        second.DieAt("request.after-commit");
        await Assert.ThrowsAsync<ProcessDiedException>(() => second.Get<RequestRound>().RunAsync());
        await using var third = await House.OpenAsync(stores.Value, clock);
        await using var fourth = await House.OpenAsync(stores.Value, clock);
        await Task.WhenAll(third.Get<RequestRound>().RunAsync(), fourth.Get<RequestRound>().RunAsync());

        Assert.Equal(Each[..1], await staff.ToldAsync(staff.Officer));
        await using var db = third.Store.Read();
        Assert.Equal(1, await db.Set<RequestWarning>().CountAsync());
    }

    [Fact]
    public async Task However_many_wait_a_round_asks_the_same_few_questions_and_changes_nothing()
    {
        Overhearing.Begin();
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = new Desk(house);
        var round = house.Get<RequestRound>();
        await desk.FillAsync(5, seed: 3);
        await round.RunAsync();
        var few = await Overhearing.OfAsync(() => round.RunAsync());
        await desk.FillAsync(60, seed: 4);
        await round.RunAsync();

        Assert.NotEmpty(few);
        Assert.Equal(few, await Overhearing.OfAsync(() => round.RunAsync()));
        Assert.All(few, statement => Assert.StartsWith("SELECT", statement, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_due_and_what_was_reckoned_by_other_rules_is_found_by_index()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var db = house.Store.Read();

        Assert.Contains(await Plan.OfAsync(db, RequestRound.Due(db, house.Clock.Now())), step => step.Contains("IX_RightsRequests_Look", StringComparison.Ordinal));
        foreach (var outdated in RequestRound.Outdated("0123456789abcdef"))
        {
            Assert.Contains(await Plan.OfAsync(db, db.Set<RightsRequest>().Where(outdated)), step => step.Contains("IX_RightsRequests_Reckoned (ReckonedBy", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_kept_before_there_were_looks_is_looked_at_once()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = await Watchers.HireAsync(house);
        var applicant = await Applicant.BeginAsync(house);
        var (ended, open) = (await applicant.RefusedAsync(), await applicant.SubmitAsync(RequestKind.Complaint));
        await house.Store.UpdateAsync(db => db.Set<RightsRequest>().ExecuteUpdateAsync(set => set.SetProperty(one => one.LookOn, (DateTime?)null).SetProperty(one => one.ReckonedBy, "")));
        house.Clock.Advance(TimeSpan.FromDays(61));

        await house.Get<RequestRound>().RunAsync();

        Assert.Equal(RequestState.Closed, await applicant.StateAsync(ended));
        Assert.Equal(Each[3..], await staff.ToldAsync(staff.Officer));
        Assert.Null((await applicant.RequestAsync(open)).LookOn);
    }

    [Theory]
    [InlineData("Warnings:FirstPercent", "80")]
    [InlineData("Warnings:SecondPercent", "100")]
    [InlineData("Warnings:FirstPercent", "0")]
    public async Task Parts_that_make_no_sense_stop_the_start(string key, string value)
    {
        await using var stores = new Disposing<Stores>(await Stores.CreateAsync(DatabaseProvider.Sqlite));
        await using var house = await House.OpenAsync(stores.Value, null, null, (key, value));

        Assert.Throws<OptionsValidationException>(() => house.Get<IOptions<WarningOptions>>().Value);
    }

    private static async Task EachDayAsync(House house, int days)
    {
        for (var day = 0; day < days; day++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await house.Get<RequestRound>().RunAsync();
            await house.Get<RequestRound>().RunAsync();
        }
    }
}
