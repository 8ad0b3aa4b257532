namespace SrmBlazor.Features.Policies;

/// <summary>How a draft is to be published.</summary>
/// <param name="Changes">What changed and why, in both languages; required where it is major.</param>
/// <param name="Purposes">Keys of the consent purposes that are asked again.</param>
public sealed record Publication(MajorKinds Kinds, BothLanguages Changes, IReadOnlyList<string> Purposes)
{
    public static Publication Quiet { get; } = new(MajorKinds.None, new BothLanguages(), []);
}

/// <summary>What became of an attempt to publish.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    public sealed record Published(int Version) : PublishResult;

    /// <summary>There is no draft any more, or it was changed since it was looked at.</summary>
    public sealed record ChangedMeanwhile : PublishResult;

    public sealed record Blocked(IReadOnlyList<DraftProblem> Problems) : PublishResult;

    public sealed record Refused(PublishFault Fault) : PublishResult;
}

public enum PublishFault
{
    /// <summary>A kind that was found in the draft is not among those named: nothing of it can be published as less.</summary>
    KindMissing,

    /// <summary>Consents are asked again, yet it is called minor.</summary>
    AsksAndIsMinor,

    /// <summary>A major version says in both languages what changed.</summary>
    NoChanges,

    ChangesTooLong,
}
