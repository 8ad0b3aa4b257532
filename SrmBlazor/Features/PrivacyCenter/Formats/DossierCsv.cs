using System.Globalization;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>Two tables for a spreadsheet: every value, and every row beside the person's id.</summary>
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

    private static byte[] Write(string[] headings, DossierWords words, IEnumerable<string[]> rows) => CsvSheet.Of(rows.Prepend([.. headings.Select(heading => words.Text(heading))]));

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Distinct(StringComparer.Ordinal));
}
