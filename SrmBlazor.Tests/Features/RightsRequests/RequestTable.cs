namespace SrmBlazor.Features.RightsRequests;

/// <summary>The way of a request as the requirements draw it, written down a second time: the tests share no code with <see cref="RequestWay"/>.</summary>
internal static class RequestTable
{
    private const string Drawn = """
        Submitted             IdentityProved IdentityAsked AuthorityAsked EvidenceKept Wrote Extended DueChanged Withdrawn
        AwaitingIdentity      IdentityProved EvidenceKept Reminded Expired Wrote Paused Resumed Extended DueChanged Proposed Withdrawn
        AwaitingAuthority     IdentityProved EvidenceKept Reminded Expired Wrote Paused Resumed Extended DueChanged Proposed Withdrawn
        Triage                IdentityAsked AuthorityAsked EvidenceKept Claimed Assigned Undone ClarificationAsked Wrote Extended DueChanged CoolingBegun ExecutionBegun Withdrawn
        InProgress            IdentityAsked AuthorityAsked EvidenceKept Claimed Assigned Undone Released ClarificationAsked Wrote Extended DueChanged Restricted Proposed Decided Withdrawn
        AwaitingClarification Clarified WentOn Wrote Paused Resumed Extended DueChanged Withdrawn
        AwaitingReview        Wrote Extended DueChanged Returned CoolingBegun ExecutionBegun Decided Withdrawn
        CoolingOff            Wrote Extended DueChanged ExecutionBegun Withdrawn
        Executing             Wrote Extended DueChanged ExecutionFailed CheckBegun
        Verifying             Wrote Extended DueChanged CheckFailed Decided
        Failed                Wrote Extended DueChanged ExecutionBegun Escalated
        Fulfilled             Wrote Appealed Closed
        PartlyFulfilled       Wrote HoldEnded Appealed Closed
        Refused               Wrote Appealed Closed
        NoDataHeld            Wrote Appealed Closed
        Withdrawn             Wrote Closed
        Expired               Wrote Reopened Closed
        Appealed              Claimed Assigned Undone Wrote DueChanged Overturned Upheld
        Closed
        """;

    public static IReadOnlyDictionary<RequestState, HashSet<RequestStep>> Possible { get; } = Drawn.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToDictionary(words => Enum.Parse<RequestState>(words[0]), words => words.Skip(1).Select(Enum.Parse<RequestStep>).ToHashSet());

    public static bool Allows(RequestState state, RequestStep step) => Possible[state].Contains(step);
}
