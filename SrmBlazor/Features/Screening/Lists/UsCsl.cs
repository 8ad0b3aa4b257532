using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// The Consolidated Screening List: 29 named columns, every cell quoted, several values in a cell parted by "; ". An id is unique within its source only
/// (the SSI and the NS-MBS list share some). The format has no mark of its end: a file cut within a row is refused, one cut at a row's end is only seen by its having shrunk.
/// </summary>
internal static partial class UsCsl
{
    private const string Header = "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

    private static readonly string[] Columns = Header.Split(',');

    private static readonly string[] OfVessels = ["call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner"];

    private static readonly string[] Noted = ["remarks", "federal_register_notice", "end_date", "standard_order", "license_requirement", "license_policy"];

    /// <summary>Text that is never a country or a date and nothing else: such a cell stands in another's column.</summary>
    private static readonly string[] Prose = ["title", "federal_register_notice", "standard_order", "license_requirement", "license_policy", "remarks", "source_list_url", "source_information_url", "ids", "places_of_birth"];

    public static IReadOnlyList<ListEntry> Read(StrictText text)
    {
        using var rows = CsvRows.Read(text).GetEnumerator();
        var header = rows.MoveNext() ? rows.Current : null;
        if (header is null || !IsHeader(header))
        {
            throw new RefusedException(1, RefusalReason.Header, $"The first line does not name the 29 columns of the Consolidated Screening List.");
        }

        // The copy of 2023 has its header twice.
        return [.. rows.Rest().Where(row => row.Line != 2 || !IsHeader(row)).Select(Quoted).Named(header).Select(Entry)];
    }

    private static bool IsHeader(CsvRow row) => row.Cells.SequenceEqual(Columns, StringComparer.Ordinal);

    private static CsvRow Quoted(CsvRow row) => row.Raw is ['"', .., '"']
        ? row
        : throw new RefusedException(row.Line, RefusalReason.Quote, $"The row does not begin and end with a quote.");

    private static ListEntry Entry(NamedRow row)
    {
        Check(row);
        var source = Need(row, "source");
        var entry = new EntryDraft($"{Short(source)}/{Need(row, "_id")}", row.Line) { Kind = KindOf(row) };
        entry.Name(Need(row, "name"), NameQuality.Strong);
        Each(row["alt_names"], name => entry.Name(name, NameQuality.Strong));
        Each(row["citizenships"], code => entry.National(Country(row, code)));
        Each(row["nationalities"], code => entry.National(Country(row, code)));
        Each(row["dates_of_birth"], born => entry.Born(Date().IsMatch(born) ? born : throw Wrong(row, "dates_of_birth")));
        Each(row["addresses"], address => At(entry, address));
        Each(row["programs"], entry.Program);
        entry.Program(source);
        entry.Fact(FactKind.Title, row["title"]);
        Each(row["places_of_birth"], place => entry.Fact(FactKind.BirthPlace, place));
        Each(row["ids"], id => entry.Fact(id.StartsWith("Gender,", StringComparison.Ordinal) ? FactKind.Gender : FactKind.Document, id));
        entry.Fact(FactKind.Listed, row["start_date"]);
        entry.Fact(FactKind.Vessel, string.Join("; ", OfVessels.Select(column => row[column]).Where(cell => cell.Length > 0)));
        foreach (var column in Noted)
        {
            entry.Fact(FactKind.Note, row[column].Length == 0 ? "" : $"{column}: {row[column]}");
        }

        return entry.Done();
    }

    private static void Check(NamedRow row)
    {
        if (row["type"] is not ("Vessel" or "Aircraft") && OfVessels.FirstOrDefault(column => row[column].Length > 0) is { } strange)
        {
            throw Wrong(row, strange);
        }

        if (Prose.FirstOrDefault(column => Codes().IsMatch(row[column]) || Date().IsMatch(row[column])) is { } confused)
        {
            throw Wrong(row, confused);
        }

        if (row["end_date"].Length > 0 && !Date().IsMatch(row["end_date"]) || row["start_date"].Length > 0 && !Date().IsMatch(row["start_date"]))
        {
            throw Wrong(row, "start_date or end_date");
        }
    }

    private static EntryKind KindOf(NamedRow row) => row["type"] switch
    {
        "Individual" => EntryKind.Person,
        "Entity" => EntryKind.Entity,
        "Vessel" => EntryKind.Vessel,
        "Aircraft" => EntryKind.Aircraft,
        "" => AddressOnly().IsMatch(row["name"]) ? EntryKind.AddressOnly : EntryKind.Unstated,
        _ => throw Wrong(row, "type"),
    };

    // "Camino a San Mateo 41, Naucalpan, 53240, MX": the country last, a postcode before it.
    private static void At(EntryDraft entry, string address)
    {
        var parts = address.Split(", ", StringSplitOptions.TrimEntries).ToList();
        var country = Code().IsMatch(parts[^1]) && ListCountries.Find(parts[^1]) is not null ? Last(parts) : "";
        var postcode = parts is [.., var code] && parts.Count > 1 && Postcode().IsMatch(code) ? Last(parts) : "";
        var place = parts.Count > 0 ? Last(parts) : "";
        entry.At(string.Join(", ", parts), place, postcode, country);
    }

    private static string Last(List<string> parts)
    {
        var last = parts[^1];
        parts.RemoveAt(parts.Count - 1);
        return last;
    }

    // "Entity List (EL) - Bureau of Industry and Security" is EL.
    private static string Short(string source) => Initials().Match(source) is { Success: true } found ? found.Groups["short"].Value : source;

    private static string Need(NamedRow row, string column) => row[column] is { Length: > 0 } cell ? cell : throw Wrong(row, column);

    private static string Country(NamedRow row, string code) => Code().IsMatch(code) ? code : throw Wrong(row, "nationalities or citizenships");

    private static RefusedException Wrong(NamedRow row, string column) => new(row.Line, RefusalReason.Value, $"This cannot stand in: {column}.");

    private static void Each(string cell, Action<string> take)
    {
        foreach (var one in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            take(one);
        }
    }

    [GeneratedRegex(@"\((?<short>[A-Z-]+)\) - ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Initials();

    [GeneratedRegex("^[A-Z]{2}(; ?[A-Z]{2})*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Codes();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.None, 10_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:circa )?(?:\d{4}(?:-\d\d){0,2}|(?:\d\d )?(?:[A-Z][a-z]{2} )?\d{4})(?:(?: to |-)(?:circa )?(?:\d\d )?(?:[A-Z][a-z]{2} )?\d{4})?$", RegexOptions.None, 10_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:[A-Z]{1,2}-)?\d[\dA-Z -]{2,9}$", RegexOptions.None, 10_000)]
    private static partial Regex Postcode();

    // The Entity List names an address that several shell companies share "Address 01", "Address 02" …
    [GeneratedRegex(@"^Address\s+\d+\b", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex AddressOnly();
}
