using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// What screeners decide about hits. Confirming one, and clearing one that is nearly certain or escalated, takes two of them; nobody agrees to what they
/// proposed or escalated, nobody decides about themselves, and nothing happens to a person before people decided. State, steps and sealed note are one transaction; of
/// two with the same stamp one wins and the other is told.
/// </summary>
public sealed partial class ScreeningDecisions(Store store, Screenings screenings, ScreeningLetters letters, IOptions<CaseOptions> options, FailPoints faults)
{
    /// <summary>Takes the case in hand, also from a colleague.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<ScreeningResult> ClaimAsync(string reference, Guid stamp, Act act)
    {
        act.Demand(Role.Screener);
        await using var db = store.Read();
        // an answer that is proposed after this makes another stamp
        var isTheirAnswer = await ScreeningContests.IsAnswerOfAsync(db, reference, act.Who);
        return await ChangeAsync(reference, stamp, null, "screening.claimed", act, (own, _, on) =>
        {
            if (!own.IsWaiting || !own.IsFor(on.Who) || isTheirAnswer)
            {
                return new ScreeningResult.Invalid(own.IsWaiting ? ScreeningFault.SomebodyElse : ScreeningFault.NotNow);
            }

            own.Claim(on);
            return new ScreeningResult.Done(own.State, Waits: false);
        });
    }

    /// <summary>Lays it down.</summary>
    /// <inheritdoc cref="ClaimAsync"/>
    public Task<ScreeningResult> ReleaseAsync(string reference, Guid stamp, Act act) => ChangeAsync(reference, stamp, null, "screening.released", act, (own, _, on) =>
    {
        if (own.HolderId != on.Who)
        {
            return new ScreeningResult.Invalid(ScreeningFault.SomebodyElse);
        }

        own.Release(on);
        return new ScreeningResult.Done(own.State, Waits: false);
    });

    /// <summary>It is another person or place: at once where one person is enough, else proposed.</summary>
    /// <param name="hits">Of the case; all are decided, or none.</param>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public Task<ScreeningResult> ClearAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, DecisionReason? reason, string note, Act act) =>
        DecideAsync(reference, stamp, hits, reason, note, confirms: false, act);

    /// <summary>Several hits that are another person or place, for one reason: each becomes what it would become by itself, and whichever the actor may not decide stays as it is.</summary>
    /// <param name="hits">Of the case.</param>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public async Task<ClearedTogether> ClearEachAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, DecisionReason? reason, string note, Act act)
    {
        List<ClearedHit> each = [];
        var result = await WithNoteAsync(reference, stamp, hits, note, "screening.cleared", act, (own, chosen, filed, on) =>
        {
            if (reason is not { } given || !DecisionReasons.Fits(given, confirms: false, chosen))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NoReason);
            }

            each = chosen.ConvertAll(hit => ClearedHit.Of(hit, NeedsTwo(hit), on.Who));
            chosen.RemoveAll(hit => !each.Exists(one => one.Hit == hit.Id && one.IsTaken));
            if (chosen.Count == 0)
            {
                return new ScreeningResult.Invalid(ScreeningFault.NotNow);
            }

            own.Each(chosen, hit => Decide(hit, confirms: false, given, on), filed, on);
            return new ScreeningResult.Done(own.State, chosen.Exists(hit => hit.IsProposed));
        });
        return new ClearedTogether(result, result is ScreeningResult.Done ? each : []);
    }

    /// <summary>It is this person or place. Proposed; a second person confirms.</summary>
    /// <inheritdoc cref="ClearAsync"/>
    public Task<ScreeningResult> ConfirmAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, DecisionReason? reason, string note, Act act) =>
        DecideAsync(reference, stamp, hits, reason, note, confirms: true, act);

    /// <summary>In doubt: others decide, two of them.</summary>
    /// <inheritdoc cref="ClearAsync"/>
    public Task<ScreeningResult> EscalateAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, string note, Act act) =>
        WithNoteAsync(reference, stamp, hits, note, "screening.escalated", act, (own, chosen, filed, on) =>
        {
            if (chosen.Exists(hit => hit.State != HitState.Open || hit.IsProposed))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NotNow);
            }

            own.Each(chosen, hit =>
            {
                hit.Escalate(on.Who);
                return ScreeningEventKind.Escalated;
            }, filed, on);
            return new ScreeningResult.Done(own.State, Waits: false);
        });

    /// <summary>The second person agrees to what a colleague proposed.</summary>
    /// <inheritdoc cref="ClearAsync"/>
    public Task<ScreeningResult> ApproveAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, Act act) =>
        SecondAsync(reference, stamp, hits, "screening.approved", act, (own, chosen, on) => own.Each(chosen, hit =>
        {
            hit.Approve(on);
            return hit.State == HitState.Confirmed ? ScreeningEventKind.Confirmed : ScreeningEventKind.Cleared;
        }, null, on));

    /// <summary>The second person does not agree, and says why; the hits wait again.</summary>
    /// <inheritdoc cref="ClearAsync"/>
    public Task<ScreeningResult> ReturnAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, string note, Act act) =>
        WithNoteAsync(reference, stamp, hits, note, "screening.returned", act, (own, chosen, filed, on) =>
        {
            if (SecondFault(chosen, on) is { } fault)
            {
                return new ScreeningResult.Invalid(fault);
            }

            own.Each(chosen, hit =>
            {
                hit.Return();
                return ScreeningEventKind.Returned;
            }, filed, on);
            return new ScreeningResult.Done(own.State, Waits: false);
        });
}
