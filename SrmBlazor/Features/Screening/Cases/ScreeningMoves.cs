using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Gives cases to colleagues and takes moves back. Of two with the same stamp one wins and the other is told.</summary>
public sealed class ScreeningMoves(Store store)
{
    /// <summary>Gives the case to a colleague, also from another one.</summary>
    /// <param name="stamp">Of the case as it was seen.</param>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public Task<ScreeningResult> AssignAsync(string reference, Guid stamp, Guid colleague, Act act) =>
        MoveAsync(reference, stamp, "screening.assigned", act, async (db, own, on) =>
        {
            if (await FaultOfAsync(db, own, colleague) is { } fault)
            {
                return fault;
            }

            own.Assign(colleague, on);
            return null;
        });

    /// <summary>Takes back what the actor did last with it a moment ago: claimed, assigned or laid it down. Not what went on since.</summary>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public Task<ScreeningResult> UndoAsync(string reference, Act act) =>
        MoveAsync(reference, null, "screening.undone", act, (_, own, on) =>
        {
            if (on.On - own.HandedOn > Act.Undoable)
            {
                return Task.FromResult<ScreeningFault?>(ScreeningFault.TooLate);
            }

            own.TakeBack(on);
            return Task.FromResult<ScreeningFault?>(null);
        });

    /// <summary>Why a case cannot be given to a colleague; null when it can.</summary>
    internal async Task<ScreeningResult?> HindranceAsync(string reference, Guid colleague, Act act)
    {
        await using var db = store.Read();
        return await ScreeningDecisions.FindAsync(db, reference, act) is not { Subject.PersonId: { } person } own ? new ScreeningResult.NotFound()
            : !(await ScreeningDecisions.GateOfAsync(db, own, person, act)).IsOpen ? new ScreeningResult.Invalid(ScreeningFault.NeedsApproval)
            : await FaultOfAsync(db, own, colleague) is { } fault ? new ScreeningResult.Invalid(fault) : null;
    }

    /// <summary>Nobody gets their own case, nor one in which only others may decide, or nobody has to any more.</summary>
    private static async Task<ScreeningFault?> FaultOfAsync(SrmDbContext db, ScreeningCase own, Guid colleague) =>
        own.Subject.PersonId == colleague || !await StaffAccounts.DoesAsync(db, colleague, Role.Screener) ? ScreeningFault.NotTheirWork
        : !own.IsWaiting ? ScreeningFault.NotNow
        : own.IsFor(colleague) && !await ScreeningContests.IsAnswerOfAsync(db, own.Reference, colleague) ? null : ScreeningFault.SomebodyElse;

    /// <param name="stamp">Null where only who moved it last goes on.</param>
    private async Task<ScreeningResult> MoveAsync(string reference, Guid? stamp, string cause, Act act, Func<SrmDbContext, ScreeningCase, Act, Task<ScreeningFault?>> move)
    {
        act.Demand(Role.Screener);
        await using var work = await store.WriteAsync();
        if (await ScreeningDecisions.FindAsync(work.Db, reference, act) is not { Subject.PersonId: { } person } own)
        {
            return new ScreeningResult.NotFound();
        }

        // the turn to write may have been waited for
        var on = act with { On = work.Now };
        if (!(await ScreeningDecisions.GateOfAsync(work.Db, own, person, on)).IsOpen)
        {
            return new ScreeningResult.Invalid(ScreeningFault.NeedsApproval);
        }

        if (stamp is { } seen ? own.Stamp != seen : !own.WasHandedOverBy(on))
        {
            return new ScreeningResult.ChangedMeanwhile();
        }

        if (await move(work.Db, own, on) is { } fault)
        {
            return new ScreeningResult.Invalid(fault);
        }

        work.Record(on, cause, person, own.Reference);
        work.Announce(Screenings.Topic);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return new ScreeningResult.Done(own.State, Waits: false);
    }
}
