namespace SrmBlazor.Features.Policies.Lint;

/// <summary>Where the two languages of a policy do not say the same, as far as a program can see it.</summary>
internal static class LanguageComparison
{
    public static IEnumerable<PolicyProblem> Problems(WrittenPolicy english, WrittenPolicy chinese) =>
    [
        .. Missing(english, chinese, PolicyLanguage.Chinese),
        .. Missing(chinese, english, PolicyLanguage.English),
        .. Twice(english, PolicyLanguage.English),
        .. Twice(chinese, PolicyLanguage.Chinese),
        .. english.Places.Union(chinese.Places).Except(english.Places.Intersect(chinese.Places)).Order(StringComparer.Ordinal)
            .Select(place => new PolicyProblem(PolicyProblemKind.PlaceDiffers, place)),
        .. Numbers(english, chinese),
    ];

    private static IEnumerable<PolicyProblem> Missing(WrittenPolicy there, WrittenPolicy here, string language) =>
        there.Sections.Keys.Where(anchor => !here.Sections.ContainsKey(anchor)).Select(anchor => new PolicyProblem(PolicyProblemKind.MissingSection, anchor, language))
            .Concat(there.Promises.Except(here.Promises, StringComparer.Ordinal).Select(id => new PolicyProblem(PolicyProblemKind.MissingPromise, id, language)));

    private static IEnumerable<PolicyProblem> Twice(WrittenPolicy policy, string language) =>
        policy.Promises.CountBy(id => id, StringComparer.Ordinal).Where(count => count.Value > 1)
            .Select(count => new PolicyProblem(PolicyProblemKind.PromiseTwice, count.Key, language));

    /// <summary>A day number that differs is a clock that contradicts itself.</summary>
    public static IEnumerable<PolicyProblem> Numbers(WrittenPolicy english, WrittenPolicy chinese) =>
        from section in english.Sections
        where chinese.Sections.ContainsKey(section.Key)
        let here = Clock.In(section.Value)
        let there = Clock.In(chinese.Sections[section.Key])
        where !here.SequenceEqual(there)
        select new PolicyProblem(PolicyProblemKind.NumbersDiffer, section.Key, Only(here, there), Only(there, here));

    private static string Only(IEnumerable<Clock> these, IEnumerable<Clock> those)
    {
        var rest = these.ToList();
        foreach (var clock in those)
        {
            rest.Remove(clock);
        }

        return rest.Count == 0 ? "–" : string.Join(", ", rest);
    }
}
