using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight;

/// <summary>What came in and what was answered of one part of the requests.</summary>
/// <param name="Answered">By us: not what was taken back or rests.</param>
/// <param name="InTime">Of these, no later than the day that was due at that moment.</param>
/// <param name="Median">Calendar days to an answer; null without one.</param>
/// <param name="Refused">Of the answers, those that denied all of it.</param>
public sealed record Line(int Received, int Answered, int InTime, double? Median, int Refused)
{
    /// <summary>Between 0 and 1; null without an answer.</summary>
    public double? Rate => Answered == 0 ? null : (double)InTime / Answered;
}

/// <typeparam name="T">The first day of a week or month, a kind, or a country.</typeparam>
public sealed record Part<T>(T Of, Line Line);

public sealed record GroundLine(DenialGround Ground, int Wholly, int Partly);

public sealed record OutcomeLine(RequestOutcome Outcome, int Count);

/// <summary>Open requests by how many days ago they arrived.</summary>
/// <param name="To">Null for the last band.</param>
/// <param name="Late">Of these, past the day that is due.</param>
public sealed record WaitBand(int From, int? To, int Open, int Late);

/// <param name="AsOf">When they were counted.</param>
public sealed record Figures(
    Period Period, DateTime AsOf, Line Total, IReadOnlyList<Part<DateOnly>> Steps, IReadOnlyList<Part<RequestKind>> Kinds, IReadOnlyList<Part<string>> Countries, IReadOnlyList<GroundLine> Grounds,
    IReadOnlyList<OutcomeLine> Outcomes, IReadOnlyList<WaitBand> Ages)
{
    public bool IsEmpty => Total is { Received: 0, Answered: 0 } && Outcomes.Count == 0;

    public int Open => Ages.Sum(band => band.Open);
}
