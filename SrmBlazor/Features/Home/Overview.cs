using SrmBlazor.Features.Registration;

namespace SrmBlazor.Features.Home;

/// <summary>Where a supplier's registration stands.</summary>
/// <param name="Timeline">What happened and what comes, oldest first.</param>
public sealed record Overview(string Reference, RegistrationState State, IReadOnlyList<Milestone> Timeline);

/// <summary>What became of the records of an erasure that took an identity scan: the deletion receipt.</summary>
/// <param name="Number">What people quote.</param>
/// <param name="Kinds">The kinds of records that were erased together.</param>
public sealed record Receipt(Guid Number, DateTime DoneOn, string Cause, IReadOnlyList<string> Kinds)
{
    /// <summary>Why it happened; a cause without words of its own is told in general ones.</summary>
    public string CauseKey => $"Cause.{Cause}";
}

/// <summary>Records of one kind that were erased on one day.</summary>
public sealed record Gone(string Kind, int Count, DateTime On);

/// <summary>What the person decided themselves.</summary>
/// <param name="Version">Of the policy.</param>
/// <param name="Language">In which it was read.</param>
/// <param name="SensitiveSince">Since when the separate consent to ID number and scan stands; null when it does not.</param>
/// <param name="SensitiveEnded">When it ended, where it did.</param>
public sealed record Decided(int Version, string Language, DateTime On, DateTime? SensitiveSince, DateTime? SensitiveEnded);
