using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>What the end of purposes does to a person's records, told before it is done. It asks the ledger what the collector will ask it.</summary>
/// <param name="Erased">Records that nothing would hold any more: they go at once.</param>
/// <param name="Kept">Records that something still would hold.</param>
public sealed record Consequence(IReadOnlyList<Concerned> Erased, IReadOnlyList<Concerned> Kept)
{
    /// <summary>What the collector would erase, and what it would leave, if this ended now.</summary>
    public static async Task<Consequence> OfAsync(SrmDbContext db, DataMap map, Guid person, IEnumerable<Ending> endings, DateTime now)
    {
        var ledger = await db.LedgerAsync(person);
        var after = ledger.With(endings.Select(ending => PurposeEvent.Of(person, ending.Purpose, ending.Record, PurposeChange.Ended, now, "planned")));
        var all =
            from row in await LiveRow.OfAsync(db, person)
            let kind = map[row.Kind]
            let before = ledger.HoldsOf(kind, row.Id, now).ToList()
            let left = after.HoldsOf(kind, row.Id, now).ToList()
            select new Concerned(row.Id, kind, left.MaxBy(hold => hold.Until), left.Count < before.Count);
        var records = all.ToList();
        return new Consequence(records.FindAll(one => one.Holds is null), records.FindAll(one => one.Holds is not null));
    }
}

/// <param name="Holds">Why it stays, of several holds the one that lasts longest; null where nothing holds it.</param>
/// <param name="Loses">Something holds it now and would no longer.</param>
public sealed record Concerned(Guid Record, RecordKind Kind, Hold? Holds, bool Loses);
