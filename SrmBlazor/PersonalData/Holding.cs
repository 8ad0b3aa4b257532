using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>One live record and why it still is there.</summary>
/// <param name="Holds">The purposes that hold it now; empty when its time is over and it waits to be erased.</param>
/// <param name="Record">Null where it was not opened.</param>
public sealed record Holding(Guid Id, RecordKind Kind, DateTime SavedOn, IReadOnlyList<Hold> Holds, SealedRecord? Record)
{
    /// <summary>To be named when saving.</summary>
    public int Version { get; init; }

    /// <summary>The hold that lasts longest decides how long the record stays; of equal ones the first declared.</summary>
    public Hold? Deciding => Holds.MaxBy(hold => hold.Until);

    public override string ToString() => $"Holding {Id}";
}

/// <param name="Until">Known end of the hold (UTC), or <see cref="DateTime.MaxValue"/>: as long as the purpose lasts.</param>
public sealed record Hold(Purpose Purpose, DateTime Until)
{
    public bool HasEnd => Until != DateTime.MaxValue;
}
