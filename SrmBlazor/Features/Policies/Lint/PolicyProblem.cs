using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Policies.Lint;

/// <summary>The sorts of problems; the words of each are under its name in <see cref="PolicyLintTexts"/>.</summary>
public enum PolicyProblemKind
{
    Map,
    PurposeWithoutItems,
    NotNeeded,
    MissingSection,
    MissingPromise,
    PromiseTwice,
    PromiseWithoutKeeper,
    KeeperWithoutPromise,
    PlaceDiffers,
    BlankContact,
    NumbersDiffer,
    TermDiffers,
    TermNotInPolicy,
}

/// <summary>Something that must be put right before a policy is published.</summary>
/// <param name="Values">What the sentence about it names.</param>
public sealed record PolicyProblem(PolicyProblemKind Kind, params IReadOnlyList<string> Values)
{
    private static readonly ResourceManager Texts = new(typeof(PolicyLintTexts));

    public string In(CultureInfo culture) => string.Format(culture, Texts.GetString(Kind.ToString(), culture)!, [.. Values]);

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
