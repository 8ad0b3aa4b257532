using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>All that is ever compared of a person. Its text form shows nothing.</summary>
/// <param name="Nationality">ISO 3166-1 alpha-2.</param>
/// <param name="BirthYear">Null: the policy names name and nationality alone. The matcher could use it.</param>
/// <param name="Country">Of residence, where it is Russia or Ukraine; null elsewhere, and then there is no address.</param>
public sealed record ScreenedWords(string Name, string? Nationality, int? BirthYear = null, string? Country = null, string Postcode = "", string Address = "")
{
    public static readonly IReadOnlyList<string> WithAddress = ["RU", "UA"];

    /// <summary>Those that a hit of this kind is made of: a move does not concern a name, nor another name an address.</summary>
    public ScreenedWords Of(HitKind kind) => kind switch
    {
        HitKind.Name => this with { Country = null, Postcode = "", Address = "" },
        HitKind.Address or HitKind.Region => this with { Name = "", Nationality = null, BirthYear = null },
    };

    public Query Query => new(Name, Nationality, BirthYear);

    public override string ToString() => "***";
}
