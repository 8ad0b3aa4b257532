using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// SDN.CSV as OFAC's data specification has it: twelve columns without a header (number, name, type, programs, title, call sign, vessel type, tonnage,
/// gross tonnage, flag, owner, remarks); "-0- " for nothing. With no header to go by, each cell is held to what its column can hold.
/// </summary>
internal static partial class OfacSdn
{
    public static IReadOnlyList<ListEntry> Read(StrictText text) => [.. CsvRows.Read(text).Select(row => Entry(row.Having(12)))];

    private static ListEntry Entry(CsvRow row)
    {
        Require(row, Row().IsMatch(row.Raw), "a bare cell");
        var cells = row.Cells.Select(Cell).ToArray();
        var entry = new EntryDraft(cells[0], row.Line) { Kind = KindOf(row, cells[2]) };
        Require(row, entry.Kind is EntryKind.Vessel or EntryKind.Aircraft || cells[5..11].All(cell => cell.Length == 0), "a vessel's column");
        Require(row, CallSign().IsMatch(cells[5]), "call sign");
        Require(row, Tonnage().IsMatch(cells[7]) && Tonnage().IsMatch(cells[8]), "tonnage");
        Require(row, !Remark().IsMatch(cells[4]), "title");

        entry.Name(cells[1], NameQuality.Strong);
        foreach (var program in cells[3].Split("] ["))
        {
            Require(row, ProgramName().IsMatch(program), "program");
            entry.Program(program);
        }

        entry.Fact(FactKind.Title, cells[4]);
        entry.Fact(FactKind.Vessel, string.Join("; ", cells[5..11].Where(cell => cell.Length > 0)));
        OfacRemarks.Read(cells[11], entry);
        return entry.Done();
    }

    private static EntryKind KindOf(CsvRow row, string type) => type switch
    {
        "" => EntryKind.Entity,
        "individual" => EntryKind.Person,
        "vessel" => EntryKind.Vessel,
        "aircraft" => EntryKind.Aircraft,
        _ => throw new RefusedException(row.Line, RefusalReason.Value, $"This cannot stand in: type."),
    };

    internal static string Cell(string cell) => cell.AsSpan().Trim() is "-0-" ? "" : cell.Trim();

    internal static void Require(CsvRow row, bool sound, string column)
    {
        if (!sound)
        {
            throw new RefusedException(row.Line, RefusalReason.Value, $"This cannot stand in: {column}.");
        }
    }

    // OFAC quotes every text; bare are numbers and the null. A cell that lost both its quotes is seen here.
    [GeneratedRegex("""^\d+(?>,(?>-0- ?|\d+|"(?>[^"\r\n]+|"")*"))+$""", RegexOptions.None, 10_000)]
    internal static partial Regex Row();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9 -]*$", RegexOptions.None, 10_000)]
    private static partial Regex ProgramName();

    [GeneratedRegex(@"^[A-Z0-9 -]{0,12}$", RegexOptions.None, 10_000)]
    private static partial Regex CallSign();

    [GeneratedRegex(@"^[0-9.,]*$", RegexOptions.None, 10_000)]
    private static partial Regex Tonnage();

    [GeneratedRegex(@"^((alt\. )?(DOB|POB|nationality|citizen|Passport) |Gender (Male|Female)|Linked To: |[afn]\.k\.a\. '|Additional Sanctions Information)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Remark();
}
