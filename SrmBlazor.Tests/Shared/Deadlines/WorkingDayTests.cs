using SrmBlazor.Support;
using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

public sealed class WorkingDayTests
{
    [Promise("P-5.7-09")]
    [Theory]
    [InlineData("2026-01-05", "2026-01-26")]
    [InlineData("2026-02-09", "2026-03-06")]
    [InlineData("2026-02-11", "2026-03-10")]
    [InlineData("2026-04-27", "2026-05-20")]
    [InlineData("2026-09-18", "2026-10-15")]
    [InlineData("2026-09-28", "2026-10-23")]
    [InlineData("2025-09-26", "2025-10-23")]
    [InlineData("2025-12-15", "2026-01-06")]
    public void Fifteen_working_days_are_counted_on_the_statutory_calendar(string from, string due)
    {
        var asked = From(from, "CN");

        var (promise, limit) = Law.Reckon(asked, asked.ReceivedOn);

        Assert.Equal((Date(due), Date(due)), (promise.Due, limit.Due));
        Assert.False(promise.IsProvisional);
    }

    [Theory]
    [InlineData("DE", null)]
    [InlineData("GB", null)]
    [InlineData("US", "CA")]
    [InlineData("BR", null)]
    [InlineData(null, null)]
    public void The_promise_runs_in_every_region_and_stands_still_for_nothing(string? country, string? subdivision)
    {
        var asked = From("2026-02-09", country, subdivision) with
        {
            IdentityProvedOn = null,
            Pauses = [.. Enum.GetValues<PauseReason>().Select(reason => Paused(reason, "2026-02-10", "2026-03-20"))],
            Extension = Extended(1, "2026-02-10"),
        };

        Assert.Equal(Date("2026-03-06"), Law.Reckon(asked, asked.ReceivedOn).Promise.Due);
    }

    [Fact]
    public void The_limit_of_China_starts_when_the_person_is_known_and_the_request_is_clear()
    {
        var asked = From("2026-01-05", "CN");

        Assert.Equal(Date("2026-03-06"), Limit(asked with { IdentityProvedOn = Noon("2026-02-09") }).Due);
        Assert.Equal(Date("2026-03-06"), Limit(asked with { IdentityProvedOn = Noon("2026-01-20"), ClearOn = Noon("2026-02-09") }).Due);

        var waiting = Limit(asked with { ClearOn = null }, now: "2026-02-09");

        Assert.Equal((ClockState.Waiting, Date("2026-03-06")), (waiting.State, waiting.Due));
    }

    [Fact]
    public void Every_day_says_whether_it_counted_and_why()
    {
        var days = Limit(From("2026-02-09", "CN") with { Pauses = [Paused(PauseReason.Clarification, "2026-03-02", "2026-03-04")] }).Days;

        Assert.Equal(new ClockDay(Date("2026-02-09"), DayReason.Start), days[0]);
        Assert.Equal(new ClockDay(Date("2026-02-10"), DayReason.Counted, 1), days[1]);
        Assert.Equal(new ClockDay(Date("2026-02-14"), DayReason.MadeUp, 5, "春节"), days[5]);
        Assert.Equal(new ClockDay(Date("2026-02-17"), DayReason.Holiday, Holiday: "春节"), days[8]);
        Assert.Equal(new ClockDay(Date("2026-03-01"), DayReason.Weekend), days[20]);
        Assert.Equal([DayReason.Counted, DayReason.Paused, DayReason.Paused, DayReason.Counted], days.Skip(21).Take(4).Select(day => day.Why));
        Assert.Equal((Date("2026-03-10"), 15), (days[^1].Date, days[^1].Number));
    }

    [Fact]
    public void Legal_days_are_those_of_the_clocks_own_zone()
    {
        var lateInLondon = new DateTime(2026, 1, 5, 16, 30, 0, DateTimeKind.Utc);
        var asked = DeadlineCase.PlainFrom("CN", lateInLondon);

        Assert.Equal(Date("2026-01-27"), Limit(asked).Due);
        Assert.Equal(new DateTime(2026, 1, 27, 16, 0, 0, DateTimeKind.Utc), Limit(asked).EndsOn);
        Assert.Equal(Date("2026-01-26"), Limit(asked with { Zone = "Europe/London" }).Due);
    }

    [Fact]
    public void A_day_ends_where_midnight_does_not_exist()
    {
        // Cairo puts the clock forward on 2026-04-24 at midnight
        Assert.Equal(new DateTime(2026, 4, 23, 22, 0, 0, DateTimeKind.Utc), LegalZone.EndOf(Date("2026-04-23"), "Africa/Cairo"));
    }

    [Fact]
    public void A_year_that_nobody_published_gives_an_early_date_until_it_is_loaded()
    {
        var asked = From("2026-12-21", "CN");
        var before = Limit(asked);

        var loaded = Law.With("CN", StatutoryDay.Read("2027", """
            date,kind,name_zh,source
            2027-01-01,off,元旦,https://www.gov.cn/2027
            2027-01-02,off,元旦,https://www.gov.cn/2027
            2027-01-03,off,元旦,https://www.gov.cn/2027
            2027-01-09,work,元旦,https://www.gov.cn/2027
            """).Sound());
        var after = loaded.Reckon(asked, asked.ReceivedOn).Limit;

        Assert.Equal((Date("2027-01-11"), "2027"), (before.Due, string.Join(' ', before.MissingYears)));
        Assert.Equal((Date("2027-01-11"), DayReason.MadeUp), (after.Due, after.Days.Single(day => day.Date == Date("2027-01-09")).Why));
        Assert.Equal((true, false), (before.IsProvisional, after.IsProvisional));
        Assert.NotEqual(Law.Version, loaded.Version);
    }

    [Fact]
    public void The_days_before_a_year_in_its_paper_tell_nothing_of_the_year_before()
    {
        var papers = Law.Calendars.Single();

        Assert.Equal(Enumerable.Range(2020, 7), papers.Years.Select(year => year.Year));
        Assert.Equal(Date("2022-12-31"), papers.Years.Single(year => year.Year == 2023).Days[0].Date);

        var ahead = papers.With([new(Date("2027-12-31"), StatutoryKind.Off, "元旦", "https://www.gov.cn/2028"), new(Date("2028-01-01"), StatutoryKind.Off, "元旦", "https://www.gov.cn/2028")]);

        Assert.Equal((false, true, false), (ahead.Knows(2027), ahead.Knows(2028), ahead.IsWorkingDay(Date("2027-12-31"))));
    }

    [Fact]
    public void A_list_read_again_replaces_its_year_as_a_whole()
    {
        var changed = Law.Calendars.Single().With([new(Date("2026-01-02"), StatutoryKind.Off, "元旦", "https://www.gov.cn/again")]);

        Assert.Equal((true, false, true), (changed.IsWorkingDay(Date("2026-01-01")), changed.IsWorkingDay(Date("2026-01-02")), changed.IsWorkingDay(Date("2026-02-17"))));
        Assert.False(changed.IsWorkingDay(Date("2025-10-01")));
    }
}
