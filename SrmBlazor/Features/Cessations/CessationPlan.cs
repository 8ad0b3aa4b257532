namespace SrmBlazor.Features.Cessations;

/// <summary>Records of a kind that go, or that a purpose keeps.</summary>
/// <param name="Keeper">The purpose that keeps them; null where they go.</param>
/// <param name="Until">The latest end of the keeping; null while the purpose lasts.</param>
public sealed record PlannedRecords(string Kind, int Count, string? Keeper, DateTime? Until);

/// <summary>What ending a service would do now.</summary>
/// <param name="Persons">Of whom a purpose ends.</param>
public sealed record CessationPlan(string Service, int Persons, IReadOnlyList<PlannedRecords> Records)
{
    public int Going => Records.Where(record => record.Keeper is null).Sum(record => record.Count);
}
