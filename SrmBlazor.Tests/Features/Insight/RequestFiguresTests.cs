using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static SrmBlazor.Features.Insight.RandomRequests;

namespace SrmBlazor.Features.Insight;

public sealed class RequestFiguresTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<Preset> Presets => [.. Enum.GetValues<Preset>()];

    /// <summary>Against the steps of each request, counted without the database.</summary>
    [Theory]
    [BothProviders]
    public async Task Figures_of_any_period_are_what_the_steps_of_each_request_say(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await FillAsync(house, 400, seed: 3);
        var (came, ended, open) = await FactsAsync(house);
        Assert.Equal(Enum.GetValues<RequestOutcome>(), ended.Select(one => one.Outcome!.Value).Distinct().Order());
        var random = new Random(4);

        foreach (var period in Enumerable.Range(0, 12).Select(_ => Period.Between(Today.AddDays(-random.Next(230)), Today.AddDays(-random.Next(230)), Today)).Append(Period.Of(Preset.Months12, Today)))
        {
            var figures = await house.Get<RequestFigures>().ReadAsync(new Scope(period), Officer(house));
            var (arrived, left) = (came.Where(Within(period)).ToList(), ended.Where(Within(period)).ToList());

            Assert.Equal(LineOf(arrived, left), figures.Total);
            Assert.All(figures.Steps, step => Assert.Equal(LineOf(arrived.Where(one => period.StepOf(one.Day) == step.Of), left.Where(one => period.StepOf(one.Day) == step.Of)), step.Line));
            Assert.Equal(period.Steps, figures.Steps.Select(step => step.Of));
            Assert.All(figures.Kinds, part => Assert.Equal(LineOf(arrived.Where(one => one.Kind == part.Of), left.Where(one => one.Kind == part.Of)), part.Line));
            Assert.All(figures.Countries, part => Assert.Equal(LineOf(arrived.Where(one => one.Country == part.Of), left.Where(one => one.Country == part.Of)), part.Line));
            Assert.Equal(arrived.Concat(left).Select(one => one.Country).Distinct().Order(StringComparer.Ordinal), figures.Countries.Select(part => part.Of).Order(StringComparer.Ordinal));
            Assert.Equal(left.GroupBy(one => one.Outcome!.Value).OrderBy(one => one.Key).Select(one => new OutcomeLine(one.Key, one.Count())), figures.Outcomes);
            Assert.Equal(
                left.Where(one => one is { IsAnswer: true, Ground: not null }).GroupBy(one => one.Ground!.Value)
                    .Select(one => new GroundLine(one.Key, one.Count(end => end.Outcome != RequestOutcome.PartlyFulfilled), one.Count(end => end.Outcome == RequestOutcome.PartlyFulfilled))).OrderBy(line => line.Ground),
                figures.Grounds.OrderBy(line => line.Ground));
            Assert.Equal(open.Count, figures.Open);
            Assert.All(figures.Ages, band => Assert.Equal(AgesOf(open, band), (band.Open, band.Late)));
        }
    }

    [Theory]
    [BothProviders]
    public async Task Figures_of_one_kind_and_one_country_are_those_of_its_requests_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await FillAsync(house, 300, seed: 6);
        var (came, ended, open) = await FactsAsync(house);
        var whole = new Scope(Period.Of(Preset.Months12, Today));
        var figures = house.Get<RequestFigures>();
        var all = await figures.ReadAsync(whole, Officer(house));

        foreach (var scope in all.Kinds.Select(one => whole with { Kind = one.Of })
            .Concat(all.Countries.SelectMany(one => new[] { whole with { Country = one.Of }, whole with { Country = one.Of, Kind = RequestKind.Delete } })))
        {
            var (part, off) = (await figures.ReadAsync(scope, Officer(house)), ended.Where(Within(whole.Period)).Where(IsPart).ToList());

            Assert.Equal(LineOf(came.Where(Within(whole.Period)).Where(IsPart), off), part.Total);
            Assert.Equal(off.Count(one => one is { IsAnswer: true, Ground: not null }), part.Grounds.Sum(line => line.Wholly + line.Partly));
            Assert.Equal(open.Count(one => (scope.Kind ?? one.Kind) == one.Kind && (scope.Country is null || scope.Country == one.Region.Split('-')[0])), part.Open);

            bool IsPart(Fact one) => (scope.Kind ?? one.Kind) == one.Kind && (scope.Country ?? one.Country) == one.Country;
        }
    }

    [Theory]
    [InlineData("Delete", "CN", RequestKind.Delete, "CN")]
    [InlineData("Copy", "none", RequestKind.Copy, "")]
    [InlineData("delete", "cn", null, null)]
    [InlineData("99", "CHN", null, null)]
    [InlineData(null, null, null, null)]
    public void What_an_address_narrows_to_is_a_kind_and_a_country_or_nothing(string? kind, string? country, RequestKind? one, string? other)
    {
        var scope = Scope.Read(Period.Of(Preset.Months12, Today), kind, country);

        Assert.Equal((one, other), (scope.Kind, scope.Country));
        Assert.Equal(one is null, !scope.Address.Contains("kind=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_is_answered_by_one_index_from_end_to_end_and_nothing_is_sorted()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var db = house.Store.Read();
        var year = new Scope(Period.Of(Preset.Months12, Today));

        Assert.Equal(["SEARCH r USING COVERING INDEX IX_RightsRequests_Figures (ReceivedOn>? AND ReceivedOn<?)"], await PlanAsync(db, RequestFigures.Arrivals(db, year)));
        Assert.Equal(["SEARCH r USING COVERING INDEX IX_RequestEndings_Figures (Day>? AND Day<?)"], await PlanAsync(db, RequestFigures.Endings(db, year)));
        Assert.Equal(["SCAN r USING INDEX IX_RightsRequests_Open_Age"], await PlanAsync(db, RequestFigures.Open(db, year)));
    }

    [Fact]
    public async Task A_period_is_counted_once_a_minute_whoever_asks()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await FillAsync(house, 30, seed: 1);
        var (figures, year) = (house.Get<RequestFigures>(), new Scope(Period.Of(Preset.Months12, Today)));
        var first = await figures.ReadAsync(year, Officer(house));
        await FillAsync(house, 30, seed: 2);
        house.Clock.Advance(TimeSpan.FromSeconds(50));

        Assert.Same(first, await figures.ReadAsync(year, house.ActOf(Guid.NewGuid(), Role.Administrator)));
        Assert.Equal(60, (await figures.ReadAsync(new Scope(Period.Of(Preset.LastYear, Today)), Officer(house))).Open + await EndedAsync(house));
        house.Clock.Advance(TimeSpan.FromSeconds(11));
        var second = await figures.ReadAsync(year, Officer(house));
        Assert.Equal((60, house.Clock.Now()), (second.Total.Received, second.AsOf));
    }

    [Promise("P-1.3-08")]
    [Fact]
    public async Task Figures_open_no_sealed_record_and_leave_no_row_in_anybodys_access_ledger()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        // whoever has no keys opens nothing
        await using (var keys = house.Get<Func<KeyDbContext>>()())
        {
            await keys.Keys.ExecuteDeleteAsync();
        }

        var figures = await house.Get<RequestFigures>().ReadAsync(new Scope(Period.Of(Preset.Months12, Today)), Officer(house));

        Assert.Equal((1, 1), (figures.Total.Received, figures.Open));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Fact]
    public async Task What_an_ending_says_cannot_be_changed_afterwards()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await FillAsync(house, 20, seed: 1);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(db => db.Set<RequestEnding>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Days, 0))));

        Assert.Contains("append-only", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_usual_period_stands_in_the_address_and_its_parts_are_all_of_it(Preset preset)
    {
        foreach (var today in (DateOnly[])[Today, new(2026, 1, 1), new(2028, 2, 29), new(2027, 12, 31)])
        {
            var period = Period.Of(preset, today);
            var steps = period.Steps.ToList();

            Assert.Equal(period, Period.Read(Period.Write(period.From), Period.Write(period.To), today));
            Assert.True(period.From <= period.To && period.To <= today && steps.Count is > 0 and <= 13);
            for (var day = period.From; day <= period.To; day = day.AddDays(1))
            {
                Assert.Equal(steps.Last(step => step <= day), period.StepOf(day));
            }
        }
    }

    [Theory]
    [InlineData("2026-02-28", "2026-01-01", "2026-01-01", "2026-02-28")]
    [InlineData("2026-01-01", "2031-01-01", "2026-01-01", "2026-03-02")]
    [InlineData("2011-01-01", "2026-01-01", "2021-01-02", "2026-01-01")]
    [InlineData("2027-01-01", "2028-01-01", "2026-03-02", "2026-03-02")]
    [InlineData("yesterday", "2026-01-01", "2025-04-01", "2026-03-02")]
    [InlineData(null, null, "2025-04-01", "2026-03-02")]
    [InlineData("9999-12-31", "0001-01-01", "2025-04-01", "2026-03-02")]
    public void Whatever_an_address_says_is_a_period_of_the_past(string? from, string? to, string first, string last)
    {
        var period = Period.Read(from, to, Today);

        Assert.Equal((first, last), (Period.Write(period.From), Period.Write(period.To)));
    }

    internal static Line LineOf(IEnumerable<Fact> came, IEnumerable<Fact> ended)
    {
        var answers = ended.Where(one => one.IsAnswer).OrderBy(one => one.Days).ToList();
        double? median = answers.Count == 0 ? null : answers.Count % 2 == 1 ? answers[answers.Count / 2].Days : (answers[answers.Count / 2 - 1].Days + answers[answers.Count / 2].Days) / 2.0;
        return new Line(came.Count(), answers.Count, answers.Count(one => one.InTime), median, answers.Count(one => one.Outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld));
    }

    private static (int Open, int Late) AgesOf(IEnumerable<RightsRequest> open, WaitBand band)
    {
        var old = open.Where(one => Today.DayNumber - one.ReceivedOn.DayNumber >= band.From && Today.DayNumber - one.ReceivedOn.DayNumber <= (band.To ?? 9999)).ToList();
        return (old.Count, old.Count(one => one.DueOn < Today));
    }

    private static Func<Fact, bool> Within(Period period) => one => one.Day >= period.From && one.Day <= period.To;

    private static Act Officer(House house) => house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer);

    private static async Task<int> EndedAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<RightsRequest>().CountAsync(one => one.Stage == RequestStage.Ended);
    }

    private static async Task<IReadOnlyList<string>> PlanAsync<T>(SrmDbContext db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // the program's own statement, asked about instead of carried out
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
