using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace SrmBlazor.Features.Policies;

/// <summary>What stands between double brackets: the id of the promise that the sentence before it makes, or a line break in a cell.</summary>
internal sealed class PolicyMark(string content) : LeafInline
{
    public string Content { get; } = content;
    public bool IsPromise => Content is not "/";
}

/// <summary>Adds the marks to Markdown, and lets a wide table scroll by itself, by keyboard too.</summary>
internal sealed class PolicyMarks : IMarkdownExtension
{
    public static readonly object LabelledBy = new();

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new MarkParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new MarkRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
    }

    private sealed class MarkParser : InlineParser
    {
        public MarkParser() => OpeningCharacters = ['['];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != '[')
            {
                return false;
            }

            var end = slice.Text.IndexOf("]]", slice.Start, slice.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            processor.Inline = new PolicyMark(slice.Text[(slice.Start + 2)..end]);
            slice.Start = end + 2;
            return true;
        }
    }

    private sealed class MarkRenderer : HtmlObjectRenderer<PolicyMark>
    {
        protected override void Write(HtmlRenderer renderer, PolicyMark obj)
        {
            if (!obj.IsPromise)
            {
                renderer.Write("<br />");
                return;
            }

            renderer.Write("<span id=\"").WriteEscape(obj.Content).Write("\" class=\"policy-promise\"></span>");
        }
    }

    private sealed class ScrollingTableRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"policy-table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .WriteEscape((string?)table.GetData(LabelledBy) ?? "").WriteLine("\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
