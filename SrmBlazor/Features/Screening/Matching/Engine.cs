namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// The version of every rule, table and cost in this folder. Raise it with any change that can move a score: dismissals are bound to it,
/// and a decision is replayed under the version that it was made with.
/// </summary>
public static class Engine
{
    public const string Version = "2026.11.2";

    /// <summary>At or above it two names are taken for one. Chosen on one half of the labelled pairs, reported on the other.</summary>
    public const double PairThreshold = 0.76;

    /// <summary>At or above it a listed name is put before a person.</summary>
    public const double ReviewFloor = 0.85;
}
