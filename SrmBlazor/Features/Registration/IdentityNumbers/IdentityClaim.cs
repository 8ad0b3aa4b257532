namespace SrmBlazor.Features.Registration.IdentityNumbers;

public enum IdentityType
{
    ResidentId,
    Passport,
    NationalId,
}

public enum Sex
{
    Female,
    Male,
}

/// <summary>What a person says about an identity document. Nothing of it is kept by the check.</summary>
/// <param name="Country">ISO 3166-1 alpha-2: the state that issued the passport or the national number. Not needed for a China resident ID.</param>
/// <param name="Number">As typed.</param>
/// <param name="Mrz">Second line of the passport's machine-readable zone, or both lines; optional.</param>
/// <param name="BirthYear">Only where the form asked for it.</param>
/// <param name="Sex">Only where the form asked for it and the answer is one of the two that numbers carry.</param>
public sealed record IdentityClaim(IdentityType Type, string? Country, string? Number, string? Mrz = null, int? BirthYear = null, Sex? Sex = null)
{
    public override string ToString() => $"IdentityClaim {Type} ***";
}
