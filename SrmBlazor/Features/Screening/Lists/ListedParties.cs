using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Entries of lists in the words of the matcher.</summary>
public static class ListedParties
{
    /// <summary>Years that "circa" may be wrong by, to either side.</summary>
    private const int Circa = 2;

    /// <summary>Whether a person can be meant. Firms, vessels and aircraft are not compared with people, and what is only an address has no name.</summary>
    public static bool IsCompared(ShelfEntry entry) => entry.Entry.Kind is EntryKind.Person or EntryKind.Unstated;

    public static ListedParty Of(ShelfEntry entry) => new(
        entry.Key,
        [.. entry.Entry.Names.Select((name, at) => new ListedName(name.Text, QualityOf(name.Quality, isFirst: at == 0)))],
        [.. entry.Entry.Nationalities.Select(nationality => nationality.Country).OfType<string>().Distinct(StringComparer.Ordinal)],
        [.. entry.Entry.Births.Select(years => years.Circa ? new Matching.BirthYears(years.From - Circa, years.To + Circa) : new Matching.BirthYears(years.From, years.To))]);

    private static Matching.NameQuality QualityOf(NameQuality quality, bool isFirst) => quality switch
    {
        NameQuality.Strong => isFirst ? Matching.NameQuality.Primary : Matching.NameQuality.Good,
        NameQuality.Former => Matching.NameQuality.Good,
        NameQuality.Weak => Matching.NameQuality.Weak,
    };
}
