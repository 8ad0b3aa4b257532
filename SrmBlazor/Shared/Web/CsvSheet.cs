using CsvHelper;

namespace SrmBlazor.Shared.Web;

/// <summary>
/// A table for a spreadsheet: UTF-8 with a mark, as spreadsheets want it for Chinese, every cell in quotes, and nothing in it that a spreadsheet
/// would run.
/// </summary>
public sealed class CsvSheet : IAsyncDisposable
{
    private static readonly CsvWriterOptions Form = new() { Quoting = CsvQuoting.Always, Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private readonly CsvWriter writer;

    private CsvSheet(Stream to) => writer = CsvWriter.Create(to, Form, leaveOpen: true);

    /// <param name="to">Stays open.</param>
    public static CsvSheet Begin(Stream to) => new(to);

    /// <summary>A whole table that is small enough to be held.</summary>
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows)
    {
        using var held = new MemoryStream();
        using (var sheet = CsvWriter.Create(held, Form, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                Write(sheet, row);
                sheet.EndRecord();
            }
        }

        return held.ToArray();
    }

    public Task RowAsync(IEnumerable<string> cells)
    {
        Write(writer, cells);
        return writer.EndRecordAsync(CancellationToken.None).AsTask();
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static void Write(CsvWriter sheet, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            sheet.WriteField(Safe(cell));
        }
    }

    /// <summary>What begins like a formula gets an apostrophe before it. The library looks at the first sign only; a spreadsheet also looks behind spaces, and takes wide signs for narrow ones.</summary>
    internal static string Safe(string text) =>
        text.TrimStart(' ', '\u00A0', '\u3000') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
