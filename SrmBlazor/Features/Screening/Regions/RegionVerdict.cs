namespace SrmBlazor.Features.Screening.Regions;

/// <summary>Regions that trade restrictions treat by themselves.</summary>
public enum EmbargoedRegion
{
    Crimea,
    Sevastopol,

    /// <summary>Wider than the part that is embargoed: the line of contact is in no postcode.</summary>
    Donetsk,
    Luhansk,
}

public enum RegionOutcome
{
    /// <summary>Neither in Russia nor in Ukraine: postcode and address are not asked.</summary>
    NotAsked,
    Clear,
    Review,
    Escalate,
}

public enum RegionEvidence
{
    Postcode,
    Place,

    /// <summary>A postcode of Russia or Ukraine outside the regions.</summary>
    PostcodeElsewhere,
    PlaceElsewhere,

    /// <summary>A town outside that has the name of one within, and the postcode of the town outside.</summary>
    Namesake,
    Disagreement,

    /// <summary>No postcode that can be read, and no place that is known.</summary>
    NothingToGoBy,
}

/// <param name="Told">The postcode or the place as the person wrote it; empty where the evidence is a lack.</param>
/// <param name="Source">Whose table says so, in English.</param>
public sealed record RegionReason(RegionEvidence Evidence, EmbargoedRegion? Region, string Told, string Source = "");

/// <summary>Whether an address lies in an embargoed region, and by what that was told. Never more than a reason for people to look (SCR-5).</summary>
public sealed record RegionVerdict(RegionOutcome Outcome, IReadOnlyList<RegionReason> Reasons);
