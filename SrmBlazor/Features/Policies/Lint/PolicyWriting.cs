using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Policies.Lint;

/// <summary>A policy as written, placeholders still open: of this build, or a draft.</summary>
/// <param name="English">Markdown of each section, in reading order.</param>
/// <param name="Chinese">The same sections in the other language.</param>
public sealed record PolicyWriting(IReadOnlyList<string> English, IReadOnlyList<string> Chinese)
{
    public static PolicyWriting OfThisProgram() => new(Written(PolicyLanguage.English), Written(PolicyLanguage.Chinese));

    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    internal WrittenPolicy In(string language) => WrittenPolicy.Read(language == PolicyLanguage.Chinese ? Chinese : English);

    private static List<string> Written(string language) => [.. PolicySource.Written(language).Select(section => section.Markdown)];
}

/// <summary>What can be compared between two languages: sections and sub-sections by anchor, promises, open places.</summary>
internal sealed partial record WrittenPolicy(IReadOnlyDictionary<string, string> Sections, IReadOnlyList<string> Promises, IReadOnlySet<string> Places)
{
    public static WrittenPolicy Read(IEnumerable<string> markdown)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        var (anchor, text) = ("", string.Join('\n', markdown));
        foreach (var line in text.Split('\n'))
        {
            anchor = Heading().Match(line) is { Success: true } heading ? heading.Groups["anchor"].Value : anchor;
            sections[anchor] = $"{sections.GetValueOrDefault(anchor)}{line}\n";
        }

        return new(sections, [.. Promise().Matches(text).Select(mark => mark.Groups["id"].Value)], Place().Matches(text).Select(place => place.Value).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^#.*\{#(?<anchor>[^}]+)\}\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[\[(?<id>P-[^\]]+)\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\{\{[^}]+\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
