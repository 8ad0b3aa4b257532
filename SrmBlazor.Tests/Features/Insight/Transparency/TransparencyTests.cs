using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Insight.Transparency;

public sealed class TransparencyTests
{
    private const int Least = 10;

    private static readonly DateOnly Day = new(2026, 2, 3);

    /// <summary>Whoever has every published number and every sum there is tries to work out a count that is not published.</summary>
    [Promise("P-1.3-08")]
    [Fact]
    public void No_count_of_few_can_be_worked_out_from_what_is_published()
    {
        var random = new Random(17);
        var (hidden, told) = (0, 0);

        for (var round = 0; round < 4000; round++)
        {
            var known = Invented.Of(random);
            var published = PublishedFigures.Of(known.Figures, Least);
            var attack = new Attack(published, known);

            Assert.All(attack.Numbers, number => Assert.True(number >= Least, $"{number} is told."));
            foreach (var (sort, parts, count) in known.Sorts.Where(one => one.Count is > 0 and < Least))
            {
                Assert.False(attack.Knows(parts), $"{sort} is {count} and can be worked out in round {round}.");
                hidden++;
            }

            told += attack.Numbers.Count;
        }

        Assert.True(hidden > 10_000 && told > 10_000, $"{hidden} hidden, {told} told");
    }

    [Fact]
    public void Behind_what_is_counted_together_stand_at_least_two_sorts_and_enough_requests()
    {
        var random = new Random(5);

        for (var round = 0; round < 4000; round++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 9)).Select(of => new Share($"{of}", random.Next(3) == 0 ? random.Next(200) : random.Next(14))).ToList();
            var shares = Shares.Of(parts, Least);

            var all = parts.Sum(part => part.Count);
            Assert.Equal(all < Least ? null : (int?)all, shares.Total);
            Assert.All(shares.Shown, share => Assert.True(share.Count >= Least && parts.Contains(share)));
            if (shares.Total is null)
            {
                Assert.Empty(shares.Shown);
                continue;
            }

            var others = parts.Where(part => part.Count > 0 && !shares.Shows(part.Of)).ToList();
            Assert.Equal(others.Sum(part => part.Count), shares.Rest ?? 0);
            Assert.True(others.Count == 0 || others.Count > 1 && shares.Rest >= Least, $"{others.Count} sorts stand behind {shares.Rest}.");
        }
    }

    [Theory]
    [InlineData(9, 9, "Untold")]
    [InlineData(10, 10, "All")]
    [InlineData(500, 499, "AllButFew")]
    [InlineData(500, 491, "AllButFew")]
    [InlineData(500, 490, "Percent")]
    [InlineData(500, 10, "Percent")]
    [InlineData(500, 9, "OnlyFew")]
    public void How_many_were_in_time_is_told_only_where_neither_side_is_of_few(int answered, int inTime, string onTime)
    {
        var pace = PublishedPace.Of(new Line(answered, answered, inTime, 2, 0), Least);

        Assert.Equal((onTime, onTime == "Percent", onTime != "Untold"), (pace.OnTime.ToString(), pace.Percent is not null, pace.Median is not null));
    }

    [Theory]
    [BothProviders]
    public async Task A_half_year_is_published_once_when_it_has_settled_and_nothing_changes_it_later(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var reports = house.Get<TransparencyReports>();
        await reports.PublishDueAsync();
        Assert.Empty(await reports.ListAsync());
        await RandomRequests.FillAsync(house, 300, seed: 8, days: 330);
        await reports.PublishDueAsync();
        var published = await reports.ListAsync();
        var (came, ended, _) = await RandomRequests.FactsAsync(house);

        Assert.Equal([new DateOnly(2025, 7, 1), new DateOnly(2025, 1, 1)], published.Select(report => report.From));
        Assert.All(published, report =>
        {
            Assert.Equal(came.Count(one => HalfYear.Of(one.Day) == report.Half), report.Figures.Received.Total);
            Assert.Equal(ended.Count(one => HalfYear.Of(one.Day) == report.Half && one.Outcome != RequestOutcome.Upheld), report.Figures.Ended.Total);
            Assert.Equal(Least, report.Least);
        });
        Assert.Equal(new DateOnly(2026, 7, 15), reports.NextOn);

        await RandomRequests.FillAsync(house, 50, seed: 9, days: 300);
        house.Clock.Advance(new DateTimeOffset(2026, 7, 14, 15, 59, 0, TimeSpan.Zero) - house.Clock.GetUtcNow());
        await reports.PublishDueAsync();
        Assert.Equal(published.Select(report => report.Content), (await reports.ListAsync()).Select(report => report.Content));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await reports.PublishDueAsync();
        await reports.PublishDueAsync();
        Assert.Equal(published.Select(report => report.Content), (await reports.ListAsync()).Skip(1).Select(report => report.Content));
        Assert.Equal(new DateOnly(2026, 1, 1), (await reports.ListAsync())[0].From);
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(db => db.Set<TransparencyReport>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Least, 5))));
        Assert.Contains("append-only", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transparency:Least", "4")]
    [InlineData("Transparency:SettleDays", "0")]
    public async Task Settings_that_would_tell_of_few_or_publish_too_soon_are_refused(string key, string value)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, null, null, (key, value));

        Assert.Contains(key.Split(':')[0], Assert.Throws<OptionsValidationException>(() => house.Get<IOptions<TransparencyOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_years_lie_one_after_another_and_none_in_another()
    {
        var (half, day) = (HalfYear.Of(new DateOnly(2023, 12, 31)), new DateOnly(2024, 1, 1));

        for (; day.Year < 2029; day = day.AddDays(1))
        {
            half = day > half.To ? half.Next : half;

            Assert.Equal(half, HalfYear.Of(day));
            Assert.True(half.From <= day && day <= half.To);
        }
    }

    [Promise("P-1.3-08")]
    [Fact]
    public void The_file_says_what_is_published_and_not_a_number_more()
    {
        var counting = new Counting(Period.Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30)));
        counting.Add(new Arrived(Day, RequestKind.Copy, "CN", 40));
        counting.Add(new Arrived(Day, RequestKind.Explain, "CN", 3));
        counting.Add(new Arrived(Day, RequestKind.Delete, "CN", 12));
        counting.Add(new Ended(Day, RequestKind.Copy, "CN", RequestOutcome.Fulfilled, null, 2, Day, 30));
        counting.Add(new Ended(Day, RequestKind.Delete, "CN", RequestOutcome.Refused, DenialGround.LegalHold, 4, Day, 11));
        counting.Add(new Ended(Day, RequestKind.Delete, "CN", RequestOutcome.Withdrawn, null, 4, Day, 10));

        var csv = TransparencyDownloads.Csv([TransparencyReport.Of(HalfYear.Of(Day), PublishedFigures.Of(counting.Figures(DateTime.UnixEpoch), Least), Least, DateTime.UnixEpoch)]);

        Assert.Equal(
            [
                "from,to,part,of,value", "received,total,55", "received,Copy,40", "received,others together,15", "ended,total,51", "ended,Fulfilled,30", "ended,Denied,11", "ended,Unanswered,10",
                "denied,total,11", "denied,Wholly,11", "grounds,total,11", "grounds,LegalHold,11", "on time,all,All", "median days,all,2", "on time,Copy,All", "median days,Copy,2", "",
            ],
            csv.Split("\r\n").Select(line => line.Replace("2026-01-01,2026-06-30,", "", StringComparison.Ordinal)));
    }
}
