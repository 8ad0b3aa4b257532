using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Verification;

namespace SrmBlazor.Features.Home;

public enum MilestoneKind
{
    Submitted,
    MailboxConfirmed,
    CorrectionAsked,
    ScanLapsed,
    Corrected,

    /// <summary>The check that runs, or the one that follows a correction.</summary>
    IdentityCheck,
    Verified,
    Refused,

    /// <summary>A child was found and a guardian is asked.</summary>
    ChildFound,
}

public enum MilestoneState
{
    Done,
    Now,

    /// <summary>It needs the supplier, or it ended here.</summary>
    Stopped,
    Ahead,
}

/// <summary>One line of the supplier's timeline.</summary>
/// <param name="On">When it happened (UTC); null for what is ahead.</param>
/// <param name="InHand">A verifier has the case in hand.</param>
/// <param name="Message">What the verifier wrote.</param>
public sealed record Milestone(MilestoneKind Kind, MilestoneState State, DateTime? On)
{
    public bool InHand { get; init; }

    public IReadOnlyList<CaseItem> Items { get; init; } = [];

    public RefusalGround? Ground { get; init; }

    public string? Message { get; init; }

    /// <summary>The way of a registration as far as somebody walks it today: what is done, whose turn it is, what comes next.</summary>
    /// <param name="events">Oldest first, each with its message in clear.</param>
    public static IReadOnlyList<Milestone> Of(SupplierRegistration registration, IReadOnlyList<(CaseEvent Event, string? Message)> events)
    {
        List<Milestone> way = [new(MilestoneKind.Submitted, MilestoneState.Done, registration.SubmittedOn)];
        way.Add(registration.ConfirmedOn is { } confirmed
            ? new(MilestoneKind.MailboxConfirmed, MilestoneState.Done, confirmed)
            : new(MilestoneKind.MailboxConfirmed, MilestoneState.Now, null));
        way.AddRange(events.Select((one, place) => Of(one.Event, one.Message, last: place == events.Count - 1)));
        return [.. way, .. Rest(registration)];
    }

    private static Milestone Of(CaseEvent one, string? message, bool last)
    {
        var kind = one.Kind switch
        {
            CaseEventKind.CorrectionAsked => MilestoneKind.CorrectionAsked,
            CaseEventKind.ScanLapsed => MilestoneKind.ScanLapsed,
            CaseEventKind.Corrected => MilestoneKind.Corrected,
            CaseEventKind.Accepted => MilestoneKind.Verified,
            CaseEventKind.Refused => MilestoneKind.Refused,
            CaseEventKind.ChildFound => MilestoneKind.ChildFound,
        };
        var stopped = last && kind is MilestoneKind.CorrectionAsked or MilestoneKind.ScanLapsed or MilestoneKind.Refused;
        return new(kind, stopped ? MilestoneState.Stopped : MilestoneState.Done, one.On) { Items = one.Items, Ground = one.Ground, Message = message };
    }

    private static IEnumerable<Milestone> Rest(SupplierRegistration registration) => registration.State switch
    {
        RegistrationState.Submitted => [new(MilestoneKind.IdentityCheck, MilestoneState.Ahead, null), new(MilestoneKind.Verified, MilestoneState.Ahead, null)],
        RegistrationState.IdentityCheck =>
        [
            new(MilestoneKind.IdentityCheck, MilestoneState.Now, registration.CheckBegunOn) { InHand = registration.CheckedBy is not null },
            new(MilestoneKind.Verified, MilestoneState.Ahead, null),
        ],
        RegistrationState.CorrectionAsked or RegistrationState.AwaitsGuardian => [new(MilestoneKind.IdentityCheck, MilestoneState.Ahead, null), new(MilestoneKind.Verified, MilestoneState.Ahead, null)],
        RegistrationState.Verified or RegistrationState.Refused or RegistrationState.Dropped or RegistrationState.Withdrawn => [],
    };
}
