using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>
/// Identity checks as verifiers see them. A case shows masked values and leaves a row in the person's access
/// ledger; each reveal leaves its own before anything is shown.
/// </summary>
public sealed class Verifications(Store store, Vault vault, KeyStore keys, AccessLedger access, DataMap map, TimeProvider clock)
{
    public const int ReminderDays = 3;

    /// <summary>Opens a case with masked values; null when there is none of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<OpenedCase?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.Verifier);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not { PersonId: { } person } registration)
        {
            return null;
        }

        await access.RecordCaseAsync(person, registration.Id, act);
        var row = await RowAsync(db, registration, person, act);
        var language = await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
        var scan = map[typeof(IdentityScan)].Name;
        var hasScan = await db.Set<SealedRow>().AnyAsync(one => one.PersonId == person && one.Kind == scan && one.State == RowState.Live);
        var history = (await CaseHistory.OfAsync(db, person))
            .Select(one => new PastEvent(one.Kind, one.On, Standing.Caused(one, act), one.Items, one.Ground, one.ErasureId, one.MessageId is not null));
        return new OpenedCase(row, await Standing.OfAsync(db, registration, act), language, await MaskedAsync(db, registration, person), hasScan, [.. history]);
    }

    /// <summary>Where a case stands, without opening it; null when there is none of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    public async Task<Standing?> StandingAsync(string reference, Act act)
    {
        act.Demand(Role.Verifier);
        await using var db = store.Read();
        return await FindAsync(db, reference, act) is { } registration ? await Standing.OfAsync(db, registration, act) : null;
    }

    /// <summary>Shows one thing in clear after its row is in the access ledger; null when it may not be opened or is gone.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<Revelation?> RevealAsync(string reference, Revealable what, RevealReason reason, Act act)
    {
        act.Demand(Role.Verifier);
        if (await UnderCheckAsync(reference, act) is not { PersonId: { } person } registration)
        {
            return null;
        }

        return what switch
        {
            Revealable.Name => Of(await access.RevealAsync<Identity>(person, registration.Id, For.IdentityCheck, reason, act), one => new Revelation(one.FullName)),
            Revealable.Nationality => Of(await access.RevealAsync<Identity>(person, registration.Id, For.IdentityCheck, reason, act), one => new Revelation("", one.Nationality)),
            Revealable.Document => Of(await access.RevealAsync<IdentityDocument>(person, registration.Id, For.IdentityCheck, reason, act), one => new Revelation(one.Number, one.Country)),
            Revealable.Message => Of(await access.RevealAsync<CaseMessage>(person, registration.Id, For.ExplainDecision, reason, act), one => new Revelation(one.Text)),
        };
    }

    /// <summary>The scan (JPEG), while the check runs; each opening leaves its own row first. Null when there is nothing to show.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<byte[]?> ScanAsync(string reference, Act act)
    {
        act.Demand(Role.Verifier);
        return await UnderCheckAsync(reference, act) is { PersonId: { } person } registration
            ? (await access.RevealAsync<IdentityScan>(person, registration.Id, For.IdentityCheck, RevealReason.CompareWithScan, act)).OrNull?.Picture
            : null;
    }

    /// <summary>A case that the actor may open: a child's needs a second person's approval, and is not found without it.</summary>
    internal static async Task<SupplierRegistration?> FindAsync(SrmDbContext db, string reference, Act act) =>
        await KnownAsync(db, reference) is { } registration && (await CaseGate.OfAsync(db, registration, act)).IsOpen ? registration : null;

    /// <summary>A registration that ever came to a check; others are not the verifiers' business, nor is a child's that waits for the guardian.</summary>
    internal static Task<SupplierRegistration?> KnownAsync(SrmDbContext db, string reference) =>
        Cases(db).FirstOrDefaultAsync(one => one.Reference == reference);

    private static Revelation? Of<T>(Opening<T> opening, Func<T, Revelation> show)
        where T : SealedRecord => opening.OrNull is { } record ? show(record) : null;

    private static IQueryable<SupplierRegistration> Cases(SrmDbContext db) =>
        db.Set<SupplierRegistration>().Where(one => one.PersonId != null && one.CheckBegunOn != null && one.State != RegistrationState.AwaitsGuardian);

    private async Task<CaseRow> RowAsync(SrmDbContext db, SupplierRegistration one, Guid person, Act act)
    {
        var region = await db.Set<Person>().Where(owner => owner.Id == person).Select(owner => owner.Region).FirstOrDefaultAsync();
        var begun = await CheckTerms.RunningSinceAsync(db, [person]);
        return new CaseRow(
            one.Id, one.Reference, one.State, one.CheckBegunOn!.Value, (int)(clock.Now() - one.CheckBegunOn.Value).TotalDays,
            begun.TryGetValue(person, out var since) ? since + For.IdentityCheck.Term : null,
            region ?? "", one.Cooperation, Standing.Held(one.CheckedBy, act), await Children.IsAsync(db, person));
    }

    private async Task<SupplierRegistration?> UnderCheckAsync(string reference, Act act)
    {
        await using var db = store.Read();
        return await FindAsync(db, reference, act) is { State: RegistrationState.IdentityCheck } registration ? registration : null;
    }

    private async Task<MaskedFacts?> MaskedAsync(SrmDbContext db, SupplierRegistration registration, Guid person)
    {
        if (registration.State != RegistrationState.IdentityCheck
            || (await vault.OpenAsync<Identity>(db, person, For.IdentityCheck)).OrNull is not { } identity
            || (await vault.OpenAsync<IdentityDocument>(db, person, For.IdentityCheck)).OrNull is not { } document)
        {
            return null;
        }

        return MaskedFacts.Of(identity, document, await IsDuplicateAsync(db, person, document.Number), DateOnly.FromDateTime(clock.Now()));
    }

    private async Task<bool> IsDuplicateAsync(SrmDbContext db, Guid person, string number)
    {
        var records = (await keys.LookUpAsync(LookUp.IdNumber, number)).Where(entry => entry.PersonId != person).Select(entry => entry.RecordId).ToList();
        return await db.Set<SealedRow>().AnyAsync(row => records.Contains(row.Id) && row.State == RowState.Live);
    }
}
