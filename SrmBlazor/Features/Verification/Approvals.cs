using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

public enum GateState
{
    /// <summary>The case is nobody's child's.</summary>
    Free,

    /// <summary>A second person must approve first.</summary>
    Shut,

    Asked,
    Declined,

    /// <summary>Approved, and its day is not over.</summary>
    Approved,
}

/// <summary>Whether a verifier may open a case.</summary>
public sealed record Gate(GateState State)
{
    public bool IsOpen => State is GateState.Free or GateState.Approved;
}

/// <summary>A request that waits for an answer. Nothing of the case was opened.</summary>
/// <param name="IsMine">Asked by whoever looks: somebody else answers.</param>
public sealed record ApprovalRow(Guid Id, string Reference, ApprovalReason Reason, DateTime AskedOn, bool IsMine);

/// <summary>Staff open a child's case only with a second person's approval: all data of a child is sensitive.</summary>
public sealed class Approvals(Store store)
{
    private const Role MayAnswer = Role.Verifier | Role.PrivacyOfficer;

    /// <summary>Null when there is no case of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<Gate?> GateAsync(string reference, Act act)
    {
        act.Demand(Role.Verifier);
        await using var db = store.Read();
        return await Verifications.KnownAsync(db, reference) is { } registration ? await GateAsync(db, registration, act) : null;
    }

    /// <summary>Asks for the approval.</summary>
    /// <returns>False where none is needed, or one is asked for or given already.</returns>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<bool> AskAsync(string reference, ApprovalReason reason, Act act)
    {
        act.Demand(Role.Verifier);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await Verifications.KnownAsync(work.Db, reference) is not { PersonId: { } person } registration
            || (await GateAsync(work.Db, registration, on)).State is not (GateState.Shut or GateState.Declined))
        {
            return false;
        }

        work.Db.Add(CaseApproval.Ask(registration, reason, on));
        work.Record(on, "approval.asked", person, $"{reference} {reason}");
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return true;
    }

    /// <summary>The requests that wait, oldest first.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a verifier nor a privacy officer.</exception>
    public async Task<IReadOnlyList<ApprovalRow>> ListAsync(Act act)
    {
        act.Demand(MayAnswer);
        await using var db = store.Read();
        return await db.Set<CaseApproval>().Where(one => one.State == ApprovalState.Asked && one.PersonId != null)
            .Join(db.Set<SupplierRegistration>(), one => one.RegistrationId, registration => registration.Id, (one, registration) => new { one, registration.Reference })
            .OrderBy(pair => pair.one.AskedOn).Take(Verifications.Page)
            .Select(pair => new ApprovalRow(pair.one.Id, pair.Reference, pair.one.Reason, pair.one.AskedOn, pair.one.AskedBy == act.Who)).ToListAsync();
    }

    /// <summary>A second person says whether the case may be opened.</summary>
    /// <returns>False where there is no such request any more, or the actor made it.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a verifier nor a privacy officer.</exception>
    public async Task<bool> AnswerAsync(Guid request, bool approve, Act act)
    {
        act.Demand(MayAnswer);
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<CaseApproval>().FirstOrDefaultAsync(one => one.Id == request && one.State == ApprovalState.Asked && one.AskedBy != act.Who) is not { PersonId: { } person } approval)
        {
            return false;
        }

        var on = act with { On = work.Now };
        approval.Answer(approve, on);
        work.Record(on, approve ? "approval.given" : "approval.declined", person, $"{request:N}");
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return true;
    }

    internal static async Task<Gate> GateAsync(SrmDbContext db, SupplierRegistration registration, Act act)
    {
        if (registration.PersonId is not { } person || !await Children.HasAsync(db, person))
        {
            return new Gate(GateState.Free);
        }

        var last = await db.Set<CaseApproval>().AsNoTracking().Where(one => one.RegistrationId == registration.Id && one.AskedBy == act.Who)
            .OrderByDescending(one => one.AskedOn).FirstOrDefaultAsync();
        return new Gate(last switch
        {
            { State: ApprovalState.Asked } => GateState.Asked,
            { State: ApprovalState.Declined } => GateState.Declined,
            not null when last.OpensOn(act.On) => GateState.Approved,
            _ => GateState.Shut,
        });
    }
}
