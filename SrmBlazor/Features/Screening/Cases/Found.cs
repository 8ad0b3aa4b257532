using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Features.Screening.Regions;
using SrmBlazor.Features.Verification;

namespace SrmBlazor.Features.Screening.Cases;

public enum HitKind
{
    Name,

    /// <summary>An entry that is only an address.</summary>
    Address,

    /// <summary>A postcode or a place in an embargoed region, or evidence that disagrees.</summary>
    Region,
}

/// <summary>Both sides of a hit as they were compared, and why they are taken for one. It shows a person's words: it is kept in the sealed file alone.</summary>
/// <param name="Name">The listed name that was met.</param>
/// <param name="Common">Of an address: the words on both sides.</param>
public sealed record HitEvidence(ListSource? Source, ListEntry? Entry, string Name, Explanation? Explanation, IReadOnlyList<string> Common, RegionVerdict? Region)
{
    /// <summary>Without the person's words: what remains of them says how they met, not what they are.</summary>
    internal HitEvidence Masked() => this with
    {
        Explanation = Explanation is null ? null : Explanation with { Words = [.. Explanation.Words.Select(word => word.QueryWord is null ? word : word with { QueryWord = MaskedFacts.MaskName(word.QueryWord) })] },
        Common = [.. Common.Select(MaskedFacts.MaskName)],
        Region = Region is null ? null : Region with { Reasons = [.. Region.Reasons.Select(reason => reason with { Told = "" })] },
    };

    public override string ToString() => "***";
}

/// <summary>Something that a person must look at.</summary>
/// <param name="Key">Of the entry: <see cref="ShelfEntry.Key"/>; of a region <see cref="Comparison.RegionKey"/>.</param>
/// <param name="Content">What the other side says: a dismissal is bound to it.</param>
public sealed record Found(HitKind Kind, string Key, string Content, double Score, HitEvidence Evidence)
{
    /// <summary>Postcode and place lie in a region where no single person decides.</summary>
    public bool Escalates => Evidence.Region?.Outcome == RegionOutcome.Escalate;

    public override string ToString() => Kind.ToString();
}
