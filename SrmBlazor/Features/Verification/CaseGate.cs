using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>Whether a verifier may open an identity check: a child's needs a second person's approval.</summary>
public sealed class CaseGate(Store store)
{
    /// <summary>For what a child's check may be opened.</summary>
    public static readonly IReadOnlyList<ApprovalReason> Reasons = [ApprovalReason.IdentityCheck, ApprovalReason.AfterCorrection, ApprovalReason.GuardianAsked, ApprovalReason.LegalRequest];

    /// <summary>Null when there is no case of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<Gate?> GateAsync(string reference, Act act)
    {
        act.Demand(Role.Verifier);
        await using var db = store.Read();
        return await Verifications.KnownAsync(db, reference) is { } registration ? await OfAsync(db, registration, act) : null;
    }

    /// <summary>Asks for the approval.</summary>
    /// <returns>False where none is needed, or one is asked for or given already.</returns>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<bool> AskAsync(string reference, ApprovalReason reason, Act act)
    {
        act.Demand(Role.Verifier);
        await using var work = await store.WriteAsync();
        return await Verifications.KnownAsync(work.Db, reference) is { PersonId: { } person } registration && await Children.IsAsync(work.Db, person)
            && await ChildGate.AskAsync(work, new ChildCase(person, registration.Id, registration.Reference), reason, act with { On = work.Now });
    }

    internal static async Task<Gate> OfAsync(SrmDbContext db, SupplierRegistration registration, Act act) =>
        registration.PersonId is { } person && await Children.IsAsync(db, person) ? await ChildGate.OfAsync(db, registration.Id, act) : new Gate(GateState.Free);
}
