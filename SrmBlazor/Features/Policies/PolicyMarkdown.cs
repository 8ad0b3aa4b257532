using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SrmBlazor.Features.Policies;

/// <summary>Turns one frozen section of the policy into HTML. Raw HTML is off: what an operator writes in a setting stays text.</summary>
internal static partial class PolicyMarkdown
{
    /// <summary>Starts a new line inside a table cell.</summary>
    public const string LineBreak = "[[/]]";

    /// <summary>Where the current text stands.</summary>
    public const string Page = "/policy";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseGenericAttributes()
        .Use<PolicyMarks>()
        .Build();

    /// <param name="page">The address that links within the text stand on.</param>
    public static PolicySection Render(string markdown, string page = Page)
    {
        var document = Parse(markdown);
        var headings = document.Descendants<HeadingBlock>().ToList();
        foreach (var heading in headings)
        {
            // the page itself has the first-level heading
            heading.Level++;
        }

        LinkWithinPage(document, page);
        LabelTables(document);
        var contents = headings.Select(heading => new PolicyHeading(Anchor(heading), Text(heading))).ToList();
        var promises = document.Descendants<PolicyMark>().Where(mark => mark.IsPromise).Select(mark => mark.Content).ToList();
        var first = contents.Count > 0 ? contents[0] : new PolicyHeading("", "");
        return new PolicySection(first.Id, first.Title, [.. contents.Skip(1)], promises, document.ToHtml(Pipeline));
    }

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    public static string Anchor(HeadingBlock heading) => heading.GetAttributes().Id ?? "";

    /// <summary>Keeps a value from being read as Markdown, in a paragraph, a table cell or a link.</summary>
    public static string Escape(string value) => Special().Replace(value.ReplaceLineEndings(" "), @"\$0");

    // the site has a base address, so a bare "#id" would lead to the front page
    private static void LinkWithinPage(MarkdownDocument document, string page)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is ['#', ..]))
        {
            link.Url = page + link.Url;
        }
    }

    private static void LabelTables(MarkdownDocument document)
    {
        string? heading = null;
        foreach (var block in document)
        {
            if (block is HeadingBlock above)
            {
                heading = Anchor(above);
            }
            else if (block is Table table)
            {
                table.SetData(PolicyMarks.LabelledBy, heading ?? "");
                foreach (var cell in table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
                {
                    cell.GetAttributes().AddProperty("scope", "col");
                }
            }
        }
    }

    private static string Text(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? []);

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+!|~&]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}
