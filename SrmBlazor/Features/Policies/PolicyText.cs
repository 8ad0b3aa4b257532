using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Policies;

/// <summary>The policy of this installation, built once at start-up in both languages.</summary>
public sealed class PolicyText
{
    private readonly Dictionary<string, PolicyDocument> documents;

    /// <exception cref="InvalidOperationException">A text is missing in a language, or a placeholder has no value.</exception>
    public PolicyText(IOptions<OperatorOptions> company, PolicyFacts facts)
    {
        documents = PolicyLanguage.All.ToDictionary(language => language, language => Build(language, company.Value, facts), StringComparer.Ordinal);
        Current = new PolicyVersion(
            PolicyVersion.CurrentNumber,
            company.Value.PolicyPublishedOn.GetValueOrDefault(),
            documents.ToDictionary(document => document.Key, document => document.Value.Hash, StringComparer.Ordinal));
    }

    /// <summary>The version that a new decision refers to.</summary>
    public PolicyVersion Current { get; }

    public PolicyDocument In(CultureInfo culture) => documents[PolicyLanguage.For(culture)];

    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public PolicyDocument In(string language) => documents[language];

    /// <summary>What a decision made now refers to.</summary>
    /// <inheritdoc cref="In(string)"/>
    public ShownPolicy Shown(string language) => new(int.Parse(Current.Number.Split('.')[0], CultureInfo.InvariantCulture), In(language).Hash, language);

    private static PolicyDocument Build(string language, OperatorOptions company, PolicyFacts facts)
    {
        var tables = new PolicyTables(facts, language);
        var sections = PolicySource.Written(language)
            .Select(section => PolicySource.Freeze(section.Markdown, language, company, tables))
            .ToList();
        var source = string.Join("\n\n", sections) + "\n";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        return new PolicyDocument(language, source, hash, [.. sections.Select(PolicyMarkdown.Render)]);
    }
}
