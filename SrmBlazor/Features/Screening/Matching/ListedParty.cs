using System.Runtime.InteropServices;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>How far a list trusts a name. A weak alias ("low quality a.k.a.", OFAC FAQ 122; UN quality "Low") ranks lower and is never hidden.</summary>
public enum NameQuality
{
    Primary,
    Good,
    Weak,
}

/// <summary>One name of a party as its list writes it, in any script.</summary>
public sealed record ListedName(string Text, NameQuality Quality = NameQuality.Primary);

/// <summary>A birth year, or the span of years that a list gives for "circa 1960" or "1958 to 1962".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BirthYears(int First, int Last)
{
    public static BirthYears Circa(int year) => new(year - 2, year + 2);

    public static implicit operator BirthYears(int year) => new(year, year);

    /// <summary>Years between the span and the year; none inside it.</summary>
    public int DistanceTo(int year) => Math.Max(0, Math.Max(First - year, year - Last));
}

/// <summary>An entry of a list. Nationalities are ISO 3166-1 alpha-2 codes.</summary>
public sealed record ListedParty(string Id, IReadOnlyList<ListedName> Names, IReadOnlyList<string> Nationalities, IReadOnlyList<BirthYears> BirthYears)
{
    public ListedParty(string id, params string[] names) : this(id, [.. names.Select(name => new ListedName(name))], [], []) { }
}

/// <summary>Who is looked for. What is not known is left out and counts neither for nor against.</summary>
public sealed record Query(string Name, string? Nationality = null, int? BirthYear = null);
