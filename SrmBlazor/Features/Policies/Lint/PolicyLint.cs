using SrmBlazor.Features.Policies.Promises;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Policies.Lint;

/// <summary>What is wrong with a policy, its data map and its operator's details. It changes nothing and reads no store.</summary>
public static class PolicyLint
{
    /// <param name="writing">The text of this build, or a draft of another.</param>
    public static IEnumerable<PolicyProblem> Problems(PolicyWriting writing, DataMap map, OperatorOptions company, AskedPersons asked) =>
        Problems(writing, map, company, asked, PromiseRegister.OfThisProgram());

    internal static IEnumerable<PolicyProblem> Problems(PolicyWriting writing, DataMap map, OperatorOptions company, AskedPersons asked, PromiseRegister register) =>
    [
        .. OfMap(map),
        .. OfAsked(asked),
        .. LanguageComparison.Problems(writing.In(PolicyLanguage.English), writing.In(PolicyLanguage.Chinese)),
        .. OfKeepers(writing, register),
        .. company.EmptySettings().Select(setting => new PolicyProblem(PolicyProblemKind.BlankContact, setting)),
        .. PolicyTerms.Problems(writing, map),
    ];

    /// <summary>Numbers of days and years that the languages, or the text and the program, state differently.</summary>
    internal static IEnumerable<PolicyProblem> Clocks(PolicyWriting writing, DataMap map) =>
        LanguageComparison.Numbers(writing.In(PolicyLanguage.English), writing.In(PolicyLanguage.Chinese)).Concat(PolicyTerms.Problems(writing, map));

    private static IEnumerable<PolicyProblem> OfMap(DataMap map) =>
        MapCheck.Problems(map, PersonalDataFeature.HasText).Select(problem => new PolicyProblem(PolicyProblemKind.Map, problem))
            .Concat(map.Purposes
                .Where(purpose => purpose is { OnlyPermits: true, PermitsAct: false } && !map.Kinds.Any(kind => kind.Items.Any(item => item.Consent == purpose)))
                .Select(purpose => new PolicyProblem(PolicyProblemKind.PurposeWithoutItems, purpose.Key)));

    /// <summary>Completing a registration holds whatever is typed, so it is no reason to ask.</summary>
    private static IEnumerable<PolicyProblem> OfAsked(AskedPersons asked) =>
        from person in asked.All
        from item in person.Needed
        where !item.Purposes.Any(purpose => purpose.Basic && purpose != For.Registration && person.Live.Contains(purpose))
        select new PolicyProblem(PolicyProblemKind.NotNeeded, item.Name, person.Who);

    private static IEnumerable<PolicyProblem> OfKeepers(PolicyWriting writing, PromiseRegister register)
    {
        var made = PolicyLanguage.All.SelectMany(language => writing.In(language).Promises).Distinct(StringComparer.Ordinal).ToList();
        var kept = register.Entries.Select(entry => entry.Id).ToList();
        return made.Except(kept, StringComparer.Ordinal).Select(id => new PolicyProblem(PolicyProblemKind.PromiseWithoutKeeper, id))
            .Concat(kept.Except(made, StringComparer.Ordinal).Select(id => new PolicyProblem(PolicyProblemKind.KeeperWithoutPromise, id)));
    }
}
