namespace SrmBlazor.Features.Policies;

/// <summary>What makes a new version a major one (policy, section 9). None of them: it is minor.</summary>
[Flags]
public enum MajorKinds
{
    None = 0,

    /// <summary>Purposes, kinds of data or their use.</summary>
    ServiceModel = 1 << 0,

    /// <summary>Owner or organisation.</summary>
    Ownership = 1 << 1,

    /// <summary>The main parties to whom data goes.</summary>
    Recipients = 1 << 2,

    /// <summary>Rights, or how to use them.</summary>
    Rights = 1 << 3,

    /// <summary>The responsible department, contacts or ways to complain.</summary>
    ContactChannels = 1 << 4,

    /// <summary>An impact assessment that finds a high risk.</summary>
    HighRisk = 1 << 5,

    /// <summary>The list is not closed: whatever else the operator calls major, with the reason that every major version gives.</summary>
    Other = 1 << 6,
}

public static class MajorKindsReading
{
    /// <summary>The kinds one by one, in their order.</summary>
    public static IEnumerable<MajorKinds> Each(this MajorKinds kinds) =>
        Enum.GetValues<MajorKinds>().Where(kind => kind != MajorKinds.None && kinds.HasFlag(kind));
}
