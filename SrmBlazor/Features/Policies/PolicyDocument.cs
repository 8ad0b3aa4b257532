using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.Policies;

/// <summary>The whole policy in one language, frozen.</summary>
/// <param name="Language">One of <see cref="PolicyLanguage.All"/>.</param>
/// <param name="Source">The Markdown with operator, version and tables in it: what the hash is taken over and a consent refers to.</param>
/// <param name="Hash">SHA-256 of <paramref name="Source"/> in UTF-8, lower-case hex.</param>
public sealed record PolicyDocument(string Language, string Source, string Hash, IReadOnlyList<PolicySection> Sections)
{
    /// <param name="page">The address that the links within the text stand on.</param>
    internal static PolicyDocument Of(string language, string source, string page) => new(
        language, source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source))),
        [.. PolicySource.Sections(source).Select(section => PolicyMarkdown.Render(section, page))]);
}

/// <summary>One section: its anchor, its title, what it contains, the promises it makes in reading order, and its HTML (headings from h2).</summary>
public sealed record PolicySection(string Id, string Title, IReadOnlyList<PolicyHeading> SubSections, IReadOnlyList<string> Promises, string Html);

/// <summary>A heading within a section, with its anchor.</summary>
public sealed record PolicyHeading(string Id, string Title);
