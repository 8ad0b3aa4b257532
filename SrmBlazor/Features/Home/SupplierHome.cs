using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Home;

/// <summary>What a supplier sees of their own case. The person is always the one who acts: there is no other to ask for.</summary>
public sealed class SupplierHome(Store store, CaseHistory history, AccessLedger access)
{
    /// <summary>Null for a supplier without a registration of their own.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Overview?> OverviewAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        if (await db.Set<SupplierRegistration>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == act.Who) is not { } registration)
        {
            return null;
        }

        var events = new List<(CaseEvent, string?)>();
        foreach (var one in await history.OfAsync(act.Who))
        {
            events.Add((one, await history.MessageOfAsync(one)));
        }

        return new Overview(registration.Reference, registration.State, Milestone.Of(registration, events));
    }

    /// <summary>A receipt for each erasure that was carried out and took an identity scan, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Receipt>> ReceiptsAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await ReceiptsAsync(db, act.Who, null);
    }

    /// <summary>One receipt; another person's is not found.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Receipt?> ReceiptAsync(Guid number, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await ReceiptsAsync(db, act.Who, number) is [var receipt] ? receipt : null;
    }

    /// <summary>What was erased, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Gone>> GoneAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var rows = await db.Set<SealedRow>().Where(row => row.PersonId == act.Who && row.State == RowState.Erased && row.ErasedOn != null)
            .Select(row => new { row.Kind, On = row.ErasedOn!.Value }).ToListAsync();
        return [.. rows.GroupBy(row => (row.Kind, row.On.Date)).Select(group => new Gone(group.Key.Kind, group.Count(), group.Max(row => row.On))).OrderByDescending(gone => gone.On)];
    }

    /// <summary>Who looked, newest first: roles, never names.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<IReadOnlyList<AccessLine>> LooksAsync(Act act)
    {
        act.Demand(Role.Supplier);
        return access.OfAsync(act.Who);
    }

    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Decided?> DecidedAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var policy = await db.Set<PolicyDecision>().AsNoTracking().Where(one => one.PersonId == act.Who && one.Answer == PolicyAnswer.Accepted)
            .OrderByDescending(one => one.On).FirstOrDefaultAsync();
        var consent = (await db.LedgerAsync(act.Who)).Lines
            .LastOrDefault(line => line.Purpose == For.SensitiveIdentity.Key && line.Change is (PurposeChange.Began or PurposeChange.Renewed or PurposeChange.Ended));
        return policy is null ? null : new Decided(policy.Version, policy.Language, policy.On,
            consent?.Change is PurposeChange.Began or PurposeChange.Renewed ? consent.On : null, consent?.Change == PurposeChange.Ended ? consent.On : null);
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(SrmDbContext db, Guid person, Guid? number)
    {
        var scan = IdentityScan.Kind.Name;
        var erasures = await db.Set<Erasure>().AsNoTracking()
            .Where(one => one.PersonId == person && one.DoneOn != null && (number == null || one.Id == number)
                && db.Set<SealedRow>().Any(row => row.ErasureId == one.Id && row.Kind == scan && row.State == RowState.Erased))
            .OrderByDescending(one => one.DoneOn).ToListAsync();
        var ids = erasures.Select(one => one.Id).ToList();
        var rows = await db.Set<SealedRow>().Where(row => row.ErasureId != null && ids.Contains(row.ErasureId.Value)).Select(row => new { row.ErasureId, row.Kind }).ToListAsync();
        return [.. erasures.Select(one => new Receipt(one.Id, one.DoneOn!.Value, one.Cause,
            [.. rows.Where(row => row.ErasureId == one.Id).Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal)]))];
    }
}
