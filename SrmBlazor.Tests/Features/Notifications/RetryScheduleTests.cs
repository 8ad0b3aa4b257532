namespace SrmBlazor.Features.Notifications;

public sealed class RetryScheduleTests
{
    private static readonly DateTime Queued = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(11, 360)]
    [InlineData(int.MaxValue, 360)]
    public void The_wait_doubles_from_one_minute_to_six_hours(int attempt, int minutes) =>
        Assert.Equal(new NextAttempt.At(Queued.AddMinutes(minutes)), RetrySchedule.Next(attempt, Queued.AddDays(30), Queued));

    [Fact]
    public void A_letter_is_tried_for_thirty_days_and_then_lapses()
    {
        var now = Queued;
        var attempts = 1;

        while (RetrySchedule.Next(attempts, Queued + RetrySchedule.Patience, now) is NextAttempt.At(var next))
        {
            Assert.InRange(next - now, RetrySchedule.ShortestWait, RetrySchedule.LongestWait);
            now = next;
            attempts++;
        }

        Assert.InRange(now, Queued.AddDays(30) - RetrySchedule.LongestWait, Queued.AddDays(30));
        Assert.Equal(128, attempts);
    }

    [Fact]
    public void A_letter_with_a_link_of_an_hour_is_tried_within_that_hour_only()
    {
        Assert.Equal(new NextAttempt.At(Queued.AddMinutes(31)), RetrySchedule.Next(5, Queued.AddHours(1), Queued.AddMinutes(15)));
        Assert.IsType<NextAttempt.Lapsed>(RetrySchedule.Next(6, Queued.AddHours(1), Queued.AddMinutes(31)));
    }

    [Fact]
    public void A_letter_found_again_after_its_time_lapses_at_once() =>
        Assert.IsType<NextAttempt.Lapsed>(RetrySchedule.Next(1, Queued.AddDays(30), Queued.AddDays(31)));

    [Fact]
    public void There_is_no_attempt_before_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetrySchedule.Next(0, Queued.AddDays(30), Queued));
}
