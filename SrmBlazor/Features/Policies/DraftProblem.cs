using SrmBlazor.Features.Policies.Lint;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Policies;

/// <summary>What keeps a draft from being published.</summary>
public enum DraftFlaw
{
    /// <summary>A section has no text in a language.</summary>
    MissingSection,

    /// <summary>A section does not begin with its one heading of the first level, or a heading has no anchor.</summary>
    Heading,

    /// <summary>The languages have other sub-sections or anchors.</summary>
    DifferentHeadings,

    /// <summary>The languages make other promises, or in another order.</summary>
    DifferentPromises,

    /// <summary>A placeholder that nobody fills.</summary>
    UnknownPlaceholder,

    /// <summary>A purpose of the data map that no table of a section names.</summary>
    PurposeWithoutSection,

    /// <summary>A detail of the operator is not set.</summary>
    EmptyContact,

    /// <summary>A clock that the languages, or the text and the program, state differently.</summary>
    Contradiction,
}

/// <param name="Section">Slug; empty where it concerns the whole.</param>
/// <param name="Language">One of <see cref="PolicyLanguage.All"/>, or empty where it concerns both.</param>
/// <param name="What">The placeholder, the key of the purpose, the path of the setting, or the sentence about a clock.</param>
public sealed record DraftProblem(DraftFlaw Flaw, string Section = "", string Language = "", string What = "")
{
    /// <summary>Everything that is wrong with a draft, in reading order.</summary>
    internal static IReadOnlyList<DraftProblem> In(PolicyVersion draft, PolicyPress press, DataMap map) =>
        [.. OfSections(draft, press), .. OfPurposes(draft, press.Facts), .. OfClocks(draft, map), .. press.Company.EmptySettings().Select(path => new DraftProblem(DraftFlaw.EmptyContact, What: path))];

    private static IEnumerable<DraftProblem> OfSections(PolicyVersion draft, PolicyPress press)
    {
        var (english, chinese) = (draft.In(PolicyLanguage.English).Parts, draft.In(PolicyLanguage.Chinese).Parts);
        foreach (var slug in english.Concat(chinese).Select(part => part.Slug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var alone = new List<DraftProblem>();
            var read = new List<PolicySection>();
            foreach (var language in PolicyLanguage.All)
            {
                var part = draft.In(language).Parts.FirstOrDefault(part => part.Slug == slug);
                if (string.IsNullOrWhiteSpace(part?.Markdown))
                {
                    alone.Add(new(DraftFlaw.MissingSection, slug, language));
                    continue;
                }

                var unknown = PolicySource.Unknown(part.Markdown, press.Imprint(draft.Number, default), press.TablesIn(language));
                alone.AddRange(unknown.Select(placeholder => new DraftProblem(DraftFlaw.UnknownPlaceholder, slug, language, placeholder)));
                var text = press.Draft(draft.Number, default, language, part);
                var section = PolicyMarkdown.Render(text);
                read.Add(section);
                if (!text.StartsWith("# ", StringComparison.Ordinal) || PolicySource.Sections(text).Count != 1 || section.SubSections.Select(heading => heading.Id).Append(section.Id).Any(string.IsNullOrEmpty))
                {
                    alone.Add(new(DraftFlaw.Heading, slug, language));
                }
            }

            foreach (var problem in alone.Concat(read is [var one, var other] ? Differences(slug, one, other) : []))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<DraftProblem> Differences(string slug, PolicySection one, PolicySection other)
    {
        if (one.Id != other.Id || !one.SubSections.Select(heading => heading.Id).SequenceEqual(other.SubSections.Select(heading => heading.Id), StringComparer.Ordinal))
        {
            yield return new(DraftFlaw.DifferentHeadings, slug);
        }

        if (!one.Promises.SequenceEqual(other.Promises, StringComparer.Ordinal))
        {
            yield return new(DraftFlaw.DifferentPromises, slug);
        }
    }

    private static IEnumerable<DraftProblem> OfClocks(PolicyVersion draft, DataMap map) =>
        PolicyLint.Clocks(new PolicyWriting(Written(draft, PolicyLanguage.English), Written(draft, PolicyLanguage.Chinese)), map)
            .Select(problem => new DraftProblem(DraftFlaw.Contradiction, What: problem.ToString()));

    private static List<string> Written(PolicyVersion draft, string language) => [.. draft.In(language).Parts.Select(part => part.Markdown)];

    private static IEnumerable<DraftProblem> OfPurposes(PolicyVersion draft, PolicyFacts facts)
    {
        foreach (var language in PolicyLanguage.All)
        {
            var tables = draft.In(language).Parts.SelectMany(part => PolicySource.TablesIn(part.Markdown)).ToHashSet(StringComparer.Ordinal);
            var named = (tables.Contains("purposes") ? facts.Purposes.Select(row => row.Purpose) : [])
                .Concat(tables.Contains("items") ? facts.Items.SelectMany(row => row.Purposes) : [])
                .Concat(tables.Contains("recipients") ? facts.Recipients.SelectMany(row => row.Purposes) : []).ToHashSet(StringComparer.Ordinal);
            foreach (var row in facts.Purposes.Where(row => !named.Contains(row.Purpose)))
            {
                yield return new(DraftFlaw.PurposeWithoutSection, "", language, row.Purpose);
            }
        }
    }
}
