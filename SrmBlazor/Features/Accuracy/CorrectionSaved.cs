using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Steps;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What a person can change at once.</summary>
/// <param name="Current">As held now; the page begins with it.</param>
/// <param name="AtOnce">The questions that are open.</param>
/// <param name="SetAside">Names of kinds that are set aside and cannot be changed before that has ended.</param>
public sealed record Correctable(LoadedDraft Current, IReadOnlyList<Item> AtOnce, IReadOnlyList<string> SetAside)
{
    public override string ToString() => "Correctable ***";
}

public enum Doing
{
    Changed,
    Added,
    Removed,
}

/// <summary>A line of the receipt: the name of the kind of record, never what is in it.</summary>
public sealed record Corrected(string Kind, Doing Doing);

/// <summary>A recipient that had received what is changed: told of it, or why not.</summary>
/// <param name="Recipient">Its key in the register.</param>
public sealed record Told(string Recipient, NoticeState State, NoticeReason? Reason);

/// <summary>What became of changing what is held.</summary>
public abstract record CorrectionSaved
{
    private CorrectionSaved()
    {
    }

    public sealed record Done(IReadOnlyList<Corrected> Lines, IReadOnlyList<Told> Told) : CorrectionSaved;

    /// <summary>Something is missing or wrong; nothing was kept.</summary>
    public sealed record Incomplete(IReadOnlyList<Fault> Faults) : CorrectionSaved;

    /// <summary>The answers show a child; nothing was kept. Whoever typed them says whether it is right.</summary>
    public sealed record ShowsChild(IReadOnlyList<Fault> Faults) : CorrectionSaved;

    /// <summary>These were changed meanwhile, from another page or by staff; nothing was kept.</summary>
    public sealed record Disagrees(IReadOnlyList<Item> Items) : CorrectionSaved;

    /// <summary>It would give a consent whose notice was not shown, or is no longer the one of now; nothing was kept.</summary>
    public sealed record NotRead : CorrectionSaved;

    /// <summary>Nothing can be changed here now: it is set aside, a consent waits for an answer, or nothing is held.</summary>
    public sealed record Shut : CorrectionSaved;
}
