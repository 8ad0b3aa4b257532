namespace SrmBlazor.Shared.Deadlines;

/// <summary>What has to be done by the day.</summary>
public enum Duty
{
    /// <summary>Answer as promised to everybody: what staff aim for.</summary>
    Promise,

    /// <summary>Answer as the law of the region demands at the latest.</summary>
    Answer,

    /// <summary>Confirm that a request has arrived.</summary>
    Acknowledge,
    AcknowledgeComplaint,
}

public enum DeadlineUnit
{
    WorkingDay,
    CalendarDay,

    /// <summary>The same day of a later month, else that month's last.</summary>
    CalendarMonth,
    Hour,
}

public enum DeadlineStart
{
    Receipt,

    /// <summary>Receipt where nobody asked who it is.</summary>
    IdentityProved,
    IdentityProvedAndClear,
}

public enum DeadlineRoll
{
    None,

    /// <summary>A day that is not worked gives way to the next that is.</summary>
    NextWorkingDay,
}

public enum PauseReason
{
    IdentityCheck,

    /// <summary>Whether who asks may speak for the person.</summary>
    AuthorityCheck,
    Clarification,
}

public enum Confidence
{
    Primary,
    Secondary,

    /// <summary>The number was not seen in a text of law: the row is not used until somebody has and says so here.</summary>
    Unverified,
}

/// <summary>One clock of one region, a row of the table.</summary>
/// <param name="Region">A country's code, one of its subdivisions (US-CA), EU for the EEA, UK, or <see cref="Default"/>.</param>
/// <param name="Calendar">The statutory calendar that tells the working days.</param>
/// <param name="Pauses">For which reasons the clock may stand still; for all others it runs on.</param>
/// <param name="Extension">At most so many units more; null where the time cannot be extended.</param>
public sealed record DeadlineRule(
    string Region, Duty Duty, DeadlineUnit Unit, int Count, DeadlineStart Start, DeadlineRoll Roll, string Calendar,
    IReadOnlyList<PauseReason> Pauses, int? Extension, string Source, Confidence Confidence, DateOnly ReviewBy)
{
    public const string Default = "default";

    public bool IsUsed => Confidence != Confidence.Unverified;

    /// <summary>Somebody should look whether the law is still the same.</summary>
    public bool IsToBeReviewed(DateOnly today) => today >= ReviewBy;
}
