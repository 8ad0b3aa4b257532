using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SrmBlazor.Features.Policies.Promises;

/// <summary>A promise in the words of the policy.</summary>
/// <param name="Context">What stands between the promise before it and this sentence, so that it can be understood; often empty.</param>
public sealed record PromiseSentence(string Id, string Sentence, string Context);

/// <summary>The promises of one section of the policy, in reading order.</summary>
/// <param name="Id">The section's anchor.</param>
public sealed record PromiseGroup(string Id, string Title, IReadOnlyList<PromiseSentence> Promises);

/// <summary>
/// Reads each promise from the policy's text: the sentence before its mark, as far as the mark. What an item of a list promises begins
/// with the words that lead into the list.
/// </summary>
internal static partial class PromiseSentences
{
    /// <param name="source">Markdown of the whole policy or of a part of it, as frozen or as written.</param>
    public static IReadOnlyList<PromiseGroup> Of(string source)
    {
        var groups = new List<PromiseGroup>();
        var found = new List<PromiseSentence>();
        var lead = "";
        foreach (var block in PolicyMarkdown.Parse(source))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading:
                    found = [];
                    groups.Add(new PromiseGroup(PolicyMarkdown.Anchor(heading), Read(heading.Inline, lead: "").Text, found));
                    lead = "";
                    break;
                case HeadingBlock:
                    lead = "";
                    break;
                case ListBlock list:
                    found.AddRange(list.Descendants<LeafBlock>().SelectMany(item => Read(item.Inline, lead).Promises));
                    break;
                case LeafBlock paragraph:
                    var (text, promises) = Read(paragraph.Inline, lead: "");
                    found.AddRange(promises);
                    lead = LeadOf(text);
                    break;
            }
        }

        return groups;
    }

    private static (string Text, List<PromiseSentence> Promises) Read(ContainerInline? inlines, string lead)
    {
        var text = new StringBuilder();
        var promises = new List<PromiseSentence>();
        var last = 0;
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            switch (inline)
            {
                case PolicyMark { IsPromise: true } mark:
                    promises.Add(Promise(mark.Content, text.ToString(), last, lead));
                    last = text.Length;
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }
        }

        return (text.ToString(), promises);
    }

    /// <param name="last">Where the mark before this one stands.</param>
    private static PromiseSentence Promise(string id, string text, int last, string lead)
    {
        var starts = Starts(text);
        var start = starts[^1];
        var context = starts.First(from => from >= last || from == start);
        return new(id, Join(lead, text[start..].Trim().TrimEnd(',', ';', '，', '；')), text[context..start].Trim());
    }

    /// <summary>The end of a paragraph that is not a whole sentence leads into the list below it.</summary>
    private static string LeadOf(string text) => text is [.., not ('.' or '。' or '?' or '？')] ? text[Starts(text)[^1]..] : "";

    private static List<int> Starts(string text) => [0, .. SentenceEnd().Matches(text).Select(end => end.Index + end.Length)];

    private static string Join(string lead, string sentence) =>
        lead.Length == 0 ? sentence : lead[^1] > 0xFF ? lead + sentence : $"{lead} {sentence}";

    // English: a stop before a capital letter. Chinese: a stop that something follows.
    [GeneratedRegex("""[.!?]["”)]?\s+(?=\p{Lu})|[。！？](?!”?$)”?""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
