namespace SrmBlazor.Features.Erasures;

/// <summary>Why a person may have data deleted: the six grounds of the policy (section 5.3; PIPL 47).</summary>
public enum ErasureGround
{
    Unlawful,
    AgainstPolicy,

    /// <summary>The purpose is reached, cannot be reached, or no longer needs the data.</summary>
    PurposeOver,

    /// <summary>The person stopped using the service, or closed the account.</summary>
    StoppedUsing,

    /// <summary>The consent was narrowed or taken back.</summary>
    ConsentChanged,

    /// <summary>The operator stopped serving the person, or the term is over.</summary>
    ServiceOver,
}

public enum ErasureReach
{
    /// <summary>Everything, and with it the account.</summary>
    All,

    /// <summary>The records named.</summary>
    Chosen,

    /// <summary>The account is closed: everything but what the person agreed to leave for the time after.</summary>
    Closing,

    /// <summary>What an earlier erasure had to leave, now that its term is over.</summary>
    Rest,
}

/// <param name="Records">Where records are chosen: which.</param>
public sealed record ErasureScope(ErasureReach Reach, IReadOnlyList<Guid> Records)
{
    public static ErasureScope All { get; } = new(ErasureReach.All, []);

    public static ErasureScope Closing { get; } = new(ErasureReach.Closing, []);

    public static ErasureScope Of(params IReadOnlyList<Guid> records) => new(ErasureReach.Chosen, records);

    /// <summary>The account ends with it.</summary>
    public bool EndsAccount => Reach is ErasureReach.All or ErasureReach.Closing;
}
