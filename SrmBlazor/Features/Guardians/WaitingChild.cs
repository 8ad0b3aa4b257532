using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Guardians;

/// <summary>A child whose guardian is to be asked, or was: with a draft, or with a registration that was sent before the child was found.</summary>
/// <param name="ErasedOn">When everything is erased unless the guardian consents (UTC).</param>
internal sealed record WaitingChild(Guid Person, DateTime ErasedOn, Draft? Draft, SupplierRegistration? Registration)
{
    /// <summary>Null where the person does not wait, or the thirty days are over.</summary>
    public static async Task<WaitingChild?> FindAsync(SrmDbContext db, Guid person, DateTime now) =>
        await db.Set<Draft>().FirstOrDefaultAsync(draft => draft.PersonId == person && draft.State == DraftState.AwaitsGuardian && draft.ExpiresOn > now) is { } draft
            ? new WaitingChild(person, draft.ExpiresOn, draft, null)
            : await WithAccountAsync(db, person) is { } waiting && now < waiting.ErasedOn ? waiting : null;

    public static async Task<WaitingChild?> FindAsync(SrmDbContext db, DraftKey key, DateTime now) =>
        await db.Set<Draft>().FirstOrDefaultAsync(draft => draft.KeyHash == key.Hash && draft.State == DraftState.AwaitsGuardian && draft.ExpiresOn > now) is { PersonId: { } person } draft
            ? new WaitingChild(person, draft.ExpiresOn, draft, null) : null;

    /// <summary>Also where the thirty days are over: the line that closed the ledger tells since when.</summary>
    public static async Task<WaitingChild?> WithAccountAsync(SrmDbContext db, Guid person) =>
        await db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person && one.State == RegistrationState.AwaitsGuardian) is { } registration
        && (await db.LedgerAsync(person)).Lines.LastOrDefault(line => line.Purpose == For.ChildData.Key) is { Change: PurposeChange.Ended } closed
            ? new WaitingChild(person, closed.On + Draft.Life, null, registration) : null;
}
