using System.Globalization;
using CsvHelper;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>A row that cannot be taken as it is.</summary>
public sealed class BatchRowException(long row, string column) : Exception
{
    /// <summary>From 1, the row of the columns' names.</summary>
    public long Row { get; } = row;

    /// <summary>Empty where the row is no row of this table.</summary>
    public string Column { get; } = column;
}

/// <param name="Unread">Rows whose nationality or birth year could not be read, which were compared without it.</param>
public sealed record BatchCount(long Names, long Found, long Unread);

/// <summary>Screens the names of a table one after the other, whatever their number: a row is read, answered and written before the next.</summary>
public sealed class ScreenBatch
{
    private static readonly string[] Answer = ["list", "entry_id", "entry_name", "score", "explanation"];

    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape };

    private readonly ListFolder folder;
    private readonly CultureInfo language;
    private long names;
    private long found;
    private long unread;

    private ScreenBatch(ListFolder folder, CultureInfo language) => (this.folder, this.language) = (folder, language);

    /// <param name="folder">The lists.</param>
    /// <param name="from">CSV with the column name, and nationality and birth_year where they are known; other columns are kept.</param>
    /// <param name="to">The same rows with the best listed party at or above the floor; empty cells where there is none.</param>
    /// <param name="language">Of the explanations.</param>
    public static BatchCount Run(ListFolder folder, TextReader from, Stream to, CultureInfo language, CancellationToken stop) => new ScreenBatch(folder, language).Run(from, to, stop);

    private BatchCount Run(TextReader from, Stream to, CancellationToken stop)
    {
        var (row, broken) = (0L, false);
        using var reader = CsvReader.Create(from, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => broken = true,
        }, leaveOpen: true);
        using var writer = CsvWriter.Create(to, Form, leaveOpen: true);
        var columns = Columns.None;
        while (reader.Read())
        {
            stop.ThrowIfCancellationRequested();
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            row++;
            if (broken || (row > 1 && cells.Length > columns.Count))
            {
                throw new BatchRowException(row, "");
            }

            if (row == 1)
            {
                columns = Columns.Of(cells);
            }

            Write(writer, [.. cells, .. Enumerable.Repeat("", Math.Max(0, columns.Count - cells.Length)), .. row == 1 ? Answer : Best(columns.Asked(cells))]);
        }

        writer.Flush();
        return row == 0 ? throw new BatchRowException(1, Columns.Name) : new(names, found, unread);
    }

    private IEnumerable<string> Best((Query Query, bool IsRead) asked)
    {
        names++;
        unread += asked.IsRead ? 0 : 1;
        if (folder.Index.Search(asked.Query, Engine.ReviewFloor) is not [var match, ..])
        {
            return Answer.Select(_ => "");
        }

        found++;
        var entry = folder.EntryOf(match);
        return
        [
            ListSources.NameOf(entry.Source), entry.Entry.Id, entry.Entry.Names[0].Text, match.Score.ToString("0.0000", CultureInfo.InvariantCulture),
            string.Join("; ", ExplanationText.Lines(match.Name.Text, match.Explanation, language)),
        ];
    }

    private static void Write(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(CsvSheet.Safe(cell));
        }

        writer.EndRecord();
    }

    /// <summary>Where the columns stand; -1 for one that the table does not have.</summary>
    private sealed record Columns(int Count, int NameAt, int NationalityAt, int BirthYearAt)
    {
        public const string Name = "name";

        public static readonly Columns None = new(0, -1, -1, -1);

        public static Columns Of(string[] header)
        {
            string[] known = [.. header.Select(cell => cell.Trim().ToLowerInvariant())];
            var columns = new Columns(header.Length, Array.IndexOf(known, Name), Array.IndexOf(known, "nationality"), Array.IndexOf(known, "birth_year"));
            return columns.NameAt < 0 ? throw new BatchRowException(1, Name) : columns;
        }

        public (Query Query, bool IsRead) Asked(string[] cells)
        {
            var (nationality, year) = (Cell(cells, NationalityAt), Cell(cells, BirthYearAt));
            var (country, born) = (Known.Country(nationality), Known.Year(year));
            return (new Query(Cell(cells, NameAt), country, born), (country is not null || nationality.Length == 0) && (born is not null || year.Length == 0));
        }

        private static string Cell(string[] cells, int at) => at >= 0 && at < cells.Length ? cells[at].Trim() : "";
    }
}
