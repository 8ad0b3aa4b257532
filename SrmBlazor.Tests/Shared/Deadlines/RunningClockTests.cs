using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

public sealed class RunningClockTests
{
    [Theory]
    [InlineData("2026-01-05", DeadlineWarning.None)]
    [InlineData("2026-01-14", DeadlineWarning.None)]
    [InlineData("2026-01-15", DeadlineWarning.Half)]
    [InlineData("2026-01-20", DeadlineWarning.Half)]
    [InlineData("2026-01-21", DeadlineWarning.FourFifths)]
    [InlineData("2026-01-25", DeadlineWarning.FourFifths)]
    [InlineData("2026-01-26", DeadlineWarning.Due)]
    [InlineData("2026-03-01", DeadlineWarning.Due)]
    public void Warnings_come_at_half_four_fifths_and_on_the_day(string now, DeadlineWarning warning)
    {
        var clock = Limit(From("2026-01-05", "CN"));

        Assert.Equal(warning, clock.Warning(Noon(now)));
        Assert.Equal(Date(now) > Date("2026-01-26"), clock.IsOverdue(Noon(now)));
    }

    [Fact]
    public void While_an_answer_is_awaited_the_day_moves_on()
    {
        var asked = From("2026-01-05", "CN") with { Pauses = [Paused(PauseReason.Clarification, "2026-01-06", null)] };

        Assert.Equal(Date("2026-01-26"), Limit(asked, now: "2026-01-06").Due);
        Assert.Equal((ClockState.Paused, Date("2026-01-28")), (Limit(asked, now: "2026-01-08").State, Limit(asked, now: "2026-01-08").Due));
        Assert.Equal(Limit(asked, now: "2026-01-08").Elapsed(Noon("2026-01-08")), Limit(asked, now: "2026-01-12").Elapsed(Noon("2026-01-12")));
    }

    [Fact]
    public void An_answer_on_the_day_of_the_question_costs_nothing()
    {
        var asked = From("2026-01-05", "CN");

        Assert.Equal(Limit(asked).Due, Limit(asked with { Pauses = [Paused(PauseReason.Clarification, "2026-01-06", "2026-01-06")] }).Due);
        Assert.Throws<ArgumentOutOfRangeException>(() => Paused(PauseReason.Clarification, "2026-01-07", "2026-01-06"));
    }

    [Fact]
    public void Stretches_tell_when_the_clock_ran_and_when_it_stood()
    {
        var segments = Limit(From("2026-01-05", "CN") with { Pauses = [Paused(PauseReason.IdentityCheck, "2026-01-07", "2026-01-09")] }).Segments;

        Assert.Equal(
            [
                new(Date("2026-01-06"), Date("2026-01-07"), null),
                new(Date("2026-01-08"), Date("2026-01-09"), PauseReason.IdentityCheck),
                new(Date("2026-01-10"), Date("2026-01-28"), null),
            ],
            segments);
    }

    [Fact]
    public void Hours_run_through_nights_and_weekends_to_the_minute()
    {
        var rule = new DeadlineRule("EU", Duty.Answer, DeadlineUnit.Hour, 72, DeadlineStart.Receipt, DeadlineRoll.None, StatutoryCalendar.Weekdays, [PauseReason.Clarification], null, "GDPR art. 33", Confidence.Primary, Date("2027-01-01"));
        var friday = new DateTime(2026, 1, 9, 17, 20, 0, DateTimeKind.Utc);
        var asked = DeadlineCase.PlainFrom("DE", friday);

        var plain = Law.Count(rule, asked, friday);
        var paused = Law.Count(rule, asked with { Pauses = [new(PauseReason.Clarification, friday.AddHours(10), friday.AddHours(15)), new(PauseReason.Clarification, friday.AddHours(12), friday.AddHours(16))] }, friday);

        Assert.Equal((friday.AddHours(72), Date("2026-01-13")), (plain.EndsOn, plain.Due));
        Assert.Equal(friday.AddHours(78), paused.EndsOn);
    }
}
