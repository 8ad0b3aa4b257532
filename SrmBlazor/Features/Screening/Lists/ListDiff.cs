namespace SrmBlazor.Features.Screening.Lists;

/// <summary>An entry that both versions have, and what of it is another.</summary>
public sealed record EntryChange(ListEntry Before, ListEntry After, EntryFields Fields)
{
    /// <summary>Something that a person is compared with: dismissals of this entry reopen, and everybody is compared with it anew.</summary>
    public bool Matters => (Fields & EntryFields.Compared) != EntryFields.None;
}

/// <summary>What is new in a version against an earlier one, by the publisher's ids. The order of rows is no difference.</summary>
public sealed record ListDiff(IReadOnlyList<ListEntry> Added, IReadOnlyList<ListEntry> Removed, IReadOnlyList<EntryChange> Changed)
{
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;

    /// <summary>The entries that everybody must be compared with again.</summary>
    public IEnumerable<ListEntry> ToCompare => Added.Concat(Changed.Where(change => change.Matters).Select(change => change.After));

    public static ListDiff Between(ListVersion before, ListVersion after) => Between(before.Entries, after.Entries);

    /// <param name="before">Of each version the entries, joined or not, each id once.</param>
    public static ListDiff Between(IReadOnlyList<ListEntry> before, IReadOnlyList<ListEntry> after)
    {
        var old = before.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var (added, changed) = (new List<ListEntry>(), new List<EntryChange>());
        foreach (var entry in after)
        {
            if (!old.Remove(entry.Id, out var earlier))
            {
                added.Add(entry);
            }
            else if (EntryFingerprint.Differences(earlier, entry) is var fields && fields != EntryFields.None)
            {
                changed.Add(new(earlier, entry, fields));
            }
        }

        return new(added, [.. before.Where(entry => old.ContainsKey(entry.Id))], changed);
    }
}
