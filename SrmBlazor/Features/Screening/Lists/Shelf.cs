using System.Security.Cryptography;
using System.Text;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Lists;

/// <param name="Entry">Joined: an entry of SDN.CSV has its names of ALT.CSV and its addresses of ADD.CSV.</param>
public sealed record ShelfEntry(ListSource Source, ListEntry Entry)
{
    /// <summary>Unique over all lists; also the id of the party in the index.</summary>
    public string Key => KeyOf(Source, Entry.Id);

    internal static string KeyOf(ListSource source, string id) => $"{ListSources.NameOf(source)}/{id}";
}

/// <summary>All lists as they were at one time, joined and ready to be searched. Immutable; any number of threads may use it.</summary>
public sealed class Shelf
{
    private static readonly ListSource[] Supplements = [ListSource.OfacAlt, ListSource.OfacAdd];

    private readonly Dictionary<string, ShelfEntry> byKey;

    private Shelf(IReadOnlyList<ScreeningListVersion> versions, IReadOnlyList<ShelfEntry> entries, IReadOnlyList<ListEntry> orphans)
    {
        (Versions, Entries, Orphans) = (versions, entries, orphans);
        Fingerprint = FingerprintOf(versions);
        byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        Index = NameIndex.Build([.. entries.Where(ListedParties.IsCompared).Select(ListedParties.Of)]);
    }

    private Shelf(IReadOnlyList<ScreeningListVersion> versions, Shelf same)
    {
        (Versions, Entries, Orphans, byKey, Index) = (versions, same.Entries, same.Orphans, same.byKey, same.Index);
        Fingerprint = same.Fingerprint;
    }

    /// <summary>SHA-256, hexadecimal, of what the lists say: the same as long as every file is the same. What a person's clearing is bound to.</summary>
    public string Fingerprint { get; }

    /// <summary>At most one of each source, in the order of the sources.</summary>
    public IReadOnlyList<ScreeningListVersion> Versions { get; }

    /// <summary>Of every kind, also vessels and what is only an address.</summary>
    public IReadOnlyList<ShelfEntry> Entries { get; }

    /// <summary>Names and addresses whose entry SDN.CSV does not have.</summary>
    public IReadOnlyList<ListEntry> Orphans { get; }

    /// <summary>The names of those that a person is compared with: persons, and whoever the list does not say the kind of.</summary>
    public NameIndex Index { get; }

    public ShelfEntry EntryOf(Match match) => byKey[match.Party.Id];

    /// <summary>Null where the list does not have it, or no longer.</summary>
    public ShelfEntry? Find(ListSource source, string id) => byKey.GetValueOrDefault(ShelfEntry.KeyOf(source, id));

    internal static Shelf Of(IReadOnlyList<(ScreeningListVersion Version, ListVersion List)> lists)
    {
        var parts = lists.Where(list => Supplements.Contains(list.Version.Source)).Select(list => list.List).ToList();
        var joined = lists.Where(list => list.Version.Source == ListSource.OfacSdn).Select(list => OfacJoin.Of(list.List, parts)).SingleOrDefault();
        return new(
            [.. lists.Select(list => list.Version)],
            [
                .. lists.Where(list => !Supplements.Contains(list.Version.Source))
                    .SelectMany(list => list.Version.Source == ListSource.OfacSdn ? joined!.Entries : list.List.Entries, (list, entry) => new ShelfEntry(list.Version.Source, entry)),
            ],
            joined?.Orphans ?? [.. parts.SelectMany(part => part.Entries)]);
    }

    /// <summary>The same files, taken over again.</summary>
    internal Shelf With(IReadOnlyList<ScreeningListVersion> versions) => new(versions, this);

    /// <summary>Without reading a list: whether a clearing was against the lists of now.</summary>
    internal static string FingerprintOf(IEnumerable<ScreeningListVersion> versions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions.OrderBy(version => version.Source).Select(version => $"{ListSources.NameOf(version.Source)} {version.Sha256}")))));
}
