using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>ALT.CSV and ADD.CSV: names and addresses of the entries of SDN.CSV. Each row is an entry of its own (<see cref="EntryKind.Part"/>) until it is joined.</summary>
internal static partial class OfacParts
{
    private static readonly string[] NameColumns = ["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"];

    private static readonly string[] AddressColumns = ["ent_num", "add_num", "address", "city", "country", "add_remarks"];

    public static IReadOnlyList<ListEntry> ReadNames(StrictText text) => [.. WithoutHeader(text, NameColumns).Select(Name)];

    public static IReadOnlyList<ListEntry> ReadAddresses(StrictText text)
    {
        var entries = WithoutHeader(text, AddressColumns).Select(Address).ToList();

        // Without a header a column is known by what it holds: the countries are names of countries, or another column was taken for them.
        var placed = entries.Where(entry => entry.Addresses is [{ CountryText.Length: > 0 }]).ToList();
        var strange = placed.Where(entry => entry.Addresses[0] is { Country: null } address && !address.CountryText.StartsWith("Region: ", StringComparison.Ordinal)).ToList();
        return strange.Count * 2 > placed.Count
            ? throw new RefusedException(strange[0].Line, RefusalReason.Value, $"{strange.Count} of {placed.Count} country names are not known.")
            : entries;
    }

    // OFAC's own files have no header; copies passed on as a data set do.
    private static IEnumerable<CsvRow> WithoutHeader(StrictText text, string[] columns) =>
        CsvRows.Read(text).Where(row => row.Line > 1 || !row.Cells.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase))
            .Select(row => Numbered(row.Having(columns.Length)));

    private static CsvRow Numbered(CsvRow row)
    {
        OfacSdn.Require(row, Number().IsMatch(row.Cells[0]), "entry number");
        OfacSdn.Require(row, Number().IsMatch(row.Cells[1]), "number");
        return row with { Cells = [.. row.Cells.Select(OfacSdn.Cell)] };
    }

    private static ListEntry Name(CsvRow row)
    {
        OfacSdn.Require(row, row.Cells[3].Length > 0, "name");
        var part = Part(row);
        part.Name(row.Cells[3], row.Cells[2] switch
        {
            "aka" or "nka" => NameQuality.Strong,
            "fka" => NameQuality.Former,
            _ => throw new RefusedException(row.Line, RefusalReason.Value, $"This cannot stand in: type of name."),
        });
        part.Fact(FactKind.Note, row.Cells[4]);
        return part.Done();
    }

    private static ListEntry Address(CsvRow row)
    {
        OfacSdn.Require(row, OfacSdn.Row().IsMatch(row.Raw), "a bare cell");
        var (place, postcode) = Postcode().Match(row.Cells[3]) is { Success: true } found
            ? (found.Groups["place"].Value, found.Groups["code"].Value)
            : (row.Cells[3], "");
        var part = Part(row);
        part.At(row.Cells[2], place, postcode, row.Cells[4]);
        part.Fact(FactKind.Note, row.Cells[5]);
        return part.Done();
    }

    private static EntryDraft Part(CsvRow row) => new(row.Cells[1], row.Line) { Kind = EntryKind.Part, PartOf = row.Cells[0] };

    [GeneratedRegex(@"^\d{1,9}$", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    // "Moscow 117186", "London EC3N 1DY", "Zurich CH-8022"; "District 9" would be taken too, and nothing is lost by it.
    [GeneratedRegex(@"^(?<place>.*?),?\s*(?<code>(?<=^|[\s,])(?:[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|(?:[A-Z]{1,3}-)?\d[\d -]*))$", RegexOptions.None, 10_000)]
    private static partial Regex Postcode();
}
