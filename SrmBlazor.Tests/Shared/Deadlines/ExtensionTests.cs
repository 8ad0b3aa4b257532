using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

public sealed class ExtensionTests
{
    [Theory]
    [InlineData("DE", null, 2, "2026-02-05", "2026-02-05", ExtensionVerdict.Allowed)]
    [InlineData("DE", null, 1, "2026-01-06", "2026-01-06", ExtensionVerdict.Allowed)]
    [InlineData("DE", null, 3, "2026-01-06", "2026-01-06", ExtensionVerdict.BeyondCap)]
    [InlineData("DE", null, 2, "2026-02-06", "2026-02-06", ExtensionVerdict.TooLate)]
    [InlineData("DE", null, 2, "2026-02-05", null, ExtensionVerdict.NotTold)]
    [InlineData("DE", null, 2, "2026-02-05", "2026-02-06", ExtensionVerdict.NotTold)]
    [InlineData("US", "CA", 45, "2026-02-19", "2026-02-19", ExtensionVerdict.Allowed)]
    [InlineData("US", "CA", 46, "2026-02-19", "2026-02-19", ExtensionVerdict.BeyondCap)]
    [InlineData("SA", null, 30, "2026-02-04", "2026-02-04", ExtensionVerdict.Allowed)]
    [InlineData("CN", null, 1, "2026-01-06", "2026-01-06", ExtensionVerdict.NotAvailable)]
    [InlineData("BR", null, 1, "2026-01-06", "2026-01-06", ExtensionVerdict.NotAvailable)]
    public void More_time_is_taken_within_the_cap_before_the_day_is_over_and_told(string country, string? subdivision, int by, string now, string? told, ExtensionVerdict expected)
    {
        var asked = From("2026-01-05", country, subdivision);

        Assert.Equal(expected, Law.MayExtend(asked, by, told is null ? null : Noon(told), Noon(now)));
    }

    [Fact]
    public void More_time_is_taken_once()
    {
        var asked = From("2026-01-05", "DE") with { Extension = Extended(1, "2026-01-10") };

        Assert.Equal(ExtensionVerdict.AlreadyExtended, Law.MayExtend(asked, 1, Noon("2026-01-11"), Noon("2026-01-11")));
        Assert.Equal(Date("2026-03-05"), Limit(asked).Due);
    }

    [Theory]
    [InlineData(2, "2026-02-06", "2026-02-06")]
    [InlineData(2, "2026-02-05", "2026-02-06")]
    [InlineData(3, "2026-01-06", "2026-01-06")]
    public void An_extension_that_was_not_lawful_changes_no_date(int by, string granted, string told)
    {
        var clock = Limit(From("2026-01-05", "DE") with { Extension = new(by, Noon(granted), Noon(told)) });

        Assert.Equal((Date("2026-02-05"), false), (clock.Due, clock.IsExtended));
    }

    [Fact]
    public void A_month_that_stood_still_can_be_extended_as_long_as_it_runs()
    {
        var asked = From("2026-01-05", "DE") with { Pauses = [Paused(PauseReason.Clarification, "2026-01-06", "2026-01-16")] };

        Assert.Equal(Date("2026-02-16"), Limit(asked).Due);
        Assert.Equal(ExtensionVerdict.Allowed, Law.MayExtend(asked, 2, Noon("2026-02-16"), Noon("2026-02-16")));
        Assert.Equal(ExtensionVerdict.TooLate, Law.MayExtend(asked, 2, Noon("2026-02-17"), Noon("2026-02-17")));
    }
}
