using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

public sealed class ScanLapsesTests
{
    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-09")]
    public async Task After_ten_days_without_a_decision_the_scan_goes_and_a_new_one_is_asked_for(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await house.Get<ScanLapses>().LapseAsync());
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        var lapsed = (await house.Get<ScanLapses>().LapseAsync(), await house.Get<ScanLapses>().LapseAsync());

        Assert.Equal((1, 0), lapsed);
        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(house));
        Assert.Equal(RegistrationState.CorrectionAsked, (await waiting.RegistrationAsync(house)).State);
        var told = Assert.Single(await waiting.EventsAsync(house));
        Assert.Equal((CaseEventKind.ScanLapsed, Guid.Empty), (told.Kind, told.By));
        Assert.NotNull(told.ErasureId);
        Assert.Equal([CaseItem.Scan], await house.Get<CaseHistory>().OutstandingAsync(waiting.Person));
        Assert.Equal(["ScanLapsed"], await waiting.LettersAsync(house));
    }

    [Fact]
    [Promise("P-1.1.1-09")]
    public async Task A_check_over_its_term_is_not_decided_although_the_round_has_not_come_by()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(10));

        var result = await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));

        Assert.Equal(DecisionFault.CheckOver, Assert.IsType<DecisionResult.Invalid>(result).Fault);
    }

    [Fact]
    public async Task A_scan_swept_away_by_night_is_asked_for_all_the_same()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.Get<Sweep>().RunAsync();

        var lapsed = await house.Get<ScanLapses>().LapseAsync();

        Assert.Equal(1, lapsed);
        Assert.Equal(RegistrationState.CorrectionAsked, (await waiting.RegistrationAsync(house)).State);
    }

    [Fact]
    public async Task A_correction_left_open_lapses_too_and_keeps_what_was_asked()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        await house.Get<Decisions>().AskCorrectionAsync(waiting.Reference, await waiting.StampAsync(house), [CaseItem.FullName], "As in the passport.", WaitingCase.ActOf(house));
        house.Clock.Advance(TimeSpan.FromDays(10));

        await house.Get<ScanLapses>().LapseAsync();

        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(house));
        Assert.Equal([CaseItem.FullName, CaseItem.Scan], (await house.Get<CaseHistory>().OutstandingAsync(waiting.Person)).Order());
    }

    [Fact]
    public async Task A_scan_asked_for_has_no_check_that_could_lapse()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        await house.Get<Decisions>().AskCorrectionAsync(waiting.Reference, await waiting.StampAsync(house), [CaseItem.Scan], "Too dark.", WaitingCase.ActOf(house));
        house.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal(0, await house.Get<ScanLapses>().LapseAsync());
        Assert.Single(await waiting.EventsAsync(house));
    }
}
