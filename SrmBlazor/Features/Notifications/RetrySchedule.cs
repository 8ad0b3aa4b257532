namespace SrmBlazor.Features.Notifications;

/// <summary>When a deferred letter is tried again: after 1, 2, 4 … minutes, then every six hours, for thirty days at most.</summary>
public static class RetrySchedule
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>As long as the purpose <i>deliver this message</i> may hold a letter.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <param name="attempt">how many attempts were made, counting the one that just failed: 1 or more</param>
    /// <param name="usefulUntil">when the letter lapses, UTC: <see cref="Patience"/> after it was queued, or earlier</param>
    /// <param name="now">UTC</param>
    public static NextAttempt Next(int attempt, DateTime usefulUntil, DateTime now)
    {
        var next = now + Wait(attempt);
        return next < usefulUntil ? new NextAttempt.At(next) : new NextAttempt.Lapsed();
    }

    internal static TimeSpan Wait(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var doublings = Math.Min(attempt - 1, 9); // 2^9 minutes are already more than six hours
        var wait = ShortestWait * (1 << doublings);
        return wait < LongestWait ? wait : LongestWait;
    }
}

public abstract record NextAttempt
{
    private NextAttempt() { }

    /// <param name="On">UTC</param>
    public sealed record At(DateTime On) : NextAttempt;

    /// <summary>No further attempt: the letter's time is over.</summary>
    public sealed record Lapsed : NextAttempt;
}
