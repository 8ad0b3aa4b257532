using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>One page that opens in any browser without a network: style and pictures are in it, and it forbids itself to ask for anything.</summary>
internal sealed class DossierHtml(Dossier dossier, DossierWords words)
{
    public const string Name = "my-data.html";

    private const string Style =
        "body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1b2430;background:#fff;overflow-wrap:anywhere}"
        + "h1,h2,h3{line-height:1.25}h2{border-top:3px solid #1b5480;margin-top:2.5rem;padding-top:.8rem}section.record{border:1px solid #c3ccd6;border-radius:.5rem;margin:1rem 0;padding:.2rem 1rem}"
        + "dl{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.2rem 1rem}dt{color:#4a5767}dd{margin:0;white-space:pre-line}table{border-collapse:collapse;width:100%;font-size:.9rem}"
        + "th,td{border:1px solid #c3ccd6;padding:.3rem .5rem;text-align:left;vertical-align:top}.wide{overflow-x:auto}.soft{color:#4a5767;font-size:.9rem}img{max-width:100%;height:auto}"
        + "@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}@media print{section.record{break-inside:avoid}}"
        + "@media(prefers-color-scheme:dark){body{background:#10151c;color:#e6ebf1}.soft,dt{color:#a9b6c5}section.record,th,td{border-color:#3a4653}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();

    public byte[] Write()
    {
        var title = words.Text("Copy.Title");
        page.Append("<!doctype html>\n<html lang=\"").Append(E(dossier.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(E(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        Line("h1", title);
        Line("p", words.Text("Copy.Made", words.Moment(dossier.MadeOn)));
        Line("p", words.Text("Copy.Contents"));
        Contents();
        Heading("information");
        dossier.Information.ToList().ForEach(Block);
        Heading("records");
        Line("p", words.Text("Copy.records.Text"));
        dossier.Records.ToList().ForEach(Record);
        Heading("tables");
        Line("p", words.Text("Copy.tables.Text"));
        dossier.Tables.ToList().ForEach(Table);
        Heading("counts");
        Line("p", words.Text("Copy.counts.Text"));
        Grid([words.Text("Csv.Record"), words.Text("Copy.counts.Number")], dossier.Counts.Select(count => new[] { count.Name, count.Records.ToString(CultureInfo.CurrentCulture) }));
        page.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private void Contents()
    {
        page.Append("<nav aria-label=\"").Append(E(words.Text("Copy.Nav"))).Append("\"><ul>");
        foreach (var part in new[] { "information", "records", "tables", "counts" })
        {
            page.Append("<li><a href=\"#").Append(part).Append("\">").Append(E(words.Text($"Copy.{part}"))).Append("</a></li>");
        }

        page.Append("</ul></nav>\n");
    }

    private void Heading(string part) => page.Append("<h2 id=\"").Append(part).Append("\">").Append(E(words.Text($"Copy.{part}"))).Append("</h2>\n");

    private void Block(InformationBlock block)
    {
        Line("h3", block.Title);
        page.Append("<p class=\"soft\">").Append(E(block.Law)).Append("</p>\n");
        foreach (var paragraph in block.Paragraphs)
        {
            Line("p", paragraph);
        }
    }

    private void Record(DossierRecord record)
    {
        page.Append("<section class=\"record\">\n");
        Line("h3", record.Name);
        page.Append("<dl>\n");
        foreach (var item in record.Items)
        {
            page.Append("<dt>").Append(E(item.Sensitive ? words.Text("Copy.Sensitive", item.Label) : item.Label)).Append("</dt><dd dir=\"auto\">");
            Value(item);
            page.Append("</dd>\n");
        }

        page.Append("</dl>\n<dl class=\"soft\">\n");
        Fact("Copy.Why", [record.Why]);
        Fact("Copy.Source", [record.SourceName]);
        var purposes = record.Items.SelectMany(item => item.Purposes).DistinctBy(purpose => purpose.Key).ToList();
        Fact("Copy.Purposes", purposes.Select(purpose => words.Text("Copy.Purpose", purpose.Name, purpose.BasisName, purpose.Kept)));
        Fact("Copy.Recipients", purposes.Select(purpose => purpose.Recipients).Distinct());
        Fact("Copy.Looks", record.Looks.Count == 0 ? [words.Text("Copy.Looks.None")] : record.Looks.Select(look => words.Text("Copy.Look", words.Moment(look.On), look.Role, look.Reason)));
        Fact("Copy.Saved", [words.Moment(record.SavedOn)]);
        page.Append("</dl>\n</section>\n");
    }

    private void Value(DossierItem item)
    {
        if (dossier.Files.FirstOrDefault(file => file.Name == item.File) is { } picture && picture.Name.EndsWith(".jpg", StringComparison.Ordinal))
        {
            page.Append("<img alt=\"").Append(E(item.Label)).Append("\" src=\"data:image/jpeg;base64,").Append(Convert.ToBase64String(picture.Bytes)).Append("\"><br>");
        }

        page.Append(E(item.Shown));
    }

    private void Fact(string label, IEnumerable<string> texts)
    {
        page.Append("<dt>").Append(E(words.Text(label))).Append("</dt>");
        foreach (var text in texts)
        {
            page.Append("<dd>").Append(E(text)).Append("</dd>");
        }

        page.Append('\n');
    }

    private void Table(DossierTable table)
    {
        Line("h3", table.Name);
        page.Append("<p class=\"soft\">").Append(E(words.Text("Copy.Table", table.PurposeName, table.Kept))).Append("</p>\n");
        if (table.Rows.Count == 0)
        {
            Line("p", words.Text("Copy.Empty"));
            return;
        }

        Grid([.. table.Columns.Select(column => column.Label)], table.Rows.Select(row => row.Select(cell => cell.Shown).ToArray()));
    }

    private void Grid(IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        page.Append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr>").AppendJoin("", headings.Select(heading => $"<th scope=\"col\">{E(heading)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{E(cell)}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private void Line(string element, string text) => page.Append('<').Append(element).Append('>').Append(E(text)).Append("</").Append(element).Append(">\n");

    private static string E(string text) => Encoder.Encode(text);
}
