using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The operator's own blocklist: name,aliases,nationality,birth_year,note. Aliases and nationalities are parted by ";". The name is the id.</summary>
internal static partial class OwnList
{
    internal static readonly string[] Columns = ["name", "aliases", "nationality", "birth_year", "note"];

    public static IReadOnlyList<ListEntry> Read(StrictText text)
    {
        using var rows = CsvRows.Read(text).GetEnumerator();
        return rows.MoveNext() && rows.Current.Cells.Select(cell => cell.Trim()).SequenceEqual(Columns, StringComparer.OrdinalIgnoreCase)
            ? [.. rows.Rest().Select(row => Entry(Bare(row.Having(Columns.Length))))]
            : throw new RefusedException(1, RefusalReason.Header, $"The first line must be {string.Join(',', Columns)}.");
    }

    // The apostrophe that keeps a spreadsheet from running a cell, as our own export writes it, is no part of a name.
    private static CsvRow Bare(CsvRow row) => row with { Cells = [.. row.Cells.Select(cell => cell is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? cell[1..] : cell)] };

    /// <summary>"1958", "circa 1958", "1958-1960", or empty.</summary>
    internal static bool IsYear(string text) => Years().IsMatch(text.Trim());

    private static ListEntry Entry(CsvRow row)
    {
        var (name, born) = (EntryDraft.Folded(row.Cells[0]), row.Cells[3].Trim());
        if (name.Length == 0 || !IsYear(born))
        {
            var wrong = name.Length == 0 ? Columns[0] : Columns[3];
            throw new RefusedException(row.Line, RefusalReason.Value, $"This cannot stand in: {wrong}.");
        }

        var entry = new EntryDraft(name, row.Line) { Kind = EntryKind.Unstated };
        entry.Name(name, NameQuality.Strong);
        foreach (var alias in row.Cells[1].Split(';'))
        {
            entry.Name(alias, NameQuality.Strong);
        }

        foreach (var nationality in row.Cells[2].Split(';'))
        {
            entry.National(nationality);
        }

        entry.Born(born);
        entry.Fact(FactKind.Note, row.Cells[4]);
        return entry.Done();
    }

    [GeneratedRegex(@"^(?:(?:circa |c\. ?)?(?:18|19|20)\d\d(?:-(?:18|19|20)\d\d)?)?$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Years();
}
