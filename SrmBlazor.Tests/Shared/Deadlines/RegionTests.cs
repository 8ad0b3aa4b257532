using SrmBlazor.Shared.Geography;
using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

public sealed class RegionTests
{
    [Theory]
    [InlineData("2024-01-31", false, "2024-02-29")]
    [InlineData("2025-01-31", false, "2025-02-28")]
    [InlineData("2026-01-31", false, "2026-03-02")]
    [InlineData("2026-01-31", true, "2026-04-30")]
    [InlineData("2026-11-30", true, "2027-03-01")]
    [InlineData("2026-03-16", false, "2026-04-16")]
    public void A_month_ends_on_the_same_day_or_its_last_and_gives_way_to_a_working_day(string from, bool extended, string due)
    {
        var asked = From(from, "DE") with { Extension = extended ? Extended(2, from) : null };

        var clock = Limit(asked);

        Assert.Equal((Date(due), extended, false), (clock.Due, clock.IsExtended, clock.IsProvisional));
    }

    [Fact]
    public void The_days_after_the_last_are_shown_as_given_way()
    {
        var days = Limit(From("2026-01-31", "FR")).Days;

        Assert.Equal((Date("2026-02-28"), DayReason.Counted), (days[^3].Date, days[^3].Why));
        Assert.Equal([DayReason.Rolled, DayReason.Rolled], days.TakeLast(2).Select(day => day.Why));
    }

    [Theory]
    [InlineData("US", "CA", "2026-02-19")]
    [InlineData("US", "US-CA", "2026-02-19")]
    [InlineData("SA", null, "2026-02-04")]
    [InlineData("GB", null, "2026-02-05")]
    [InlineData("UK", null, "2026-02-05")]
    [InlineData("EU", null, "2026-02-05")]
    [InlineData("IS", null, "2026-02-05")]
    [InlineData("US", null, "2026-01-26")]
    [InlineData("US", "NY", "2026-01-26")]
    [InlineData("HK", null, "2026-01-26")]
    [InlineData("BR", null, "2026-01-26")]
    [InlineData("CA", "QC", "2026-01-26")]
    [InlineData("ZZ", null, "2026-01-26")]
    public void A_place_has_its_own_clock_or_the_defaults(string country, string? subdivision, string due) =>
        Assert.Equal(Date(due), Limit(From("2026-01-05", country, subdivision)).Due);

    [Fact]
    public void California_confirms_within_ten_working_days_and_nobody_else_has_to()
    {
        var asked = From("2026-01-05", "US", "CA");

        Assert.Equal(Date("2026-01-19"), Law.Reckon(Duty.Acknowledge, asked, asked.ReceivedOn)!.Due);
        Assert.Equal(Date("2026-02-04"), Law.Reckon(Duty.AcknowledgeComplaint, asked with { Country = "GB", Subdivision = null }, asked.ReceivedOn)!.Due);
        Assert.Null(Law.Reckon(Duty.Acknowledge, asked with { Country = "DE", Subdivision = null }, asked.ReceivedOn));
    }

    [Fact]
    public void Britain_waits_for_the_proof_of_identity_where_it_was_asked_for()
    {
        var asked = From("2026-01-05", "GB");

        Assert.Equal(Date("2026-02-05"), Limit(asked).Due);
        Assert.Equal(Date("2026-02-12"), Limit(asked with { IdentityProvedOn = Noon("2026-01-12") }).Due);
        Assert.Equal(ClockState.Waiting, Limit(asked with { IdentityProvedOn = null }).State);
        Assert.Equal(Date("2026-02-05"), Limit(asked with { Country = "DE", IdentityProvedOn = null }).Due);
    }

    public static TheoryData<string> Places => [.. Countries.InEnglishOrder.Select(country => country.Alpha2), "US-CA", "US-NY", "CA-QC", "EU", "UK", "default"];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_clock_stands_still_for_no_reason_that_the_place_does_not_allow(string place)
    {
        var (country, part) = (place.Split('-')[0], place.Split('-').ElementAtOrDefault(1));
        PauseReason[] lawful = place is "US-CA" or "SA" ? []
            : place is "UK" or "GB" or "EU" || Countries.IsInEea(place) ? [PauseReason.Clarification]
            : [PauseReason.IdentityCheck, PauseReason.Clarification];
        var asked = From("2026-03-02", country, part);

        foreach (var reason in Enum.GetValues<PauseReason>())
        {
            var paused = Limit(asked with { Pauses = [Paused(reason, "2026-03-03", "2026-03-23")] });

            Assert.Equal(lawful.Contains(reason), Law.MayPause(country, part, reason).IsLawful);
            Assert.Equal(lawful.Contains(reason), paused.Due > Limit(asked).Due);
            Assert.Equal(lawful.Contains(reason), paused.Segments.Any(segment => !segment.Counts));
        }
    }

    [Fact]
    public void A_row_that_nobody_verified_is_kept_and_not_used()
    {
        Assert.Equal(["AU", "BR", "CA", "CA-QC", "CH", "IN", "JP", "KR", "SG", "TH", "ZA"], Law.Rules.All.Where(rule => !rule.IsUsed).Select(rule => rule.Region).Order(StringComparer.Ordinal));
        Assert.Equal(DeadlineRule.Default, Law.Rules.Find(Duty.Answer, "KR")!.Region);
        Assert.All(Law.Rules.All, rule => Assert.True(rule.Source.Length > 0 && rule.ReviewBy.Year > 2025));
    }
}
