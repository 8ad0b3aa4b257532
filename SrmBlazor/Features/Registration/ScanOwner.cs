using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>Who may put a scan, turn it and take it away, until it is sent with what it belongs to.</summary>
public abstract record ScanOwner
{
    private ScanOwner()
    {
    }

    /// <summary>Null where there is nothing to which a scan could belong now.</summary>
    internal abstract Task<ScanPlace?> FindAsync(SrmDbContext db, DateTime now);

    /// <summary>Whoever registers: the open draft of a key.</summary>
    public sealed record OfDraft(DraftKey Key) : ScanOwner
    {
        internal override async Task<ScanPlace?> FindAsync(SrmDbContext db, DateTime now) =>
            await Drafts.OpenDrafts(db, Key, now).FirstOrDefaultAsync() is { PersonId: { } person } draft
                ? new ScanPlace(person, draft.Id, draft.ScanId, draft.AttachScan, draft.DetachScan)
                : null;
    }

    /// <summary>A signed-in supplier who was asked to mend something. A new scan waits, like a draft's, held by itself until it is sent.</summary>
    public sealed record OfSupplier(Act Act) : ScanOwner
    {
        internal override async Task<ScanPlace?> FindAsync(SrmDbContext db, DateTime now) =>
            Act.Is(Role.Supplier) && await db.Set<SupplierRegistration>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == Act.Who && one.State == RegistrationState.CorrectionAsked) is { } registration
                ? new ScanPlace(Act.Who, registration.Id, await WaitingAsync(db, Act.Who, now), _ => { }, () => { })
                : null;
    }

    /// <summary>The newest scan that was received and not sent yet.</summary>
    internal static async Task<Guid?> WaitingAsync(SrmDbContext db, Guid person, DateTime now)
    {
        var kind = IdentityScan.Kind.Name;
        var scans = await db.Set<SealedRow>().Where(row => row.PersonId == person && row.Kind == kind && row.State == RowState.Live).Select(row => row.Id).ToListAsync();
        var ledger = await db.LedgerAsync(person);
        return scans.Where(scan => ledger.IsLive(For.Registration, scan, now)).Order().Select(scan => (Guid?)scan).LastOrDefault();
    }
}

/// <param name="Quota">What uploads are counted under.</param>
/// <param name="Scan">The scan that lies there already.</param>
/// <param name="Attach">Notes the new scan; the context that found the place saves it.</param>
internal sealed record ScanPlace(Guid Person, Guid Quota, Guid? Scan, Action<Guid> Attach, Action Detach);
