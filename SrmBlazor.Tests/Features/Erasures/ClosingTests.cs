using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

public sealed class ClosingTests
{
    [Fact]
    [Promise("P-5.5-03")]
    public async Task Who_closes_the_account_signs_in_no_more_and_gets_the_certificate()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var hash = (await Closing(house).OpenAsync(leaver.Act)).Plan.Hash;

        Assert.Equal(ClosingOutcome.Closed, await Closing(house).CloseAsync(hash, coolOff: false, leaver.Act));

        Assert.Null(await house.Get<SignIns>().TryAsync(Leaver.Mailbox, "quiet-harbour-lantern-42"));
        Assert.IsType<Opening<Mailbox>.Erased>(await house.Vault.OpenAsync<Mailbox>(leaver.Person, For.Access));
        await house.Get<ErasureRound>().RunAsync();
        await house.Get<MailRound>().RunAsync();
        Assert.Contains("token=", Assert.Single(house.Get<MailFolder>().List()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_time_may_take_it_back_until_it_is_over()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var hash = (await Closing(house).OpenAsync(leaver.Act)).Plan.Hash;

        Assert.Equal(ClosingOutcome.Waiting, await Closing(house).CloseAsync(hash, coolOff: true, leaver.Act));
        Assert.Equal(ClosingOutcome.UnderWay, await Closing(house).CloseAsync(hash, coolOff: false, leaver.Act));
        house.Clock.Advance(TimeSpan.FromHours(71));
        await house.Get<ErasureRound>().RunAsync();
        Assert.NotNull((await Closing(house).OpenAsync(leaver.Act)).WaitsUntil);
        Assert.True(await Closing(house).TakeBackAsync(leaver.Act));
        Assert.False(await Closing(house).TakeBackAsync(leaver.Act));
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Get<ErasureRound>().RunAsync();

        Assert.IsType<Opening<Mailbox>.Opened>(await house.Vault.OpenAsync<Mailbox>(leaver.Person, For.Account));
        Assert.Equal(ClosingOutcome.Waiting, await Closing(house).CloseAsync((await Closing(house).OpenAsync(leaver.Act)).Plan.Hash, coolOff: true, leaver.Act));
        house.Clock.Advance(TimeSpan.FromHours(73));
        await house.Get<ErasureRound>().RunAsync();
        Assert.IsType<Opening<Mailbox>.Erased>(await house.Vault.OpenAsync<Mailbox>(leaver.Person, For.Account));
    }

    [Fact]
    public async Task A_closing_is_a_request_that_shows_until_when_it_waits_and_is_fulfilled_with_the_certificate()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var mine = house.Get<MyRequests>();

        await Closing(house).CloseAsync((await Closing(house).OpenAsync(leaver.Act)).Plan.Hash, coolOff: true, leaver.Act);

        var row = Assert.Single(await mine.ListAsync(leaver.Act));
        Assert.Equal((RequestKind.CloseAccount, RequestState.CoolingOff), (row.Kind, row.State));
        var until = (await mine.OpenAsync(row.Reference, leaver.Act))!.CoolsUntil;
        Assert.Equal(((DateTime?)house.Clock.Now().AddHours(72), true), (until, DateOnly.FromDateTime(until!.Value) <= row.DueOn));
        Assert.Equal(until, (await Closing(house).OpenAsync(leaver.Act)).WaitsUntil);
        house.Clock.Advance(TimeSpan.FromHours(73));
        await Deletions.RoundAsync(house);
        var decision = Assert.Single((await new Applicant(house, leaver.Person).RequestAsync(row.Reference)).Decisions);
        // what Leaver has of every kind, law keeps in part
        Assert.Equal(RequestOutcome.PartlyFulfilled, decision.Outcome);
        Assert.Equal((null, null, true), (decision.Proposer, decision.Reviewer, decision.CertificateId is not null));
    }

    [Theory, BothProviders]
    [Promise("P-5.5-03")]
    public async Task A_plan_that_keeps_nothing_ends_in_a_complete_certificate(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var leaver = await Deletions.ActivatedAsync(house);
        var plan = (await Closing(house).OpenAsync(leaver.Act)).Plan;
        Assert.Empty(plan.Stays);

        Assert.Equal(ClosingOutcome.Closed, await Closing(house).CloseAsync(plan.Hash, coolOff: false, leaver.Act));
        await Deletions.RoundAsync(house);

        var row = Assert.Single(await leaver.Mine.ListAsync(leaver.Act));
        var certificate = await leaver.CertificateAsync(row.Reference);
        Assert.Equal((RequestState.Fulfilled, true), (row.State, certificate.Complete));
        Assert.Empty(certificate.Kept);
        Assert.All(certificate.Records, one => Assert.Equal(0, one.After));
        Assert.Equal(plan.Goes.Select(one => one.Kind).Distinct().Order(StringComparer.Ordinal), certificate.Records.Select(one => one.Kind));
        // the answer alone, which the program wrote
        Assert.Equal(["request-message"], await leaver.LiveAsync());
    }

    [Theory]
    [InlineData("en", "Please close my account.")]
    [InlineData("zh-CN", "请注销我的账号。")]
    public async Task What_a_closing_asks_is_shown_and_kept_nowhere(string language, string words)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Applicant.BeginAsync(house, language: language);
        var before = await leaver.LiveAsync();

        await Closing(house).CloseAsync((await Closing(house).OpenAsync(leaver.Act)).Plan.Hash, coolOff: true, leaver.Act);

        var reference = Assert.Single(await leaver.Mine.ListAsync(leaver.Act)).Reference;
        Assert.Equal((RequestStep.Submitted, words), ((await leaver.Mine.OpenAsync(reference, leaver.Act))!.Steps[0].Step, (await leaver.Mine.OpenAsync(reference, leaver.Act))!.Steps[0].Text));
        Assert.Equal(before, await leaver.LiveAsync());
    }

    [Fact]
    public async Task Whichever_way_it_is_taken_back_neither_request_nor_erasure_goes_on()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (leaver, mine) = (await Leaver.BeginAsync(house), house.Get<MyRequests>());
        async Task<string> CloseAsync()
        {
            Assert.Equal(ClosingOutcome.Waiting, await Closing(house).CloseAsync((await Closing(house).OpenAsync(leaver.Act)).Plan.Hash, coolOff: true, leaver.Act));
            return (await mine.ListAsync(leaver.Act))[0].Reference;
        }

        var first = await CloseAsync();
        Assert.True(await Closing(house).TakeBackAsync(leaver.Act));
        var second = await CloseAsync();
        Assert.IsType<RequestResult.Done>(await mine.WithdrawAsync(second, leaver.Act));
        house.Clock.Advance(TimeSpan.FromHours(73));
        await Deletions.RoundAsync(house);

        Assert.All(await mine.ListAsync(leaver.Act), row => Assert.Equal(RequestState.Withdrawn, row.State));
        Assert.NotEqual(first, second);
        await using var db = house.Store.Read();
        Assert.All(await db.Set<ErasureRun>().ToListAsync(), run => Assert.Equal(ErasureState.TakenBack, run.State));
    }

    [Fact]
    public async Task Without_a_fresh_sign_in_for_staff_or_with_another_plan_nothing_closes()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var hash = (await Closing(house).OpenAsync(leaver.Act)).Plan.Hash;

        Assert.Equal(ClosingOutcome.NotConfirmed, await Closing(house).CloseAsync(hash, false, leaver.Act with { ConfirmedOn = house.Clock.Now().AddMinutes(-10) }));
        Assert.Equal(ClosingOutcome.Staff, await Closing(house).CloseAsync(hash, false, leaver.Act with { Roles = Role.Supplier | Role.Verifier }));
        Assert.Equal(ClosingOutcome.Changed, await Closing(house).CloseAsync(new string('a', 64), false, leaver.Act));
        Assert.Equal(ClosingOutcome.Changed, await Closing(house).CloseAsync(hash, false, leaver.Act with { Who = Guid.NewGuid() }));
        await Assert.ThrowsAsync<NotAllowedException>(() => leaver.Desk.PlanAsync(leaver.Person, ErasureScope.All, ErasureGround.Unlawful, house.ActOf(Guid.NewGuid(), Role.Supplier)));

        await using var db = house.Store.Read();
        Assert.False(await db.Set<ErasureRun>().AnyAsync());
    }

    [Fact]
    public async Task Whoever_agreed_to_keep_in_touch_is_told_what_stays_for_that_and_until_when_and_it_goes_then()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        await using (var work = await house.Store.WriteAsync())
        {
            work.Begin(leaver.Person, For.KeepLonger, leaver.Act, "test");
            await work.CommitAsync();
        }

        var until = house.Clock.Now() + For.KeepLonger.Term!.Value;
        var plan = (await Closing(house).OpenAsync(leaver.Act)).Plan;

        Assert.Equal(["identity", "mailbox", "phone"], plan.Stays.Where(one => one.Purpose == For.KeepLonger.Key && one.Until == until).Select(one => one.Kind).Order(StringComparer.Ordinal));
        await Closing(house).CloseAsync(plan.Hash, coolOff: false, leaver.Act);
        await house.Get<ErasureRound>().RunAsync();
        Assert.IsType<Opening<Mailbox>.Opened>(await house.Vault.OpenAsync<Mailbox>(leaver.Person, For.KeepLonger));
        house.Clock.Advance(For.KeepLonger.Term!.Value - TimeSpan.FromHours(1));
        await house.Get<ErasureRound>().RunAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.Get<ErasureRound>().RunAsync();
        Assert.IsType<Opening<Mailbox>.Erased>(await house.Vault.OpenAsync<Mailbox>(leaver.Person, For.KeepLonger));
    }

    private static Closing Closing(House house) => house.Get<Closing>();
}
