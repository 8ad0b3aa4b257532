using System.Text;
using CsvHelper;

namespace SrmBlazor.Features.Screening.Lists;

/// <param name="Line">Where the row begins.</param>
/// <param name="Raw">As it stands in the file, without its line end.</param>
internal sealed record CsvRow(int Line, string[] Cells, string Raw);

/// <summary>The rows of a CSV file by the letter of RFC 4180: no quote within a bare cell, none left open, a line end after the last row too.</summary>
internal static class CsvRows
{
    /// <summary>Bytes; the longest real row has 14,000. An open quote runs on until it meets this or the end.</summary>
    private const int LongestRow = 512 * 1024;

    public static IEnumerable<CsvRow> Read(StrictText text)
    {
        CsvMalformedReason? fault = null;
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => fault ??= record.Reason,
        }, leaveOpen: true);

        var more = Next(reader);
        while (more)
        {
            var (line, broken) = ((int)reader.LineNumber, fault);
            var row = new CsvRow(line, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], Encoding.UTF8.GetString(reader.RawRecord));
            more = Next(reader);
            if (!more && !text.EndsInLineBreak)
            {
                throw new RefusedException(line, RefusalReason.Truncated, $"The file ends within this row.");
            }

            if (broken is not null)
            {
                throw new RefusedException(line, RefusalReason.Quote, $"A quote is not closed, or stands within a cell.");
            }

            yield return row;
        }
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException tooLong)
        {
            throw new RefusedException((int)tooLong.LineNumber, RefusalReason.Quote, $"A quote is not closed.");
        }
    }

    /// <summary>What follows the rows that were taken already.</summary>
    public static IEnumerable<CsvRow> Rest(this IEnumerator<CsvRow> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    public static CsvRow Having(this CsvRow row, int columns) =>
        row.Cells.Length == columns ? row : throw new RefusedException(row.Line, RefusalReason.Columns, $"{row.Cells.Length} cells, {columns} columns.");

    /// <summary>Rows by the names of their columns.</summary>
    /// <param name="rows">Without their header.</param>
    /// <param name="header">The row that names the columns; no name twice.</param>
    public static IEnumerable<NamedRow> Named(this IEnumerable<CsvRow> rows, CsvRow header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Cells.Length; i++)
        {
            if (!columns.TryAdd(header.Cells[i].Trim(), i))
            {
                throw new RefusedException(header.Line, RefusalReason.Header, $"The column {header.Cells[i].Trim()} stands twice.");
            }
        }

        return rows.Select(row => new NamedRow(row.Having(columns.Count), columns));
    }
}

internal sealed class NamedRow(CsvRow row, Dictionary<string, int> columns)
{
    public int Line => row.Line;

    public IEnumerable<string> Columns => columns.Keys;

    /// <summary>Empty where the file has no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) ? row.Cells[at].Trim() : "";
}
