using System.Globalization;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// What the file alone cannot show: that a list has suddenly shrunk, or turned over. Publishers take entries off singly; a file that lacks a twentieth of them
/// was cut or put together wrongly, and one whose names have changed for a fifth of the entries has its columns in another place.
/// </summary>
public static class ListGuard
{
    /// <summary>Per cent of the version before that must still be there.</summary>
    public const int LeastLeft = 95;

    /// <summary>Per cent of the entries that have a field, in which it may be another than before.</summary>
    public const int MostChanged = 20;

    /// <summary>Below this many nothing is called an upheaval.</summary>
    public const int FewestChanged = 5;

    private static readonly EntryFields[] Watched = [EntryFields.Kind, EntryFields.Names, EntryFields.Nationalities, EntryFields.Births, EntryFields.Addresses];

    /// <summary>Null when the new version may follow the one before. Which must be of the same source.</summary>
    public static Refusal? Judge(ListVersion? before, ListVersion after) =>
        before is null ? null
        : before.Source != after.Source ? throw new ArgumentException($"{before.Source} is not {after.Source}.", nameof(after))
        : Shrunken(before.Counts, after.Counts) ?? Upheaval(ListDiff.Between(before, after), before);

    /// <summary>Where only the counts of the version before are at hand.</summary>
    public static Refusal? Shrunken(ListCounts before, ListCounts after) =>
        IsShrunken(before.Entries, after.Entries) ? new(0, RefusalReason.Shrunken, $"{after.Entries} entries; the version before has {before.Entries}.")
        : IsShrunken(before.Names, after.Names) ? new(0, RefusalReason.Shrunken, $"{after.Names} names; the version before has {before.Names}.")
        : IsShrunken(before.Addresses, after.Addresses) ? new(0, RefusalReason.Shrunken, $"{after.Addresses} addresses; the version before has {before.Addresses}.")
        : null;

    private static bool IsShrunken(int before, int after) => (long)after * 100 < (long)before * LeastLeft;

    private static Refusal? Upheaval(ListDiff diff, ListVersion before)
    {
        foreach (var field in Watched)
        {
            var changed = diff.Changed.Where(change => change.Fields.HasFlag(field) && EntryFingerprint.Has(change.Before, field)).ToList();
            var having = changed.Count < FewestChanged ? 0 : before.Entries.Count(entry => EntryFingerprint.Has(entry, field));
            if (changed.Count >= FewestChanged && changed.Count * 100 > having * MostChanged)
            {
                return new(changed[0].After.Line, RefusalReason.Upheaval, $"{field}: {changed.Count} of {having} entries differ from before.");
            }
        }

        // Entries under other ids: as many gone as have come.
        return diff.Removed.Count >= FewestChanged && diff.Removed.Count * 100 > before.Entries.Count * MostChanged
            ? new(0, RefusalReason.Upheaval, $"{diff.Removed.Count} entries of {before.Entries.Count} are gone.")
            : null;
    }
}
