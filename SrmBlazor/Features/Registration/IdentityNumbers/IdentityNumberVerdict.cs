namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>What a number tells about its holder. For comparing with other answers during the check only: never store or show it.</summary>
/// <param name="BirthYears">Every year that the number allows, oldest first; several where it leaves the century open. Empty: it tells none.</param>
/// <param name="BirthDate">Only where the number leaves no choice.</param>
public sealed record NumberFacts(IReadOnlyList<int> BirthYears, DateOnly? BirthDate, Sex? Sex)
{
    public static NumberFacts None { get; } = new([], null, null);

    public override string ToString() => "NumberFacts ***";
}

/// <summary>The outcome of a check.</summary>
/// <param name="Normalised">The number in the form to store and to compare; null when refused.</param>
/// <param name="CheckedByRule">False where no public rule is known for the country and only length and characters were looked at.</param>
public sealed record IdentityNumberVerdict(string? Normalised, bool CheckedByRule, NumberFacts Facts, IReadOnlyList<IdentityProblem> Problems)
{
    public bool IsAccepted => Problems.Count == 0;

    public override string ToString() => $"IdentityNumberVerdict {(IsAccepted ? "accepted" : string.Join(", ", Problems.Select(problem => problem.Kind)))}";

    internal static IdentityNumberVerdict Accepted(string normalised, bool checkedByRule, NumberFacts facts) => new(normalised, checkedByRule, facts, []);

    internal static IdentityNumberVerdict Refused(bool checkedByRule, params IReadOnlyList<IdentityProblem> problems) => new(null, checkedByRule, NumberFacts.None, problems);
}
