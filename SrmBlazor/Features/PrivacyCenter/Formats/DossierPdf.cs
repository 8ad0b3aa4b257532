using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>The same for paper: A4, with the typeface in it.</summary>
internal static class DossierPdf
{
    public const string Name = "my-data.pdf";

    public static byte[] Write(Dossier dossier, DossierWords words)
    {
        var title = words.Text("Copy.Title");
        using var flow = new PdfFlow(title, dossier.MadeOn, page => words.Text("Copy.Page", title, words.Moment(dossier.MadeOn), page));
        flow.Heading(title, 22);
        flow.Text(words.Text("Copy.Made", words.Moment(dossier.MadeOn)));
        flow.Space(4);
        flow.Text(words.Text("Copy.Contents"));
        flow.Heading(words.Text("Copy.records"), 16);
        flow.Text(words.Text("Copy.records.Text"), soft: true);
        foreach (var record in dossier.Records)
        {
            Record(flow, record, dossier, words);
        }

        flow.Heading(words.Text("Copy.information"), 16);
        foreach (var block in dossier.Information)
        {
            flow.Heading(block.Title, 12);
            flow.Text(block.Law, 8.5f, soft: true);
            foreach (var paragraph in block.Paragraphs)
            {
                flow.Space(3);
                flow.Text(paragraph);
            }
        }

        flow.Heading(words.Text("Copy.tables"), 16);
        flow.Text(words.Text("Copy.tables.Text"), soft: true);
        foreach (var table in dossier.Tables)
        {
            Table(flow, table, words);
        }

        flow.Heading(words.Text("Copy.counts"), 16);
        flow.Text(words.Text("Copy.counts.Text"), soft: true);
        foreach (var count in dossier.Counts)
        {
            flow.Text(words.Text("Info.Of", count.Name, count.Records.ToString(System.Globalization.CultureInfo.CurrentCulture)));
        }

        return flow.Finish();
    }

    private static void Record(PdfFlow flow, DossierRecord record, Dossier dossier, DossierWords words)
    {
        flow.Rule();
        flow.Heading(record.Name, 12);
        foreach (var item in record.Items)
        {
            flow.Fact(item.Sensitive ? words.Text("Copy.Sensitive", item.Label) : item.Label, item.Shown);
            if (dossier.Files.FirstOrDefault(file => file.Name == item.File) is { } picture)
            {
                flow.Picture(picture.Bytes);
            }
        }

        flow.Fact(words.Text("Copy.Why"), record.Why);
        flow.Fact(words.Text("Copy.Source"), record.SourceName);
        var purposes = record.Items.SelectMany(item => item.Purposes).DistinctBy(purpose => purpose.Key).ToList();
        flow.Fact(words.Text("Copy.Purposes"), string.Join('\n', purposes.Select(purpose => words.Text("Copy.Purpose", purpose.Name, purpose.BasisName, purpose.Kept))));
        flow.Fact(words.Text("Copy.Recipients"), string.Join('\n', purposes.Select(purpose => purpose.Recipients).Distinct()));
        flow.Fact(words.Text("Copy.Looks"), record.Looks.Count == 0 ? words.Text("Copy.Looks.None")
            : string.Join('\n', record.Looks.Select(look => words.Text("Copy.Look", words.Moment(look.On), look.Role, look.Reason))));
        flow.Fact(words.Text("Copy.Saved"), words.Moment(record.SavedOn));
    }

    private static void Table(PdfFlow flow, DossierTable table, DossierWords words)
    {
        flow.Heading(table.Name, 12);
        flow.Text(words.Text("Copy.Table", table.PurposeName, table.Kept), 8.5f, soft: true);
        if (table.Rows.Count == 0)
        {
            flow.Text(words.Text("Copy.Empty"));
        }

        foreach (var row in table.Rows)
        {
            flow.Space(3);
            flow.Text(string.Join(words.Text("Copy.And"), table.Columns.Zip(row).Where(pair => pair.Second.Shown.Length > 0).Select(pair => words.Text("Info.Of", pair.First.Label, pair.Second.Shown))), 9);
        }
    }
}
