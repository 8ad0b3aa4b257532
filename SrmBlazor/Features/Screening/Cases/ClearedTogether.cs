namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What becomes of one of several hits that are cleared together.</summary>
public enum ClearOutcome
{
    Cleared,

    /// <summary>Proposed: a second person has to agree.</summary>
    Proposed,

    /// <summary>Something was proposed before, and waits for a second person.</summary>
    Waits,

    /// <summary>The actor escalated it: others go on.</summary>
    SomebodyElse,
    Decided,
}

public sealed record ClearedHit(Guid Hit, ClearOutcome Outcome)
{
    public bool IsTaken => Outcome is ClearOutcome.Cleared or ClearOutcome.Proposed;

    /// <summary>What the page forecasts of a hit, by the rule that decides it.</summary>
    internal static ClearedHit Of(HitView hit) => new(hit.Id, OutcomeOf(hit.State, hit.IsProposed, hit.IsMine, hit.NeedsTwo));

    internal static ClearedHit Of(ScreeningHit hit, bool needsTwo, Guid who) => new(hit.Id, OutcomeOf(hit.State, hit.IsProposed, hit.EscalatedBy == who, needsTwo));

    private static ClearOutcome OutcomeOf(HitState state, bool isProposed, bool isMine, bool needsTwo) =>
        state is not (HitState.Open or HitState.Escalated) ? ClearOutcome.Decided
        : isProposed ? ClearOutcome.Waits
        : isMine ? ClearOutcome.SomebodyElse
        : needsTwo ? ClearOutcome.Proposed : ClearOutcome.Cleared;
}

/// <param name="Hits">What became of each; none where nothing was done.</param>
public sealed record ClearedTogether(ScreeningResult Result, IReadOnlyList<ClearedHit> Hits);
