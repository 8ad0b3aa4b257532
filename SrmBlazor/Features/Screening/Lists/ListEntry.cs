namespace SrmBlazor.Features.Screening.Lists;

public enum EntryKind
{
    Person,
    Entity,
    Vessel,
    Aircraft,

    /// <summary>An address that is listed without a name (BIS Entity List, 89 FR 51644).</summary>
    AddressOnly,

    /// <summary>The list does not say; the Denied Persons List has people and firms. Compared as a person too.</summary>
    Unstated,

    /// <summary>A name or an address of an entry in another file, joined to it by number.</summary>
    Part,
}

public enum NameQuality
{
    Strong,
    Former,

    /// <summary>A nickname or a name that many bear: ranked down, never hidden.</summary>
    Weak,
}

/// <param name="Text">As listed, white space folded: OFAC writes "SURNAME, Given".</param>
/// <param name="OriginalScript">Not in Latin letters.</param>
public sealed record ListName(string Text, NameQuality Quality, bool OriginalScript = false);

/// <param name="Country">ISO 3166-1 alpha-2; null where the text names no country of today ("former Soviet Union", "Palestinian" is PS).</param>
/// <param name="Text">As listed.</param>
public sealed record Nationality(string? Country, string Text);

/// <param name="Circa">The list says "circa" or "approximately".</param>
public sealed record BirthYears(int From, int To, bool Circa = false);

/// <param name="Place">City, district, province, parted by commas, without the postcode.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="CountryText">As listed: "Region: Crimea" is no country, but it says where.</param>
public sealed record ListAddress(string Street, string Place, string Postcode, string? Country, string CountryText);

public enum FactKind
{
    Title,
    BirthPlace,
    BirthDate,
    Gender,
    Document,
    Listed,
    Vessel,
    Note,
}

/// <summary>What the list says besides what is compared: shown to the clerk, never matched.</summary>
public sealed record ListFact(FactKind Kind, string Text);

/// <summary>One listed party.</summary>
/// <param name="Id">The publisher's own, unique within the list.</param>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Names">The first is the one under which it is listed. Empty only for a part that is an address.</param>
/// <param name="PartOf">For a part: the id of the entry in the main file.</param>
public sealed record ListEntry(
    string Id,
    EntryKind Kind,
    int Line,
    IReadOnlyList<ListName> Names,
    IReadOnlyList<Nationality> Nationalities,
    IReadOnlyList<BirthYears> Births,
    IReadOnlyList<ListAddress> Addresses,
    IReadOnlyList<string> Programs,
    IReadOnlyList<ListFact> Facts,
    string? PartOf = null)
{
    /// <summary>SHA-256, hexadecimal, of all that a person is compared with: facts, programs and the order of rows may change without anybody being compared anew.</summary>
    public string ContentHash => EntryFingerprint.HashOf(this);
}
