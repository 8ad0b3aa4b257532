using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.PrivacyCenter.Contents;

/// <summary>
/// Everything about one person, in words of one language: what the access page shows and every file of a package is written from. Nothing in it
/// names anybody else, and nothing works like a key.
/// </summary>
/// <param name="Information">What the law wants said beside the data itself (GDPR 15(1)-(2), PIPL 17).</param>
/// <param name="Counts">Every kind of record of the map with how many there are: what is not in this list was not looked for.</param>
/// <param name="Files">Pictures and papers that are values by themselves.</param>
public sealed record Dossier(
    Guid Person, string Region, string Language, DateTime MadeOn, IReadOnlyList<InformationBlock> Information, IReadOnlyList<DossierRecord> Records,
    IReadOnlyList<DossierTable> Tables, IReadOnlyList<KindCount> Counts, IReadOnlyList<PackageFile> Files)
{
    public override string ToString() => nameof(Dossier);
}

/// <param name="Key">Fixed: <c>purposes</c>, <c>recipients</c>.</param>
/// <param name="Law">The articles that ask for it.</param>
public sealed record InformationBlock(string Key, string Law, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>One sealed record.</summary>
/// <param name="KeptUntil">Known end (UTC); null while a purpose lasts.</param>
/// <param name="Why">Why it is still here, as a sentence.</param>
/// <param name="Looks">Who of the staff looked at it.</param>
public sealed record DossierRecord(
    Guid Id, string Kind, string Name, DateTime SavedOn, string Source, string SourceName, DateTime? KeptUntil, string Why,
    IReadOnlyList<DossierItem> Items, IReadOnlyList<DossierLook> Looks)
{
    public override string ToString() => $"{nameof(DossierRecord)} {Id}";
}

/// <param name="Id">Kind and property: <c>identity.FullName</c>.</param>
/// <param name="Value">As stored; null where there is none, where it is a file, or where it is withheld.</param>
/// <param name="Shown">The same in words.</param>
/// <param name="File">The name of the file that is the value.</param>
/// <param name="Withheld">It works like a password, and would in anybody's hands.</param>
public sealed record DossierItem(
    string Id, string Label, string Category, string CategoryName, bool Sensitive, string? Value, string Shown, string? File, bool Withheld, IReadOnlyList<DossierPurpose> Purposes)
{
    public override string ToString() => $"{nameof(DossierItem)} {Id}";
}

/// <param name="Until">Known end of its hold (UTC).</param>
public sealed record DossierPurpose(string Key, string Name, string Basis, string BasisName, string Recipients, string Kept, DateTime? Until);

/// <param name="Role">The role that looked, never the name.</param>
public sealed record DossierLook(DateTime On, string Role, string Reason);

/// <summary>States, dates and outcomes that lie beside the person's id in one table.</summary>
public sealed record DossierTable(string Entity, string Name, string Purpose, string PurposeName, string Kept, IReadOnlyList<DossierColumn> Columns, IReadOnlyList<IReadOnlyList<DossierCell>> Rows);

public sealed record DossierColumn(string Name, string Label);

/// <param name="Value">As stored, null for none.</param>
/// <param name="Shown">The same in words.</param>
public sealed record DossierCell(string? Value, string Shown)
{
    public override string ToString() => nameof(DossierCell);
}

public sealed record KindCount(string Kind, string Name, int Records);

/// <summary>A file of a package.</summary>
/// <param name="Name">Its path in the package: ASCII, parted by slashes.</param>
public sealed record PackageFile(string Name, byte[] Bytes)
{
    public override string ToString() => Name;
}
