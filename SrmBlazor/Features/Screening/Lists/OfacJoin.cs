namespace SrmBlazor.Features.Screening.Lists;

/// <param name="Entries">The main list's, each with its names and addresses of the other files.</param>
/// <param name="Orphans">Parts of entries that the main list does not have. The files are published apart: one is newer than another for some hours, and a part is not dropped but counted.</param>
public sealed record JoinedList(IReadOnlyList<ListEntry> Entries, IReadOnlyList<ListEntry> Orphans);

/// <summary>SDN.CSV with ALT.CSV and ADD.CSV, by the number of the entry.</summary>
public static class OfacJoin
{
    public static JoinedList Of(ListVersion main, params IEnumerable<ListVersion> supplements)
    {
        var parts = supplements.SelectMany(version => version.Entries).ToLookup(part => part.PartOf, StringComparer.Ordinal);
        var ids = main.Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. main.Entries.Select(entry => parts[entry.Id].ToList() is { Count: > 0 } own ? With(entry, own) : entry)],
            [.. parts.Where(group => !ids.Contains(group.Key!)).SelectMany(group => group)]);
    }

    private static ListEntry With(ListEntry entry, List<ListEntry> parts)
    {
        // A weak name of the remarks that ALT.CSV has as a strong one is strong.
        var names = entry.Names.Concat(parts.SelectMany(part => part.Names)).GroupBy(name => name.Text, StringComparer.Ordinal).Select(same => same.MinBy(name => name.Quality)!);
        return entry with
        {
            Names = [.. names],
            Addresses = [.. entry.Addresses.Concat(parts.SelectMany(part => part.Addresses)).Distinct()],
            Facts = [.. entry.Facts.Concat(parts.SelectMany(part => part.Facts)).Distinct()],
        };
    }
}
