namespace SrmBlazor.Shared.Deadlines;

/// <summary>What a clock is worked out from: where somebody is, and what happened when. All instants are UTC.</summary>
/// <param name="Country">Two letters, or EU or UK; null where it is not known, which is the default's case.</param>
/// <param name="ReceivedOn">When the request arrived, by whatever way; not when it was written down.</param>
public sealed record DeadlineCase(string? Country, DateTime ReceivedOn)
{
    public const string DefaultZone = "Asia/Shanghai";

    /// <summary>Such as US-CA or CA-QC, where it is known.</summary>
    public string? Subdivision { get; init; }

    /// <summary>When it was known who asks: the moment of receipt for somebody signed in; null while it is not.</summary>
    public DateTime? IdentityProvedOn { get; init; }

    /// <summary>When it was known what is asked: the moment of receipt unless somebody had to ask back at once; null while it is not.</summary>
    public DateTime? ClearOn { get; init; }

    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    public Extension? Extension { get; init; }

    /// <summary>Where the days begin and end.</summary>
    public string Zone { get; init; } = DefaultZone;

    /// <summary>A request of somebody known that needs no question.</summary>
    public static DeadlineCase PlainFrom(string? country, DateTime receivedOn) => new(country, receivedOn) { IdentityProvedOn = receivedOn, ClearOn = receivedOn };
}

/// <summary>Something was asked of the person. A day is not counted when the question was open as the day began.</summary>
public sealed record Pause
{
    /// <param name="to">When the answer came; null while it is awaited.</param>
    public Pause(PauseReason reason, DateTime from, DateTime? to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to ?? from);
        (Reason, From, To) = (reason, from, to);
    }

    public PauseReason Reason { get; }

    public DateTime From { get; }

    public DateTime? To { get; }
}

/// <summary>More time. It counts only where it was taken and told before the day was over, and where the region allows so much.</summary>
/// <param name="By">In units of the region's rule: two months in the EU, 45 days in California.</param>
/// <param name="ToldOn">When the person was told, with the reason.</param>
public sealed record Extension(int By, DateTime GrantedOn, DateTime ToldOn);
