using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Policies;

/// <summary>Sets the policy: puts this installation's operator and tables into the sections as written.</summary>
public sealed class PolicyPress(IOptions<OperatorOptions> company, PolicyFacts facts)
{
    public OperatorOptions Company => company.Value;

    public PolicyFacts Facts => facts;

    /// <summary>The sections that this program brings.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PolicyPart>> Embedded() => PolicyLanguage.All.ToDictionary(
        language => language,
        language => (IReadOnlyList<PolicyPart>)[.. PolicySource.Written(language).Select(section => PolicyPart.OfProgram(section.Slug, section.Markdown))],
        StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A text is missing in a language, or a placeholder has no value.</exception>
    public PolicyDocument Set(int number, DateOnly day, string language, IReadOnlyList<PolicyPart> parts, string page = PolicyMarkdown.Page) =>
        PolicyDocument.Of(language, string.Join("\n\n", parts.Select(part => Frozen(number, day, language, part, keepUnknown: false))) + "\n", page);

    /// <summary>One section as it would read; a placeholder that nobody fills stays as it is.</summary>
    internal string Draft(int number, DateOnly day, string language, PolicyPart part) => Frozen(number, day, language, part, keepUnknown: true);

    internal FrozenTables Tables(string language)
    {
        var tables = TablesIn(language);
        return new(PolicyTables.Names.ToDictionary(name => name, tables.Write, StringComparer.Ordinal),
            facts.Purposes.ToDictionary(row => row.Purpose, tables.PurposeLine, StringComparer.Ordinal));
    }

    internal PolicyTables TablesIn(string language) => new(facts, language);

    internal PolicyImprint Imprint(int number, DateOnly day) => new(Company, number, day);

    private string Frozen(int number, DateOnly day, string language, PolicyPart part, bool keepUnknown) =>
        PolicySource.Freeze(part.Markdown.ReplaceLineEndings("\n").Trim('\n'), language, Imprint(number, day), TablesIn(language), keepUnknown);
}

/// <summary>What is put into a text beside its tables.</summary>
internal sealed record PolicyImprint(OperatorOptions Company, int Number, DateOnly Day);
