using System.Text;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Policies;

/// <summary>Writes the tables of the policy as Markdown, so that they are frozen and hashed with the rest of the text.</summary>
internal sealed class PolicyTables(PolicyFacts facts, string language)
{
    private readonly PolicyWords words = new(language);

    public static readonly string[] Names = ["items", "purposes", "cookies", "recipients"];

    /// <param name="name">The name in <c>{{table:name}}</c>.</param>
    public string Write(string name) => name switch
    {
        "items" => Items(),
        "purposes" => Purposes(),
        "cookies" => Cookies(),
        "recipients" => Recipients(),
        _ => throw new InvalidOperationException($"The policy names a table that nobody fills: {name}."),
    };

    private string Items() => Table(
        ["Table.Item", "Table.Why", "Table.Basis", "Table.Kind", "Table.Kept", "Table.Receives"],
        facts.Items.Select(row =>
        {
            var purposes = row.Purposes.Select(PurposeRow).ToList();
            return new[]
            {
                Cell(row.Sensitive ? string.Format(words.Culture, words["Table.SensitiveItem"], words.ItemLabel(row.Item)) : words.ItemLabel(row.Item)),
                Lines(row.Purposes.Select(key => words.Purpose(key, "Name"))),
                Lines(purposes.Select(words.Basis)),
                Lines([Kind(purposes.Exists(purpose => purpose.Basic))]),
                EachPurpose(row, "Kept"),
                EachPurpose(row, "Recipients"),
            };
        }));

    private string Purposes() => Table(
        ["Table.Purpose", "Table.Why", "Table.Basis", "Table.Kind", "Table.Refusing", "Table.Kept", "Table.Receives"],
        facts.Purposes.Select(Cells));

    /// <summary>What the table says about one purpose.</summary>
    public string PurposeLine(PolicyPurposeRow row) => string.Join(" | ", Cells(row));

    private string[] Cells(PolicyPurposeRow row) =>
    [
        Cell(words.Purpose(row.Purpose, "Name")),
        Cell(words.Purpose(row.Purpose, "Why")),
        Cell(words.Basis(row)),
        Cell(Kind(row.Basic)),
        Cell(words.Purpose(row.Purpose, "Refusing")),
        Cell(words.Purpose(row.Purpose, "Kept")),
        Cell(words.Purpose(row.Purpose, "Recipients")),
    ];

    private string Cookies() => facts.Cookies.Count == 0 ? words["Table.Cookies.None"] : Table(
        ["Table.Cookie", "Table.Why", "Table.Lifetime", "Table.Necessary"],
        facts.Cookies.Select(row => new[]
        {
            Cell(row.Name),
            Cell(row.Why.In(language)),
            Cell(row.Lifetime.In(language)),
            Cell(words[row.Necessary ? "Cookie.Necessary" : "Cookie.Optional"]),
        }));

    private string Recipients() => facts.Recipients.Count == 0 ? words["Table.Recipients.None"] : Table(
        ["Table.Recipient", "Table.Why", "Table.Data", "Table.Safeguards"],
        facts.Recipients.Select(row => new[]
        {
            Lines(new[] { row.Name.In(language), Countries.NameOf(row.Country, words.Culture), row.Mailbox }.Where(text => text.Length > 0)),
            Lines(row.Purposes.Select(key => words.Purpose(key, "Name"))),
            Lines(row.Items.Select(words.ItemLabel)),
            Cell(row.Safeguards.In(language)),
        }));

    private string Table(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder();
        table.Append("| ").AppendJoin(" | ", headings.Select(key => Cell(words[key]))).Append(" |\n");
        table.Append('|').Insert(table.Length, "---|", headings.Length).Append('\n');
        foreach (var row in rows)
        {
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    private PolicyPurposeRow PurposeRow(string key) =>
        facts.Purposes.FirstOrDefault(row => string.Equals(row.Purpose, key, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"An item of the policy names an unknown purpose: {key}.");

    // several terms in one cell would say nothing without the purpose that each belongs to
    private string EachPurpose(PolicyItemRow row, string part) => row.Purposes.Count == 1
        ? Cell(words.Purpose(row.Purposes[0], part))
        : Lines(row.Purposes.Select(key => words.Of(words.Purpose(key, "Name"), words.Purpose(key, part))));

    private string Kind(bool basic) => words[basic ? "Kind.Basic" : "Kind.Additional"];

    private static string Cell(string text) => PolicyMarkdown.Escape(text);

    private static string Lines(IEnumerable<string> texts) =>
        string.Join(PolicyMarkdown.LineBreak, texts.Distinct(StringComparer.Ordinal).Select(Cell));
}
