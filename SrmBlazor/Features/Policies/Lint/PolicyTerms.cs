using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Policies.Lint;

/// <summary>Whether the texts name the terms by which the program really keeps data.</summary>
internal static class PolicyTerms
{
    private const string Section = "retention-terms";

    public static IEnumerable<PolicyProblem> Problems(PolicyWriting writing, DataMap map) =>
        PolicyLanguage.All.SelectMany(language => map.Purposes.SelectMany(purpose => OfPurpose(purpose, map, writing, language)));

    private static IEnumerable<PolicyProblem> OfPurpose(Purpose purpose, DataMap map, PolicyWriting writing, string language)
    {
        var said = PersonalDataFeature.HasText($"Purpose.{purpose.Key}.Kept") ? Clock.In(new PolicyWords(language).Purpose(purpose.Key, "Kept")) : [];
        var own = purpose.Term is { } term ? Clock.Of(term) : purpose.Retention != Retention.None ? Clock.Of(purpose.Retention) : null;
        if (own is not null)
        {
            if (!said.Contains(own))
            {
                yield return new PolicyProblem(PolicyProblemKind.TermDiffers, purpose.Key, own.ToString(), language);
            }

            if (!Clock.In(writing.In(language).Sections.GetValueOrDefault(Section, "")).Contains(own))
            {
                yield return new PolicyProblem(PolicyProblemKind.TermNotInPolicy, purpose.Key, own.ToString(), language);
            }
        }
        else if (Longest(purpose, map) is { } longest && !said.Any(clock => clock.Days >= longest.Days))
        {
            yield return new PolicyProblem(PolicyProblemKind.TermDiffers, purpose.Key, longest.ToString(), language);
        }
    }

    /// <summary>Where a purpose has no term, its handling columns have.</summary>
    private static Clock? Longest(Purpose purpose, DataMap map) =>
        map.Handlings.Where(handling => handling.Purpose == purpose && handling.Term is not null)
            .Select(handling => Clock.Of(handling.Term!.Value)).MaxBy(clock => clock.Days);
}
