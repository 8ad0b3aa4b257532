using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.Verification;

namespace SrmBlazor.Features.Home;

/// <summary>What a supplier was asked to mend.</summary>
/// <param name="Asked">The items named by the verifier, with a scan that lapsed.</param>
/// <param name="Message">What the verifier wrote; null where only a term ran out.</param>
/// <param name="Current">As stored now.</param>
/// <param name="Scan">A new scan that waits to be sent.</param>
public sealed record Correction(IReadOnlySet<CaseItem> Asked, string? Message, LoadedDraft Current, KeptScan? Scan)
{
    public bool AsksScan => Asked.Contains(CaseItem.Scan);

    /// <summary>The questions that are open: type, country and number of a document are judged together and so open together.</summary>
    public IReadOnlyList<Item> Questions => QuestionsOf(Asked);

    internal static IReadOnlyList<Item> QuestionsOf(IReadOnlySet<CaseItem> asked)
    {
        List<Item> open = [];
        if (asked.Contains(CaseItem.FullName))
        {
            open.Add(Item.FullName);
        }

        if (asked.Contains(CaseItem.Nationality))
        {
            open.Add(Item.Nationality);
        }

        return asked.Contains(CaseItem.IdType) || asked.Contains(CaseItem.IdCountry) || asked.Contains(CaseItem.IdNumber)
            ? [.. open, Item.IdType, Item.IdCountry, Item.IdNumber]
            : open;
    }

    public override string ToString() => "Correction ***";
}

/// <summary>What became of a correction.</summary>
public abstract record CorrectionResult
{
    private CorrectionResult()
    {
    }

    public sealed record Sent : CorrectionResult;

    /// <summary>Something is missing or wrong; nothing was kept.</summary>
    public sealed record Incomplete(IReadOnlyList<Fault> Faults) : CorrectionResult;

    /// <summary>The number shows a child; nothing was kept. Whoever typed it says whether it is right.</summary>
    public sealed record ShowsChild(IReadOnlyList<Fault> Faults) : CorrectionResult;

    /// <summary>Nothing is asked any more: it was sent from another tab, or decided.</summary>
    public sealed record NothingAsked : CorrectionResult;
}
