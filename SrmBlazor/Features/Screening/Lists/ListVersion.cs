namespace SrmBlazor.Features.Screening.Lists;

public sealed record ListCounts(int Entries, int Names, int Addresses);

/// <summary>A list as it was in one file. Never changed: another file is another version.</summary>
/// <param name="Sha256">Of the bytes of the file, hexadecimal.</param>
/// <param name="ListDate">The publisher's own date; null where the format has none (OFAC, CSL, own).</param>
public sealed record ListVersion(ListSource Source, string Sha256, DateOnly? ListDate, IReadOnlyList<ListEntry> Entries)
{
    public ListCounts Counts { get; } = new(Entries.Count, Entries.Sum(entry => entry.Names.Count), Entries.Sum(entry => entry.Addresses.Count));
}

/// <summary>What became of a file: a version, or the reason why there is none.</summary>
public abstract record ListOutcome
{
    private ListOutcome()
    {
    }

    public sealed record Accepted(ListVersion Version) : ListOutcome;

    public sealed record Refused(Refusal Refusal) : ListOutcome;
}
