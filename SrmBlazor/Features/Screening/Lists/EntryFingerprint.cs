using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What of an entry is the same or not, whatever order the publisher wrote it in.</summary>
[Flags]
public enum EntryFields
{
    None = 0,
    Kind = 1,
    Names = 2,
    Nationalities = 4,
    Births = 8,
    Addresses = 16,
    Programs = 32,
    Facts = 64,

    /// <summary>What the content hash is taken of.</summary>
    Compared = Kind | Names | Nationalities | Births | Addresses,
}

internal static class EntryFingerprint
{
    private static readonly EntryFields[] Each = [EntryFields.Kind, EntryFields.Names, EntryFields.Nationalities, EntryFields.Births, EntryFields.Addresses, EntryFields.Programs, EntryFields.Facts];

    /// <summary>What a hit on a name, and one on an address, is made of: a dismissal is bound to that and to nothing else.</summary>
    public const EntryFields OfName = EntryFields.Kind | EntryFields.Names | EntryFields.Nationalities | EntryFields.Births, OfAddress = EntryFields.Kind | EntryFields.Addresses;

    public static string HashOf(ListEntry entry, EntryFields of = EntryFields.Compared)
    {
        var text = new StringBuilder("1"); // the number of this form: another form makes other hashes
        foreach (var field in Each.Where(field => of.HasFlag(field)))
        {
            text.Append('\u001D').Append(TextOf(entry, field));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static EntryFields Differences(ListEntry before, ListEntry after) =>
        Each.Where(field => TextOf(before, field) != TextOf(after, field)).Aggregate(EntryFields.None, (all, field) => all | field);

    public static bool Has(ListEntry entry, EntryFields field) => TextOf(entry, field).Length > 0;

    // Control characters part the items: StrictText lets none into a list.
    private static string TextOf(ListEntry entry, EntryFields field) => field switch
    {
        EntryFields.Kind => entry.Kind == EntryKind.Part ? $"Part of {entry.PartOf}" : entry.Kind.ToString(),
        EntryFields.Names => Sorted(entry.Names, name => $"{name.Text}\u001F{name.Quality}"),
        EntryFields.Nationalities => Sorted(entry.Nationalities, one => one.Country ?? one.Text),
        EntryFields.Births => Sorted(entry.Births, years => string.Create(CultureInfo.InvariantCulture, $"{years.From}\u001F{years.To}\u001F{years.Circa}")),
        EntryFields.Addresses => Sorted(entry.Addresses, address => string.Join('\u001F', address.Street, address.Place, address.Postcode, address.CountryText)),
        EntryFields.Programs => Sorted(entry.Programs, program => program),
        EntryFields.Facts => Sorted(entry.Facts, fact => $"{fact.Kind}\u001F{fact.Text}"),
        EntryFields.None or EntryFields.Compared => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Sorted<T>(IReadOnlyList<T> items, Func<T, string> text) =>
        items.Count == 0 ? "" : items.Count == 1 ? text(items[0]) : string.Join('\u001E', items.Select(text).Order(StringComparer.Ordinal));
}
