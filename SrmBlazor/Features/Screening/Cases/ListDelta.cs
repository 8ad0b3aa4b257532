using System.Collections.Frozen;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// From one shelf to another: who was compared with the first needs comparing with <see cref="News"/> alone, and hits on <see cref="Touched"/> entries
/// close unless they are found again. With the same weights on both sides this gives what a full comparison gives.
/// </summary>
public sealed class ListDelta
{
    private IReadOnlySet<string>? hashed;

    private ListDelta(Comparison news, FrozenSet<string> touched) => (News, Touched) = (news, touched);

    /// <summary>What was added or says something else than before.</summary>
    public Comparison News { get; }

    /// <summary>Keys of the entries that say something else, or are gone.</summary>
    public FrozenSet<string> Touched { get; }

    /// <summary>The same by their hashes, as hits name them.</summary>
    internal IReadOnlySet<string> TouchedBy(ScreeningHashes hashes) => hashed ??= Touched.Select(hashes.OfEntry).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="rarity">By which the comparison with the first shelf weighed words.</param>
    public static ListDelta Between(Shelf before, Shelf after, Rarity rarity)
    {
        var old = before.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var news = new List<ShelfEntry>();
        foreach (var entry in after.Entries)
        {
            // an entry that nobody touched is the same object only within one shelf: the hash tells
            if (old.TryGetValue(entry.Key, out var earlier) && (ReferenceEquals(earlier.Entry, entry.Entry) || earlier.Entry.ContentHash == entry.Entry.ContentHash))
            {
                old.Remove(entry.Key);
            }
            else
            {
                news.Add(entry);
            }
        }

        return new ListDelta(Comparison.Of(news, rarity), old.Keys.ToFrozenSet(StringComparer.Ordinal));
    }
}
