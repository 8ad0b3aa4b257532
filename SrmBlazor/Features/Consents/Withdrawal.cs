using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>What taking a consent back does, told before it is done. It asks the ledger what the collector will ask it.</summary>
/// <param name="Erased">Records that nothing else holds: they go at once.</param>
/// <param name="Kept">Records that lose this hold and stay, each with the hold that lasts longest.</param>
public sealed record Withdrawal(IReadOnlyList<Concerned> Erased, IReadOnlyList<Concerned> Kept)
{
    /// <summary>What the collector would erase, and what it would leave, if the purpose ended now.</summary>
    internal static async Task<Withdrawal> OfAsync(SrmDbContext db, DataMap map, Guid person, Purpose purpose, DateTime now)
    {
        var ledger = await db.LedgerAsync(person);
        var after = ledger.With(ledger.Spells(purpose, now).Select(record => PurposeEvent.Of(person, purpose, record, PurposeChange.Ended, now, "consent.withdrawn")));
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live)
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.Kind }).ToListAsync();
        var concerned =
            from row in rows
            let kind = map[row.Kind]
            let before = ledger.HoldsOf(kind, row.Id, now).ToList()
            let left = after.HoldsOf(kind, row.Id, now).ToList()
            where left.Count < before.Count
            select new Concerned(row.Id, kind, left.MaxBy(hold => hold.Until));
        var all = concerned.ToList();
        return new Withdrawal(all.FindAll(one => one.Holds is null), all.FindAll(one => one.Holds is not null));
    }
}

/// <param name="Holds">Why it stays; null where nothing holds it.</param>
public sealed record Concerned(Guid Record, RecordKind Kind, Hold? Holds);
