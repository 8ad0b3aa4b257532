using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// What screeners decide about hits. Confirming one, and clearing one that is nearly certain or escalated, takes two of them; nobody agrees to what they
/// proposed, nobody decides about themselves, and nothing happens to a person before people decided. State, steps and sealed note are one transaction; of
/// two with the same stamp one wins and the other is told.
/// </summary>
public sealed class ScreeningDecisions(Store store, Screenings screenings, ScreeningLetters letters, IOptions<CaseOptions> options, FailPoints faults)
{
    /// <summary>Takes the case in hand, also from a colleague.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public Task<ScreeningResult> ClaimAsync(string reference, Guid stamp, Act act) => ChangeAsync(reference, stamp, null, "screening.claimed", act, (own, _, on) =>
    {
        if (!own.IsFor(on.Who))
        {
            return new ScreeningResult.Invalid(ScreeningFault.SomebodyElse);
        }

        own.Claim(on);
        return new ScreeningResult.Done(own.State, Waits: false);
    });

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
            if (reason is not { } given || !DecisionReasons.Fits(given, confirms: false))
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
        return new ClearedTogether(result, each);
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

    private Task<ScreeningResult> DecideAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, DecisionReason? reason, string note, bool confirms, Act act) =>
        WithNoteAsync(reference, stamp, hits, note, confirms ? "screening.confirmation-proposed" : "screening.cleared", act, (own, chosen, filed, on) =>
        {
            if (reason is not { } given || !DecisionReasons.Fits(given, confirms))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NoReason);
            }

            if (chosen.Exists(hit => !hit.IsOpen || hit.IsProposed))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NotNow);
            }

            if (chosen.Exists(hit => hit.EscalatedBy == on.Who))
            {
                return new ScreeningResult.Invalid(ScreeningFault.SomebodyElse);
            }

            own.Each(chosen, hit => Decide(hit, confirms, given, on), filed, on);
            return new ScreeningResult.Done(own.State, chosen.Exists(hit => hit.IsProposed));
        });

    /// <summary>At once where one person is enough, else proposed.</summary>
    private ScreeningEventKind Decide(ScreeningHit hit, bool confirms, DecisionReason reason, Act act)
    {
        if (!confirms && !NeedsTwo(hit))
        {
            hit.Clear(reason, act);
            return ScreeningEventKind.Cleared;
        }

        hit.Propose(confirms, reason, act);
        return confirms ? ScreeningEventKind.ConfirmationProposed : ScreeningEventKind.ClearingProposed;
    }

    private Task<ScreeningResult> SecondAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, string cause, Act act, Action<ScreeningCase, List<ScreeningHit>, Act> decide) =>
        ChangeAsync(reference, stamp, hits, cause, act, (own, chosen, on) =>
        {
            if (SecondFault(chosen, on) is { } fault)
            {
                return new ScreeningResult.Invalid(fault);
            }

            decide(own, chosen, on);
            return new ScreeningResult.Done(own.State, Waits: false);
        });

    private Task<ScreeningResult> WithNoteAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, string note, string cause, Act act, Func<ScreeningCase, List<ScreeningHit>, int, Act, ScreeningResult> change)
    {
        act.Demand(Role.Screener);
        var text = note.Trim();
        return text.Length is 0 or > FileContent.LongestNote
            ? Task.FromResult<ScreeningResult>(new ScreeningResult.Invalid(text.Length == 0 ? ScreeningFault.NoNote : ScreeningFault.NoteTooLong))
            : ChangeAsync(reference, stamp, hits, cause, act, (own, chosen, on, filed) => change(own, chosen, filed, on), text);
    }

    private Task<ScreeningResult> ChangeAsync(string reference, Guid stamp, IReadOnlyCollection<Guid>? hits, string cause, Act act, Func<ScreeningCase, List<ScreeningHit>, Act, ScreeningResult> change) =>
        ChangeAsync(reference, stamp, hits, cause, act, (own, chosen, on, _) => change(own, chosen, on), null);

    /// <param name="hits">Null for a step of the case as a whole.</param>
    /// <param name="note">Sealed with the step; null for none.</param>
    private async Task<ScreeningResult> ChangeAsync(string reference, Guid stamp, IReadOnlyCollection<Guid>? hits, string cause, Act act, Func<ScreeningCase, List<ScreeningHit>, Act, int, ScreeningResult> change, string? note)
    {
        act.Demand(Role.Screener);
        await using var work = await store.WriteAsync();
        if (await FindAsync(work.Db, reference, act) is not { Subject.PersonId: { } person } own)
        {
            return new ScreeningResult.NotFound();
        }

        if (own.Stamp != stamp)
        {
            return new ScreeningResult.ChangedMeanwhile();
        }

        // the turn to write may have been waited for
        var on = act with { On = work.Now };
        if (!(await GateOfAsync(work.Db, own, person, on)).IsOpen)
        {
            return new ScreeningResult.Invalid(ScreeningFault.NeedsApproval);
        }

        var chosen = own.Hits.Where(hit => hits?.Contains(hit.Id) == true).ToList();
        if (hits is not null && (chosen.Count == 0 || chosen.Count != hits.Count))
        {
            return new ScreeningResult.Invalid(ScreeningFault.NothingChosen);
        }

        var before = own.State;
        var (content, version) = note is null ? (FileContent.Empty, 0) : await screenings.OpenFileAsync(work.Db, own, person);
        var result = change(own, chosen, on, content.Notes.Count + 1);
        if (result is not ScreeningResult.Done)
        {
            return result;
        }

        if (note is not null)
        {
            await screenings.SaveFileAsync(work, own, person, version, content.With(note), on);
        }

        if (before != ScreeningState.Confirmed && own.State == ScreeningState.Confirmed)
        {
            await letters.SendAsync(work, person, Letters.RegistrationDecided, on);
        }

        work.Record(on, cause, person, $"{own.Reference} {chosen.Count} {own.State}");
        work.Announce(Screenings.Topic);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        faults.Reach("screening.decide-before-commit");
        await work.CommitAsync();
        return result;
    }

    /// <summary>A case of somebody else: one's own is not found.</summary>
    internal static Task<ScreeningCase?> FindAsync(SrmDbContext db, string reference, Act act) => db.Set<ScreeningCase>().Include(one => one.Subject).Include(one => one.Hits).AsSplitQuery()
        .FirstOrDefaultAsync(one => one.Reference == reference && !one.IsEnded && one.Subject.PersonId != null && one.Subject.PersonId != act.Who);

    internal static async Task<Gate> GateOfAsync(SrmDbContext db, ScreeningCase own, Guid person, Act act) =>
        await Children.IsAsync(db, person) ? await ChildGate.OfAsync(db, own.Id, act) : new Gate(GateState.Free);

    internal bool NeedsTwo(ScreeningHit hit) => hit.State == HitState.Escalated || hit.Score >= options.Value.TwoPeopleFrom;

    private static ScreeningFault? SecondFault(List<ScreeningHit> chosen, Act act) =>
        chosen.Exists(hit => !hit.IsOpen || !hit.IsProposed) ? ScreeningFault.NotNow : chosen.Exists(hit => hit.ProposedBy == act.Who) ? ScreeningFault.SomebodyElse : null;
}
