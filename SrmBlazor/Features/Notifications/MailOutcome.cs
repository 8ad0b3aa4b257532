namespace SrmBlazor.Features.Notifications;

/// <summary>What became of one attempt. A code is a reply number or a short fixed word; never an address or the server's sentence, which may repeat it.</summary>
public abstract record MailOutcome
{
    private MailOutcome() { }

    /// <summary>The server has taken the letter over.</summary>
    public sealed record Sent : MailOutcome;

    /// <summary>Not now: try again by <see cref="RetrySchedule"/>.</summary>
    public sealed record Deferred(string Code) : MailOutcome;

    /// <summary>Never: the receiving side refused this letter or its mailbox for good.</summary>
    public sealed record Rejected(string Code) : MailOutcome;
}
