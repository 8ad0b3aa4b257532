using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Consents;

/// <summary>Where a purpose that rests on consent stands.</summary>
/// <param name="Paused">Given, but to something that has changed since: not in use until the person answers.</param>
/// <param name="DecidedOn">When it was last decided; null for never.</param>
public sealed record Choice(Purpose Purpose, bool Given, bool Paused, DateTime? DecidedOn);

/// <summary>The one panel in which a consent is given and taken back.</summary>
/// <param name="Served">Names the notice in the decision.</param>
/// <param name="Withdrawal">What taking it back would do; null where there is nothing to take back.</param>
public sealed record ConsentPanel(Purpose Purpose, Notice Notice, Guid Served, bool Given, bool Paused, Withdrawal? Withdrawal)
{
    /// <summary>Of a child: the guardian decides, and the child can only take back.</summary>
    public bool GuardianGives { get; init; }
}

public enum FirstUseState
{
    /// <summary>The consent stands.</summary>
    Live,

    /// <summary>Never decided, or decided about something that has changed since.</summary>
    Ask,

    /// <summary>The last word was a no: not to be asked again.</summary>
    Refused,
}

/// <summary>What stands before a first use.</summary>
/// <param name="RefusedOn">When the person said no.</param>
public sealed record FirstUse(Purpose Purpose, FirstUseState State, DateTime? RefusedOn);

public sealed record PastDecision(Guid Id, string Purpose, ConsentState State, ConsentActor Actor, DateTime On);
