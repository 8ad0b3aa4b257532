using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>
/// What verifiers decide. State, event, sealed message, audit entry, purpose events, letter and the intent to erase are one transaction;
/// what nothing holds any more is destroyed before the method answers. Of two verifiers with the same stamp one wins and the other is told.
/// </summary>
public sealed class Decisions(Store store, Vault vault, Collector collector, CaseLetters letters, Freezing freezing, FailPoints faults)
{
    private const string Accepted = "verification.accepted";

    /// <summary>Takes the case in hand, also from a colleague.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public Task<DecisionResult> ClaimAsync(string reference, Guid stamp, Act act) =>
        MoveAsync(reference, stamp, "verification.claimed", act, (_, registration, on) => Moved(() => registration.HandOver(on.Who, on)));

    /// <summary>Lays the case down: it is in nobody's hands.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public Task<DecisionResult> ReleaseAsync(string reference, Guid stamp, Act act) =>
        MoveAsync(reference, stamp, "verification.released", act, (_, registration, on) => Moved(() => registration.HandOver(null, on)));

    /// <summary>Gives the case to a colleague, also from another one.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public Task<DecisionResult> AssignAsync(string reference, Guid stamp, Guid colleague, Act act) =>
        MoveAsync(reference, stamp, "verification.assigned", act, async (work, registration, on) =>
        {
            if (!await StaffAccounts.DoesAsync(work.Db, colleague, Role.Verifier))
            {
                return DecisionFault.NotTheirWork;
            }

            registration.HandOver(colleague, on);
            return null;
        });

    /// <summary>Takes back what the actor did last with it a moment ago: claimed, assigned or laid it down. Not what went on since.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public Task<DecisionResult> UndoAsync(string reference, Act act) =>
        MoveAsync(reference, null, "verification.undone", act, (_, registration, on) =>
            on.On - registration.HandedOn > Act.Undoable ? Task.FromResult<DecisionFault?>(DecisionFault.TooLate) : Moved(registration.TakeBack));

    /// <summary>Why a case cannot be given to a colleague; null when it can.</summary>
    internal async Task<DecisionResult?> HindranceAsync(string reference, Guid colleague, Act act)
    {
        await using var db = store.Read();
        return await Verifications.FindAsync(db, reference, act) is null ? new DecisionResult.NotFound()
            : await StaffAccounts.DoesAsync(db, colleague, Role.Verifier) ? null : new DecisionResult.Invalid(DecisionFault.NotTheirWork);
    }

    /// <summary>The person is who they say: the check ends, the scan is destroyed, orders may be placed.</summary>
    /// <param name="stamp">Of the state the verifier saw: <see cref="Standing.Stamp"/>.</param>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public Task<DecisionResult> AcceptAsync(string reference, Guid stamp, Act act) =>
        DecideAsync(reference, stamp, act, Accepted, Letters.IdentityAccepted, (work, registration, person, on) =>
        {
            registration.Accept(on.Who, on.On);
            work.End(person, For.IdentityCheck, on, Accepted);
            work.Begin(person, For.OrdersSettlement, on, Accepted);
            return Task.FromResult<Told>(erasure => CaseEvent.Accepted(registration, erasure, on));
        });

    /// <summary>Asks the supplier to mend some items. A scan among them is destroyed now: a new one comes instead.</summary>
    /// <inheritdoc cref="AcceptAsync"/>
    public Task<DecisionResult> AskCorrectionAsync(string reference, Guid stamp, IReadOnlyCollection<CaseItem> items, string text, Act act) =>
        items.Count == 0 ? Faulty(DecisionFault.NoItems, act)
        : FaultOf(text) is { } fault ? Faulty(fault, act)
        : DecideAsync(reference, stamp, act, "verification.correction-asked", Letters.CorrectionAsked, async (work, registration, person, on) =>
        {
            registration.AskCorrection(on.Who);
            var message = await vault.SealAsync(work, person, new CaseMessage(text.Trim()), For.ExplainDecision, on, "verification.correction-asked");
            if (items.Contains(CaseItem.Scan))
            {
                work.End(person, For.IdentityCheck, on, "verification.correction-asked");
            }

            return erasure => CaseEvent.Asked(registration, items, message, erasure, on);
        });

    /// <summary>Refuses for a reason that the supplier reads and can contest. The scan is destroyed and the screening ends.</summary>
    /// <inheritdoc cref="AcceptAsync"/>
    public Task<DecisionResult> RefuseAsync(string reference, Guid stamp, RefusalGround? ground, string text, Act act) =>
        ground is not { } named ? Faulty(DecisionFault.NoGround, act)
        : FaultOf(text) is { } fault ? Faulty(fault, act)
        : DecideAsync(reference, stamp, act, "verification.refused", Letters.IdentityRefused, async (work, registration, person, on) =>
        {
            registration.Refuse(on.Who, on.On);
            var message = await vault.SealAsync(work, person, new CaseMessage(text.Trim()), For.ExplainDecision, on, "verification.refused");
            work.End(person, For.IdentityCheck, on, "verification.refused");
            work.End(person, For.Screening, on, "verification.refused");
            return erasure => CaseEvent.Refused(registration, named, message, erasure, on);
        });

    /// <summary>The document shows a child: the case leaves the list until the guardian has consented, number and scan are destroyed.</summary>
    /// <inheritdoc cref="AcceptAsync"/>
    public async Task<DecisionResult> ReportChildAsync(string reference, Guid stamp, Act act)
    {
        act.Demand(Role.Verifier);
        await using var work = await store.WriteAsync();
        if (await Verifications.FindAsync(work.Db, reference, act) is not { PersonId: { } person } registration)
        {
            return new DecisionResult.NotFound();
        }

        if (!IsOpen(registration, stamp))
        {
            return await LostAsync(work, registration, act);
        }

        if (await Children.HasAsync(work.Db, person))
        {
            return new DecisionResult.Invalid(DecisionFault.ChildKnown);
        }

        var on = act with { On = work.Now };
        var erasure = await freezing.FreezeAsync(work, registration, on);
        work.Db.Add(CaseEvent.ChildFound(registration, erasure, on));
        faults.Reach("decide.before-commit");
        await work.CommitAsync();
        faults.Reach("decide.after-commit");
        if (erasure is { } id)
        {
            await collector.CarryOutAsync(id);
        }

        return new DecisionResult.Done(erasure, registration.Stamp);
    }

    /// <summary>From hand to hand.</summary>
    /// <param name="stamp">Null where only who moved it last goes on.</param>
    private async Task<DecisionResult> MoveAsync(string reference, Guid? stamp, string cause, Act act, Func<Writing, SupplierRegistration, Act, Task<DecisionFault?>> move)
    {
        act.Demand(Role.Verifier);
        await using var work = await store.WriteAsync();
        if (await Verifications.FindAsync(work.Db, reference, act) is not { PersonId: { } person } registration)
        {
            return new DecisionResult.NotFound();
        }

        // the turn to write may have been waited for
        var on = act with { On = work.Now };
        if (!IsOpen(registration, stamp ?? registration.Stamp) || stamp is null && !registration.WasHandedOverBy(on))
        {
            return await LostAsync(work, registration, act);
        }

        if (await move(work, registration, on) is { } fault)
        {
            return new DecisionResult.Invalid(fault);
        }

        work.Record(on, cause, person, reference);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return new DecisionResult.Done(null, registration.Stamp);
    }

    private static Task<DecisionFault?> Moved(Action move)
    {
        move();
        return Task.FromResult<DecisionFault?>(null);
    }

    private async Task<DecisionResult> DecideAsync(string reference, Guid stamp, Act act, string cause, LetterKind letter, Deciding decide)
    {
        act.Demand(Role.Verifier);
        await using var work = await store.WriteAsync();
        if (await Verifications.FindAsync(work.Db, reference, act) is not { PersonId: { } person } registration)
        {
            return new DecisionResult.NotFound();
        }

        if (!IsOpen(registration, stamp))
        {
            return await LostAsync(work, registration, act);
        }

        // the turn to write may have been waited for
        var on = act with { On = work.Now };
        var ledger = await work.Db.LedgerAsync(person);
        if (!ledger.IsLive(For.IdentityCheck, null, on.On))
        {
            return new DecisionResult.Invalid(DecisionFault.CheckOver);
        }

        if (cause == Accepted && !ledger.IsLive(For.SensitiveIdentity, null, on.On))
        {
            return new DecisionResult.Invalid(DecisionFault.NoConsent);
        }

        if (cause == Accepted && await IsDisputedAsync(work.Db, ledger, person))
        {
            return new DecisionResult.Invalid(DecisionFault.Disputed);
        }

        var told = await decide(work, registration, person, on);
        await letters.SendAsync(work, person, letter, on);
        var erasure = await collector.IntendAsync(work, person, on, cause);
        work.Db.Add(told(erasure));
        work.Record(on, cause, person, reference);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        faults.Reach("decide.before-commit");
        await work.CommitAsync();
        faults.Reach("decide.after-commit");
        if (erasure is { } id)
        {
            await collector.CarryOutAsync(id);
        }

        return new DecisionResult.Done(erasure, registration.Stamp);
    }

    private static async Task<bool> IsDisputedAsync(SrmDbContext db, Ledger ledger, Guid person)
    {
        string[] compared = [Identity.Kind.Name, IdentityDocument.Kind.Name];
        var records = await db.Set<SealedRow>().Where(row => row.PersonId == person && compared.Contains(row.Kind) && row.State == RowState.Live).Select(row => row.Id).ToListAsync();
        return records.Exists(ledger.IsRestricted);
    }

    private static bool IsOpen(SupplierRegistration registration, Guid stamp) =>
        registration.Stamp == stamp && registration.State == RegistrationState.IdentityCheck;

    private static async Task<DecisionResult> LostAsync(Writing work, SupplierRegistration registration, Act act) =>
        new DecisionResult.ChangedMeanwhile(await Standing.OfAsync(work.Db, registration, act));

    private static DecisionFault? FaultOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? DecisionFault.NoText : text.Trim().Length > CaseMessage.Longest ? DecisionFault.TextTooLong : null;

    private static Task<DecisionResult> Faulty(DecisionFault fault, Act act)
    {
        act.Demand(Role.Verifier);
        return Task.FromResult<DecisionResult>(new DecisionResult.Invalid(fault));
    }

    /// <summary>Makes the event once it is known what will be destroyed.</summary>
    private delegate CaseEvent Told(Guid? erasure);

    private delegate Task<Told> Deciding(Writing work, SupplierRegistration registration, Guid person, Act on);
}
