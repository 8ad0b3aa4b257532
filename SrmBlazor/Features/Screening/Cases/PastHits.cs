namespace SrmBlazor.Features.Screening.Cases;

/// <summary>The hits of a case as its steps left them. Pure: the same steps give the same hits for ever.</summary>
internal static class PastHits
{
    /// <param name="steps">Of one case, in order.</param>
    /// <param name="known">Of each hit what no step changes.</param>
    public static IReadOnlyList<PastHit> Of(IEnumerable<ScreeningEvent> steps, IReadOnlyDictionary<Guid, ScreeningHit> known)
    {
        Dictionary<Guid, PastHit> hits = [];
        Dictionary<Guid, Guid> proposers = [];
        Guid? answers = null;
        foreach (var step in steps)
        {
            if (step.HitId is not { } id)
            {
                answers = step.Kind == ScreeningEventKind.AnswerProposed ? step.By : step.Kind is ScreeningEventKind.AnswerReturned or ScreeningEventKind.ContestOvertaken ? null : answers;
                continue;
            }

            var was = hits.GetValueOrDefault(id) ?? new PastHit(id, hits.Count + 1, known[id].Kind, known[id].Source, 0, HitState.Open, null, null, null, null, false);
            var proposer = proposers.TryGetValue(id, out var one) ? one : step.Kind == ScreeningEventKind.Overturned ? answers : null;
            hits[id] = After(was, step, proposer) with { Score = step.Score!.Value };
            if (step.Kind is ScreeningEventKind.ClearingProposed or ScreeningEventKind.ConfirmationProposed)
            {
                proposers[id] = step.By;
            }
            else if (step is not { Kind: ScreeningEventKind.Renewed, Change: HitChange.None })
            {
                proposers.Remove(id);
            }
        }

        return [.. hits.Values.Where(hit => hit.State != HitState.Closed)];
    }

    /// <param name="proposer">Of what this step agrees to.</param>
    private static PastHit After(PastHit was, ScreeningEvent step, Guid? proposer) => step.Kind switch
    {
        ScreeningEventKind.Found => Undecided(was),
        ScreeningEventKind.Reopened => Undecided(was) with { HasVanished = was.State == HitState.Confirmed },
        ScreeningEventKind.Renewed => was with { HasVanished = false },
        ScreeningEventKind.StaysCleared => was with { State = HitState.Cleared },
        ScreeningEventKind.Closed => was with { State = HitState.Closed },
        ScreeningEventKind.Escalated => was with { State = HitState.Escalated },
        ScreeningEventKind.Cleared or ScreeningEventKind.Overturned => Decided(was, HitState.Cleared, step, proposer),
        ScreeningEventKind.Confirmed => Decided(was, HitState.Confirmed, step, proposer),
        ScreeningEventKind.Screened or ScreeningEventKind.ClearingProposed or ScreeningEventKind.ConfirmationProposed or ScreeningEventKind.Returned
            or ScreeningEventKind.Claimed or ScreeningEventKind.Released or ScreeningEventKind.Contested or ScreeningEventKind.AnswerProposed or ScreeningEventKind.AnswerReturned
            or ScreeningEventKind.Upheld or ScreeningEventKind.Ended or ScreeningEventKind.Assigned or ScreeningEventKind.TakenBack or ScreeningEventKind.LeftOut
            or ScreeningEventKind.ContestOvertaken => was,
    };

    private static PastHit Undecided(PastHit was) => was with { State = HitState.Open, Reason = null, DecidedBy = null, ApprovedBy = null, DecidedOn = null, HasVanished = false };

    private static PastHit Decided(PastHit was, HitState state, ScreeningEvent step, Guid? proposer) =>
        was with { State = state, Reason = step.Reason, DecidedBy = proposer ?? step.By, ApprovedBy = proposer is null ? null : step.By, DecidedOn = step.On, HasVanished = false };
}
