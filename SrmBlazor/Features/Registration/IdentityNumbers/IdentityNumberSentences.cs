using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>Puts a verdict into the reader's language. No sentence repeats what was typed.</summary>
public static class IdentityNumberSentences
{
    /// <summary>One sentence for each problem, or one that says how far the accepted number was checked.</summary>
    public static IReadOnlyList<string> Describe(this IdentityNumberVerdict verdict, IStringLocalizer<IdentityNumberTexts> texts) =>
        verdict.IsAccepted
            ? [texts[verdict.CheckedByRule ? "Accepted.ByRule" : "Accepted.ShapeOnly"]]
            : [.. verdict.Problems.Select(problem => Describe(problem, texts))];

    public static string Describe(this IdentityProblem problem, IStringLocalizer<IdentityNumberTexts> texts) =>
        texts[$"Problem.{problem.Kind}", [.. problem.Arguments]];
}
