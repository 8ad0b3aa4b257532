using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>A purpose that ends, for all it covers or for one record.</summary>
public sealed record Ending(Purpose Purpose, Guid? Record)
{
    /// <summary>Everything that goes on for a person and could end, except what is named.</summary>
    public static async Task<IReadOnlyList<Ending>> OfAllAsync(SrmDbContext db, DataMap map, Guid person, DateTime now, params Purpose[] stay)
    {
        var ledger = await db.LedgerAsync(person);
        var rows = await LiveRow.OfAsync(db, person);
        return [.. map.Purposes.Where(purpose => !purpose.OutlastsErasure && !stay.Contains(purpose))
            .SelectMany(purpose => ScopesOf(purpose, map, rows).Where(record => ledger.Lasts(purpose, record, now)).Select(record => new Ending(purpose, record)))];
    }

    private static IEnumerable<Guid?> ScopesOf(Purpose purpose, DataMap map, IReadOnlyList<LiveRow> rows) =>
        purpose.PerRecord ? rows.Where(row => map[row.Kind].Holders.Contains(purpose)).Select(row => (Guid?)row.Id).Concat(purpose.ByConsent ? [null] : []) : [null];
}

/// <summary>Id and kind of a record that lives: a ciphertext can be a picture.</summary>
internal sealed record LiveRow(Guid Id, string Kind)
{
    public static async Task<IReadOnlyList<LiveRow>> OfAsync(SrmDbContext db, Guid person) =>
        await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live)
            .OrderBy(row => row.Id).Select(row => new LiveRow(row.Id, row.Kind)).ToListAsync();
}
