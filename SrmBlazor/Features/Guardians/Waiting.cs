namespace SrmBlazor.Features.Guardians;

/// <summary>How a child's registration stands, as the child's own page says it.</summary>
public enum WaitingState
{
    /// <summary>There is nothing that waits.</summary>
    None,

    /// <summary>A guardian's mailbox is asked for.</summary>
    NoGuardianYet,

    /// <summary>The guardian was written to.</summary>
    Asked,

    /// <summary>The guardian has consented.</summary>
    MayGoOn,

    Refused,

    /// <summary>The guardian took the consent back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in thirty days.</summary>
    Lapsed,
}

/// <param name="ErasedOn">When everything is erased unless the guardian consents (UTC).</param>
public sealed record Waiting(WaitingState State, DateTime? ErasedOn = null);
