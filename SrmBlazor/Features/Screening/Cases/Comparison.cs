using System.Collections.Frozen;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Features.Screening.Regions;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Compares people with lists: with all of them, or with what of them is new. Pure and immutable, any number of threads may use it; it knows neither
/// database nor person, so that everybody can be rescreened, measured and replayed by the same few lines.
/// </summary>
public sealed class Comparison
{
    public const string RegionKey = "region";

    private readonly FrozenDictionary<string, ShelfEntry> compared;
    private readonly IReadOnlyList<ShelfEntry> addresses;
    private readonly NameIndex index;
    private readonly bool judgesRegions;

    private Comparison(IReadOnlyList<ShelfEntry> entries, NameIndex index, bool judgesRegions)
    {
        compared = entries.Where(ListedParties.IsCompared).ToFrozenDictionary(entry => entry.Key, StringComparer.Ordinal);
        addresses = [.. entries.Where(entry => entry.Entry.Kind == EntryKind.AddressOnly)];
        (this.index, this.judgesRegions) = (index, judgesRegions);
    }

    /// <summary>With everything on the shelf, words weighed by its own lists.</summary>
    public static Comparison Of(Shelf shelf) => new(shelf.Entries, shelf.Index, judgesRegions: true);

    /// <summary>With everything on the shelf, words weighed as they were.</summary>
    public static Comparison Of(Shelf shelf, Rarity rarity) => new(shelf.Entries, IndexOf(shelf.Entries, rarity), judgesRegions: true);

    /// <summary>With these entries alone. Where an address lies does not change with a list.</summary>
    internal static Comparison Of(IReadOnlyList<ShelfEntry> entries, Rarity rarity) => new(entries, IndexOf(entries, rarity), judgesRegions: false);

    /// <summary>Nobody can be met.</summary>
    internal bool IsEmpty => compared.Count == 0 && addresses.Count == 0 && !judgesRegions;

    internal Rarity Rarity => index.Rarity;

    /// <summary>Answers by the hash of an entry whether it is listed. Made only where something vanished.</summary>
    internal Func<string, bool> Holds(ScreeningHashes hashes)
    {
        HashSet<string>? listed = null;
        return entry => (listed ??= [.. compared.Keys.Concat(addresses.Select(one => one.Key)).Select(hashes.OfEntry)]).Contains(entry);
    }

    /// <summary>Everything at or above the review floor, the best first. Nothing is dropped, however much it is.</summary>
    public IReadOnlyList<Found> Find(ScreenedWords words) =>
        [.. Names(words), .. words.Country is null ? [] : Addresses(words), .. words.Country is null || !judgesRegions ? [] : Regions(words)];

    private IEnumerable<Found> Names(ScreenedWords words) => index.Search(words.Query, Engine.ReviewFloor).Select(match =>
    {
        var entry = compared[match.Party.Id];
        return new Found(HitKind.Name, entry.Key, EntryFingerprint.HashOf(entry.Entry, EntryFingerprint.OfName), match.Score, new HitEvidence(entry.Source, entry.Entry, match.Name.Text, match.Explanation, [], null));
    });

    private IEnumerable<Found> Addresses(ScreenedWords words) =>
        from entry in addresses
        let best = entry.Entry.Addresses.Select(address => AddressWords.Compare(words.Address, words.Postcode, address)).Where(met => met is not null).MaxBy(met => met!.Value.Score)
        where best is not null
        orderby best.Value.Score descending
        select new Found(HitKind.Address, entry.Key, EntryFingerprint.HashOf(entry.Entry, EntryFingerprint.OfAddress), best.Value.Score, new HitEvidence(entry.Source, entry.Entry, "", null, best.Value.Common, null));

    private static IEnumerable<Found> Regions(ScreenedWords words)
    {
        var verdict = RegionGate.Judge(words.Country, words.Postcode, "", words.Address);
        if (verdict.Outcome is RegionOutcome.Review or RegionOutcome.Escalate)
        {
            var content = string.Join(' ', verdict.Reasons.Select(reason => $"{reason.Evidence} {reason.Region}").Prepend(verdict.Outcome.ToString()));
            yield return new Found(HitKind.Region, RegionKey, content, verdict.Outcome == RegionOutcome.Escalate ? 1 : 0.9, new HitEvidence(null, null, "", null, [], verdict));
        }
    }

    private static NameIndex IndexOf(IReadOnlyList<ShelfEntry> entries, Rarity rarity) => NameIndex.Build([.. entries.Where(ListedParties.IsCompared).Select(ListedParties.Of)], rarity);
}
