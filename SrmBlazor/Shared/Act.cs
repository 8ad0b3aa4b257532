namespace SrmBlazor.Shared;

/// <summary>Who does something, as what, when. Every service method that changes something takes one.</summary>
/// <param name="Who">The acting person's id; <see cref="Guid.Empty"/> is the system itself.</param>
/// <param name="Roles">The roles the actor holds at this moment.</param>
/// <param name="On">UTC instant, from the clock.</param>
public sealed record Act(Guid Who, Role Roles, DateTime On)
{
    /// <summary>To the microsecond: a finer instant would come back from the database as another one and break the audit chain.</summary>
    public DateTime On { get; init => field = value.ToMicrosecond(); } = On.ToMicrosecond();

    /// <summary>The system acting by itself: a sweep, a term that ran out, a start-up repair.</summary>
    public static Act OfSystem(TimeProvider clock) => new(Guid.Empty, Role.None, clock.Now());

    /// <summary>When the actor last showed who they are, by signing in or by giving the password again; null where nobody did.</summary>
    public DateTime? ConfirmedOn { get; init; }

    /// <summary>How long that is enough for what cannot be undone or carries everything away: a package, a deletion, another mailbox.</summary>
    public static readonly TimeSpan Confirmed = TimeSpan.FromMinutes(10);

    public bool IsConfirmed => ConfirmedOn is { } shown && On - shown < Confirmed;

    /// <summary>For how long whoever moved a piece of work into other hands can take that back.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromSeconds(10);

    public bool Is(Role role) => (Roles & role) != Role.None;

    public bool IsOwner(Guid person) => Who != Guid.Empty && Who == person;
}

public static class ClockReading
{
    /// <summary>The UTC instant to the microsecond, which is what both databases keep.</summary>
    public static DateTime Now(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToMicrosecond();

    internal static DateTime ToMicrosecond(this DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
