namespace SrmBlazor.Features.Screening.Lists;

/// <summary>A file that was read and found sound, and what would change if it went live. Made by <see cref="ListDesk"/> alone.</summary>
/// <param name="Before">The version that it was compared with; null for a first one.</param>
/// <param name="Packed">The whole file, compressed.</param>
public sealed record ListCheck(ListSource Source, ScreeningListVersion? Before, string Sha256, DateOnly? FileDate, ListCounts Counts, ListDiff Diff, bool WasDeliberate, byte[] Packed)
{
    /// <summary>Byte for byte the list that is live: taking it over says only that it still is.</summary>
    public bool IsSame => Before?.Sha256 == Sha256;
}

/// <summary>What a look at a file gave.</summary>
public abstract record CheckResult
{
    private CheckResult()
    {
    }

    public sealed record Ready(ListCheck Check) : CheckResult;

    /// <param name="Live">The version that stays; null where there is none.</param>
    public sealed record Refused(Refusal Refusal, ScreeningListVersion? Live) : CheckResult;
}

public enum TakeOutcome
{
    Live,

    /// <summary>Another version went live since the file was checked.</summary>
    Overtaken,
}
