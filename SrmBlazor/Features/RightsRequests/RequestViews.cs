using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Who took a step, as the reader sees it: never a name.</summary>
public enum Hands
{
    Nobody,
    Me,
    Person,
    Staff,
    Program,
}

/// <summary>A line of the timeline.</summary>
/// <param name="Reason">A code: an outcome, a reason, a day.</param>
/// <param name="Text">What was written; null where nothing was, or it is not kept any more.</param>
/// <param name="Evidence">The sealed picture that came with it.</param>
public sealed record PastStep(int Turn, RequestStep Step, RequestState To, DateTime On, Hands By, string Reason, string? Text, Guid? Evidence)
{
    public override string ToString() => $"{Turn} {Step}";
}

/// <summary>How it ended.</summary>
/// <param name="Route">A key of <see cref="ComplaintRoutes"/>; empty where nothing was denied.</param>
public sealed record PastDecision(RequestOutcome Outcome, DenialGround? Ground, string Route, Guid? Certificate, DateTime On);

/// <summary>One of the person's own requests in their list. Nothing of it was opened.</summary>
public sealed record MyRequestRow(string Reference, RequestKind Kind, RequestState State, DateOnly ReceivedOn, DateOnly? DueOn, bool IsProvisional)
{
    /// <summary>How many of the days that count are over, and how many there are; null where no clock runs, or none was asked.</summary>
    public (int Over, int All)? Days { get; init; }
}

/// <summary>One of the person's own requests, opened for them.</summary>
/// <param name="Clock">Both clocks with every day; null once it has ended.</param>
/// <param name="Twin">The reference of an earlier one of the same kind.</param>
public sealed record MyRequest(
    MyRequestRow Row, IReadOnlyList<PastStep> Steps, IReadOnlyList<PastDecision> Decisions, Reckoning? Clock, DateOnly? LimitOn, string? Twin, IReadOnlyList<string> Later,
    bool CanWithdraw, bool CanAppeal, bool CanWrite, bool TakesEvidence, DateTime? AppealUntil, DateTime? CoolsUntil);

/// <summary>What staff see of a request without opening it.</summary>
/// <param name="NeedsSecond">A child's: opened only with a second person's approval.</param>
public sealed record RequestRow(
    string Reference, long Number, RequestKind Kind, RequestState State, RequestChannel Channel, string Region, DateOnly ReceivedOn, DateOnly? DueOn, DateOnly? LimitOn,
    bool IsProvisional, Hands Holder, bool HasTwin, bool IsLate, bool NeedsSecond);

/// <summary>What a member of staff sees of the person before any reveal.</summary>
public sealed record MaskedPerson(string Name, string Mailbox, bool HasAccount);

/// <summary>What waits for a second person.</summary>
public sealed record Proposal(RequestOutcome Outcome, DenialGround? Ground, string? Text, bool IsMine)
{
    public override string ToString() => $"{Outcome}";
}

/// <summary>One request, opened by staff; a row in the access ledger says so.</summary>
/// <param name="Stamp">To be named with every step.</param>
/// <param name="Person">Null where nothing is kept any more.</param>
/// <param name="CarriedOut">A feature carries this kind out: an answer is not enough.</param>
public sealed record OpenedRequest(
    RequestRow Row, Guid Stamp, string Language, MaskedPerson? Person, IReadOnlyList<PastStep> Steps, IReadOnlyList<PastDecision> Decisions, Reckoning? Clock,
    Proposal? Proposal, bool Proved, bool CarriedOut, bool CanPause, bool IsPaused, bool CanExtend, bool MayHearAppeal, string? Twin, IReadOnlyList<string> Later, string? About, IReadOnlySet<RequestStep> Possible);
