using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>A hit as it stood at the end of a day.</summary>
/// <param name="Number">Counted from 1 in the order in which they were found, as in the history of the case.</param>
/// <param name="HasVanished">It was confirmed, and was not found any more.</param>
public sealed record PastHit(
    Guid Id, int Number, HitKind Kind, ListSource? Source, double Score, HitState State, DecisionReason? Reason, Guid? DecidedBy, Guid? ApprovedBy, DateTime? DecidedOn, bool HasVanished);

/// <summary>Why somebody was cleared, or not, on a day. It opens nothing and names nobody.</summary>
/// <param name="Lists">The versions that the person was compared with by then.</param>
/// <param name="AreNewest">No other lists were live by then: where they were, nothing was allowed until the person was compared with them.</param>
/// <param name="ComparedOn">Since when they were the ones.</param>
/// <param name="Hits">Those that were found by then and not closed.</param>
/// <param name="HasEnded">The person was not screened any more.</param>
public sealed record PastScreening(
    string Reference, ScreeningState State, Guid Basis, IReadOnlyList<ScreeningListVersion> Lists, bool AreNewest, string Engine, DateTime ComparedOn, IReadOnlyList<PastHit> Hits, bool HasEnded);

/// <summary>Whether a comparison of that day's words with that day's lists gives the same today.</summary>
public enum ReplayAnswer
{
    Same,
    Differs,

    /// <summary>What was compared of the person was erased.</summary>
    Erased,

    /// <summary>It was set aside, or what it was kept for has ended: nobody may open it.</summary>
    Shut,
}

/// <param name="Engine">That compared again.</param>
public sealed record Replayed(ReplayAnswer Answer, string Engine);
