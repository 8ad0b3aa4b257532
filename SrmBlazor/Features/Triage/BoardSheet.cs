using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// The rows of a choice on the board as a table for a spreadsheet, all of them and in the board's order. Nothing of it names whom it is about,
/// colleagues stand in it as on the board, and who took how much is in the audit.
/// </summary>
public sealed class BoardSheet(Board board, BoardStaff staff, BoardWords words, Store store, IStringLocalizer<TriageTexts> texts)
{
    private const int AtOnce = 500;

    /// <summary>Writes it as it is read: no more than some hundred rows are held at a time.</summary>
    /// <returns>How many rows.</returns>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<int> WriteAsync(BoardFilter filter, Stream to, Act act, CancellationToken stop = default)
    {
        act.Demand(Board.MaySee);
        // noted before anything leaves, and how much afterwards: also when it was broken off
        await NoteAsync("board.taking", BoardQuery.Text(filter), act);
        var rows = 0;
        try
        {
            var names = await staff.ReadAsync(act);
            await using var sheet = CsvSheet.Begin(to);
            await sheet.RowAsync(Headings(filter));
            var page = new BoardRows([], false, HasAfter: true);
            while (page.HasAfter)
            {
                stop.ThrowIfCancellationRequested();
                page = await board.ReadAsync(filter, page.Rows.Count == 0 ? BoardPlace.First : new BoardPlace(page.Rows[^1].Key), act, AtOnce);
                foreach (var row in page.Rows)
                {
                    await sheet.RowAsync(Cells(row, filter, names, act));
                    rows++;
                }
            }
        }
        finally
        {
            await NoteAsync("board.taken", $"{rows} {BoardQuery.Text(filter)}".TrimEnd(), act);
        }

        return rows;
    }

    private IEnumerable<string> Headings(BoardFilter filter) =>
        new[] { "Reference", "Kind", "State", "Due", filter.Sort == BoardSort.Newest ? "Received" : "Limit", "Region", "Holder", "Signs" }.Select(column => texts[$"Column.{column}"].Value);

    private IEnumerable<string> Cells(BoardRow row, BoardFilter filter, BoardNames names, Act act) =>
    [
        row.Reference,
        words.Kind(row),
        words.State(row),
        Day(row.Due),
        filter.Sort == BoardSort.Newest ? Day(row.ReceivedOn) : Day(row.Limit),
        BoardWords.Region(row.Region),
        names.Say(row.Holder, act.Who, texts),
        string.Join(", ", Signs(row)),
    ];

    private IEnumerable<string> Signs(BoardRow row) =>
        from sign in new[] { (row.IsLate, "Late"), (row.IsProvisional, "Provisional"), (row.HasTwin, "Twin"), (row.OfChild, "Child") }
        where sign.Item1
        select texts[$"Row.{sign.Item2}"].Value.Trim('(', ')', '（', '）');

    /// <summary>As a spreadsheet understands it in every language.</summary>
    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private async Task NoteAsync(string action, string detail, Act act)
    {
        await using var work = await store.WriteAsync();
        work.Record(act, action, act.Who, detail);
        await work.CommitAsync();
    }
}
