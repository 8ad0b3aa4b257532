using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SrmBlazor.Features.Policies;

public enum Part
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that is the same, removed or added.</summary>
public sealed record ComparedRun(Part Part, string Text);

/// <summary>A line of which something changed.</summary>
public sealed record ComparedLine(IReadOnlyList<ComparedRun> Runs);

/// <summary>A section that differs.</summary>
public sealed record ComparedSection(string Id, string Title, IReadOnlyList<ComparedLine> Lines);

/// <summary>Two texts of the policy side by side: only what differs, line by line, as a reader would see it.</summary>
internal static partial class PolicyComparison
{
    public static IReadOnlyList<ComparedSection> Of(PolicyDocument before, PolicyDocument now)
    {
        var (old, current) = (Texts(before), Texts(now));
        var added = now.Sections.Select(section => Compare(section, old.GetValueOrDefault(section.Id, ""), current[section.Id]));
        var removed = before.Sections.Where(section => !current.ContainsKey(section.Id)).Select(section => Compare(section, old[section.Id], ""));
        return [.. added.Concat(removed).Where(section => section.Lines.Count > 0)];
    }

    /// <summary>The lines of a section in which something differs; empty where it reads the same.</summary>
    public static IReadOnlyList<ComparedLine> Lines(string before, string now)
    {
        var model = SideBySideDiffBuilder.Diff(Differ.Instance, Readable(before), Readable(now), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance, Words.Instance);
        return [.. model.OldText.Lines.Zip(model.NewText.Lines, Line).OfType<ComparedLine>()];
    }

    private static Dictionary<string, string> Texts(PolicyDocument document) => document.Sections.Zip(PolicySource.Sections(document.Source))
        .GroupBy(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal).ToDictionary(group => group.Key, group => string.Join("\n\n", group), StringComparer.Ordinal);

    private static ComparedSection Compare(PolicySection section, string before, string now) => new(section.Id, section.Title, Lines(before, now));

    private static ComparedLine? Line(DiffPiece old, DiffPiece current)
    {
        if (old.Type == ChangeType.Unchanged)
        {
            return null;
        }

        var runs = old.SubPieces.Count > 0 && current.SubPieces.Count > 0
            ? old.SubPieces.Zip(current.SubPieces).SelectMany(pair => Runs(pair.First, pair.Second))
            : Runs(old, current);
        return new(Joined(runs));
    }

    private static IEnumerable<ComparedRun> Runs(DiffPiece old, DiffPiece current) =>
        old.Type == ChangeType.Unchanged ? [new(Part.Same, old.Text)]
        : new[] { new ComparedRun(Part.Removed, old.Text ?? ""), new ComparedRun(Part.Added, current.Text ?? "") }.Where(run => run.Text.Length > 0);

    /// <summary>Within a change first what went, then what came, instead of word by word in turn.</summary>
    private static List<ComparedRun> Joined(IEnumerable<ComparedRun> runs)
    {
        var joined = new List<ComparedRun>();
        var (removed, added) = ("", "");
        foreach (var run in runs.Append(new ComparedRun(Part.Same, "")))
        {
            switch (run.Part)
            {
                case Part.Removed:
                    removed += run.Text;
                    break;
                case Part.Added:
                    added += run.Text;
                    break;
                case Part.Same:
                    joined.AddRange(new[] { new ComparedRun(Part.Removed, removed), new ComparedRun(Part.Added, added), run }.Where(one => one.Text.Length > 0));
                    (removed, added) = ("", "");
                    break;
            }
        }

        return joined;
    }

    /// <summary>Without the marks of Markdown; what a table says stays one line a row.</summary>
    private static string Readable(string markdown)
    {
        var text = Marks().Replace(markdown, "");
        text = Links().Replace(text, "${text}");
        text = text.Replace(PolicyMarkdown.LineBreak, "; ", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        text = Cells().Replace(text, " · ");
        text = Starts().Replace(text, "");
        return Blank().Replace(Escapes().Replace(text, "${what}"), "\n").Trim();
    }

    /// <summary>Words where there are blanks between them; one character of Chinese at a time.</summary>
    private sealed partial class Words : IChunker
    {
        public static readonly Words Instance = new();

        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(match => match.Value)];

        [GeneratedRegex(@"[A-Za-z0-9À-ɏ@._'-]+|\s+|.", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Word();
    }

    [GeneratedRegex(@"\[\[P-[^\]]*\]\]|\s*\{#[^}\n]*\}|^\|(-+\|)+$\n?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<!\\)\[(?<text>[^\]\[]*)\]\([^)\n]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<=\S) \| (?=\S)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cells();

    [GeneratedRegex(@"^(\#+ |- |\| )|(?<!\\) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Starts();

    [GeneratedRegex(@"\\(?<what>[\\`*_{}\[\]<>()#+!|~&])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\n{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
