using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// The UK's list: one row for each name of a party, a first line with the date, a second with the columns. Two dialects: the UK Sanctions List of the
/// Foreign Office ("Report Date: …", Unique ID), and OFSI's consolidated list ("Last Updated,…", Group ID), which ended on 28 January 2026. A party with two
/// names and three addresses may have six rows, in any order.
/// </summary>
internal static partial class UkList
{
    private static readonly string[] NameParts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"];

    private sealed record Dialect(
        string Id, string Kind, string NameType, string Quality, string Script, string Born, string National, string Street, string Postcode, string Country, string Regime)
    {
        public IEnumerable<string> Needed => [.. NameParts, Id, NameType, Quality, Script, Born, National, $"{Street}1", Postcode, Country, Regime];
    }

    private static readonly Dialect Sanctions = new("Unique ID", "Designation Type", "Name type", "Alias strength", "Name non-latin script", "D.O.B", "Nationality(/ies)", "Address Line ", "Address Postal Code", "Address Country", "Regime Name");

    private static readonly Dialect Consolidated = new("Group ID", "Group Type", "Alias Type", "Alias Quality", "Name Non-Latin Script", "DOB", "Nationality", "Address ", "Post/Zip Code", "Country", "Regime");

    public static ListContent Read(StrictText text)
    {
        using var rows = CsvRows.Read(text).GetEnumerator();
        if (!rows.MoveNext() || DateOf(string.Join(',', rows.Current.Cells).TrimEnd(',')) is not { } date || !rows.MoveNext())
        {
            throw new RefusedException(1, RefusalReason.Header, $"The first line is not \"Report Date: …\" or \"Last Updated,…\", with the columns in the second.");
        }

        var header = rows.Current;
        var columns = header.Cells.Select(cell => cell.Trim()).ToList();
        var dialect = columns.Contains(Sanctions.Id, StringComparer.Ordinal) ? Sanctions : Consolidated;
        if (dialect == Sanctions && columns.Contains("Individual, Entity, Ship", StringComparer.Ordinal))
        {
            dialect = dialect with { Kind = "Individual, Entity, Ship" };
        }

        if (dialect.Needed.Append(dialect.Kind).FirstOrDefault(column => !columns.Contains(column, StringComparer.Ordinal)) is { } missing)
        {
            throw new RefusedException(header.Line, RefusalReason.Header, $"The column {missing} is missing.");
        }

        return new(date, Entries(dialect, rows.Rest().Named(header)));
    }

    private static List<ListEntry> Entries(Dialect dialect, IEnumerable<NamedRow> rows)
    {
        var entries = new Dictionary<string, EntryDraft>(StringComparer.Ordinal);
        var inOrder = new List<EntryDraft>();
        foreach (var row in rows)
        {
            var id = row[dialect.Id] is { Length: > 0 } given ? given : throw Wrong(row, dialect.Id);
            var kind = KindOf(dialect, row);
            if (!entries.TryGetValue(id, out var entry))
            {
                inOrder.Add(entries[id] = entry = new EntryDraft(id, row.Line) { Kind = kind });
            }

            if (entry.Kind != kind)
            {
                throw Wrong(row, dialect.Kind);
            }

            Add(dialect, row, entry);
        }

        return [.. inOrder.Select(entry => entry.Done())];
    }

    private static void Add(Dialect dialect, NamedRow row, EntryDraft entry)
    {
        // a row may bring an address alone; that its party has a name is asked when all rows are read
        var (name, script, quality) = (string.Join(' ', NameParts.Select(part => row[part])).Trim(), row[dialect.Script], QualityOf(dialect, row));
        if (!row[dialect.NameType].Equals("Primary Name", StringComparison.OrdinalIgnoreCase))
        {
            entry.Name(name, quality);
        }
        else if (name.Length > 0)
        {
            entry.Primary(name, quality);
        }
        else
        {
            entry.Primary(script, NameQuality.Strong);
        }

        entry.Name(script, NameQuality.Strong);
        Each(row[dialect.National], entry.National);
        Each(row[dialect.Born], born => entry.Born(Date().IsMatch(born) ? born : throw Wrong(row, dialect.Born)));
        var lines = Enumerable.Range(1, 6).Select(number => row[$"{dialect.Street}{number}"]).Where(line => line.Length > 0).ToList();
        entry.At(string.Join(", ", lines.SkipLast(1)), lines.LastOrDefault() ?? "", row[dialect.Postcode], row[dialect.Country]);
        entry.Program(row[dialect.Regime]);
        foreach (var column in row.Columns.Except([.. dialect.Needed, dialect.Kind, .. Enumerable.Range(2, 5).Select(number => $"{dialect.Street}{number}")], StringComparer.Ordinal))
        {
            entry.Fact(FactKindOf(column), row[column].Length == 0 ? "" : $"{column}: {row[column]}");
        }
    }

    private static EntryKind KindOf(Dialect dialect, NamedRow row) => row[dialect.Kind] switch
    {
        "Individual" => EntryKind.Person,
        "Entity" => EntryKind.Entity,
        "Ship" => EntryKind.Vessel,
        _ => throw Wrong(row, dialect.Kind),
    };

    private static NameQuality QualityOf(Dialect dialect, NamedRow row)
    {
        var weak = row[dialect.Quality].ToUpperInvariant() switch
        {
            "" or "GOOD" or "GOOD QUALITY" or "GOOD QUALITY A.K.A" or "GOOD QUALITY A.K.A." => false,
            "LOW" or "LOW QUALITY" or "LOW QUALITY A.K.A" or "LOW QUALITY A.K.A." => true,
            _ => throw Wrong(row, dialect.Quality),
        };
        return row[dialect.NameType].ToUpperInvariant() switch
        {
            "PRIMARY NAME" or "PRIMARY NAME VARIATION" or "AKA" or "ALIAS" or "A.K.A" or "A.K.A." or "" => weak ? NameQuality.Weak : NameQuality.Strong,
            "FKA" or "F.K.A" or "F.K.A." => NameQuality.Former,
            _ => throw Wrong(row, dialect.NameType),
        };
    }

    private static FactKind FactKindOf(string column) =>
        column.Contains("birth", StringComparison.OrdinalIgnoreCase) ? FactKind.BirthPlace
        : column is "Title" or "Position" ? FactKind.Title
        : column is "Gender" ? FactKind.Gender
        : column.Contains("Passport", StringComparison.Ordinal) || column.StartsWith("National Ident", StringComparison.Ordinal) ? FactKind.Document
        : column is "Listed On" or "Date Designated" ? FactKind.Listed
        : FactKind.Note;

    private static DateOnly? DateOf(string line) =>
        FirstLine().Match(line) is { Success: true } found && DateOnly.TryParseExact(found.Groups["date"].Value, ["dd/MM/yyyy", "dd-MMM-yyyy", "dd MMM yyyy", "dd MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    // "(1) Iraq (2) Iran", and several by "|" or ";" in the newer dialect.
    private static void Each(string cell, Action<string> take)
    {
        foreach (var one in Numbers().Split(cell).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            take(one.Trim());
        }
    }

    private static RefusedException Wrong(NamedRow row, string column) => new(row.Line, RefusalReason.Value, $"This cannot stand in: {column}.");

    [GeneratedRegex(@"^(Report Date: ?|Last Updated[,:] ?)(?<date>.+)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"\(\d+\)|[|;]", RegexOptions.None, 10_000)]
    private static partial Regex Numbers();

    // Unknown days and months are "00" or "dd", "mm", unknown digits of a year "y". Whatever else may be written around it, a date of birth has a year.
    [GeneratedRegex(@"(?<!\d)(18|19|20)(\d\d(?!\d)|(\d|y)y)|yyyy", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Date();
}
