using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>How each of the decisions is carried out: the case is found, its gate asked, and what changes is one transaction.</summary>
public sealed partial class ScreeningDecisions
{
    private Task<ScreeningResult> DecideAsync(string reference, Guid stamp, IReadOnlyCollection<Guid> hits, DecisionReason? reason, string note, bool confirms, Act act) =>
        WithNoteAsync(reference, stamp, hits, note, confirms ? "screening.confirmation-proposed" : "screening.cleared", act, (own, chosen, filed, on) =>
        {
            if (reason is not { } given || !DecisionReasons.Fits(given, confirms, chosen))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NoReason);
            }

            if (chosen.Exists(hit => !hit.IsOpen || hit.IsProposed))
            {
                return new ScreeningResult.Invalid(ScreeningFault.NotNow);
            }

            if (chosen.Exists(hit => hit.IsOf(on.Who)))
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
        // nobody decides about what they cannot read
        if (await (hits is null ? Task.FromResult<(FileContent, int)?>((FileContent.Empty, 0)) : screenings.OpenFileAsync(work.Db, own, person)) is not ({ } content, var version))
        {
            return new ScreeningResult.Invalid(ScreeningFault.FileShut);
        }

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
        chosen.Exists(hit => !hit.IsOpen || !hit.IsProposed) ? ScreeningFault.NotNow : chosen.Exists(hit => hit.IsOf(act.Who)) ? ScreeningFault.SomebodyElse : null;
}
