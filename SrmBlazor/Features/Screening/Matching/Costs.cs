using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// What it costs a pair of names that words are left over. Omission is cheap: people leave names out. Contradiction is expensive: words on
/// both sides that answer nothing are another name. A small answer among many omissions (one common word of a long name) costs by the square.
/// </summary>
internal sealed record Costs(double Contradiction = 1.3, double Omission = 0.10, double Sparseness = 0.4)
{
    public static Costs OfWords { get; } = new();

    /// <summary>Nobody leaves a syllable out of a Chinese or Korean name: it would be another name.</summary>
    public static Costs OfSyllables { get; } = new(Omission: 0.6);

    public static Costs Between(Reading one, Reading other) => one.Kind != ReadingKind.Plain || one.FromCharacters || other.FromCharacters ? OfSyllables : OfWords;

    /// <summary>
    /// The score of names whose answered words weigh <paramref name="answered"/> and are as near as <paramref name="near"/> of that, with so much left over on each side.
    /// It falls with either rest and rises with what is answered, which is what lets an index leave out the rest of a list.
    /// </summary>
    public double Score(double near, double answered, double oneRest, double otherRest)
    {
        var all = Whole(answered, oneRest, otherRest);
        return all <= 0 ? 0 : Math.Clamp(near / all, 0, 1);
    }

    /// <summary>What the weights amount to: answered words, and what the rest costs.</summary>
    public double Whole(double answered, double oneRest, double otherRest)
    {
        var (contradicted, omitted) = (Math.Min(oneRest, otherRest), Math.Abs(oneRest - otherRest));
        return answered + (Contradiction * contradicted) + (Omission * omitted) + (answered + omitted <= 0 ? 0 : Sparseness * omitted * omitted / (answered + omitted));
    }
}
