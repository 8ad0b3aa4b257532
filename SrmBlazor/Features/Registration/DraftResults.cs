using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Registration;

/// <summary>A draft as loaded.</summary>
/// <param name="Version">To be named when saving.</param>
/// <param name="Sensitive">The answer to the separate consent for ID number and scan; null when not asked yet.</param>
/// <param name="HasScan">A scan is sealed beside the draft.</param>
/// <param name="ExpiresOn">When the draft is erased if it is not finished (UTC).</param>
/// <param name="Accepted">The newest version of the policy that its owner accepted.</param>
public sealed record LoadedDraft(Guid Person, Answers Answers, int Version, DateTime SavedOn, bool? Sensitive, bool HasScan, DateTime ExpiresOn, int Accepted = 0);

/// <summary>One changed answer.</summary>
/// <param name="Seen">What the page showed before the change.</param>
public sealed record Change(Item Item, string? Seen, string? Value)
{
    public override string ToString() => Item.ToString();
}

/// <summary>What became of a save.</summary>
public abstract record DraftSave
{
    private DraftSave()
    {
    }

    /// <param name="Answers">As stored now, with what another tab saved meanwhile.</param>
    public sealed record Saved(Answers Answers, int Version, DateTime On) : DraftSave
    {
        public override string ToString() => $"Saved {Version}";
    }

    /// <summary>Another tab changed the same answers; the rest was saved.</summary>
    /// <param name="Theirs">The stored answers.</param>
    public sealed record Disagrees(IReadOnlyList<Item> Items, Answers Theirs, int Version) : DraftSave
    {
        public override string ToString() => "Disagrees";
    }

    /// <summary>A question that is not asked was answered; nothing was saved.</summary>
    public sealed record NotAsked(Item Item) : DraftSave;

    /// <summary>The separate consent is missing for a sensitive answer; nothing was saved.</summary>
    public sealed record NeedsConsent(Item Item) : DraftSave;

    /// <summary>The draft was submitted, erased or lapsed, or the key is not its owner's.</summary>
    public sealed record Gone : DraftSave;
}

public abstract record SubmitResult
{
    private SubmitResult()
    {
    }

    /// <summary>Registered, now or by an earlier try.</summary>
    public sealed record Submitted(string Reference) : SubmitResult;

    /// <summary>Something is missing or wrong in this step.</summary>
    public sealed record Incomplete(string Step) : SubmitResult;

    /// <summary>The policy changed in a major way since it was accepted: it is asked again first.</summary>
    public sealed record PolicyChanged : SubmitResult;

    /// <summary>What was answered shows a child: the draft waits for the guardian.</summary>
    public sealed record NeedsGuardian : SubmitResult;

    public sealed record Gone : SubmitResult;
}
