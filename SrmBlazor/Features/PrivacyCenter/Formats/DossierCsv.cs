using System.Globalization;
using System.Text;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>Two tables for a spreadsheet: every value, and every row beside the person's id. UTF-8 with a mark, as spreadsheets want it for Chinese.</summary>
internal static class DossierCsv
{
    public const string Values = "values.csv";
    public const string Handling = "handling.csv";

    public static byte[] WriteValues(Dossier dossier, DossierWords words) => Write(
        ["Csv.Record", "Csv.Number", "Csv.Item", "Csv.Label", "Csv.Value", "Csv.Words", "Csv.Sensitive", "Csv.Source", "Csv.Purposes", "Csv.Basis", "Csv.Recipients", "Csv.Until", "Csv.Why", "Csv.Saved"],
        words,
        from record in dossier.Records
        from item in record.Items
        select new[]
        {
            record.Name, record.Id.ToString("D"), item.Id, item.Label, item.Value ?? item.File ?? "", item.Shown, words.Cell(item.Sensitive).Shown, record.SourceName,
            Lines(item.Purposes.Select(purpose => purpose.Name)), Lines(item.Purposes.Select(purpose => purpose.BasisName)), Lines(item.Purposes.Select(purpose => purpose.Recipients)),
            record.KeptUntil is { } until ? words.Cell(until).Value! : "", record.Why, words.Cell(record.SavedOn).Value!,
        });

    public static byte[] WriteHandling(Dossier dossier, DossierWords words) => Write(
        ["Csv.Table", "Csv.Row", "Csv.Column", "Csv.Label", "Csv.Value", "Csv.Words", "Csv.Purposes", "Csv.Kept"],
        words,
        from table in dossier.Tables
        from row in table.Rows.Select((cells, number) => (cells, number))
        from cell in table.Columns.Zip(row.cells)
        select new[]
        {
            table.Name, (row.number + 1).ToString(CultureInfo.InvariantCulture), cell.First.Name, cell.First.Label, cell.Second.Value ?? "", cell.Second.Shown, table.PurposeName, table.Kept,
        });

    private static byte[] Write(string[] headings, DossierWords words, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend([.. headings.Select(heading => words.Text(heading))]))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Distinct(StringComparer.Ordinal));

    /// <summary>What begins like a formula gets an apostrophe before it, so that no spreadsheet runs what somebody typed.</summary>
    private static string Cell(string text)
    {
        var safe = text.TrimStart(' ', '\u00A0', '\u3000') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
