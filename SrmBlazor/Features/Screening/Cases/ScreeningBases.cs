using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Writes down what people are compared with from now on, once for each change of the lists or of the engine.</summary>
public sealed class ScreeningBases(Store store, ListShelf shelf, TimeProvider clock)
{
    /// <summary>Null while there is no list: nobody is cleared against nothing.</summary>
    internal async Task<ScreeningBasis?> CurrentAsync(CancellationToken stop = default)
    {
        var lists = await shelf.CurrentAsync(stop);
        if (lists.Entries.Count == 0)
        {
            return null;
        }

        await using (var db = store.Read())
        {
            if (await ScreeningBasis.NewestAsync(db, stop) is { } known && known.IsOf(lists.Fingerprint))
            {
                return known;
            }
        }

        await using var work = await store.WriteAsync(stop);
        var newest = await ScreeningBasis.NewestAsync(work.Db, stop);
        if (newest?.IsOf(lists.Fingerprint) == true)
        {
            return newest;
        }

        var measure = newest is null ? null : newest.IsMeasure ? newest : await work.Db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == newest.MeasuredBy, stop);
        var basis = ScreeningBasis.Of((newest?.Number ?? 0) + 1, lists, measure?.Measures(lists) == true ? measure : null, work.Now);
        work.Db.Add(basis);
        work.Record(Act.OfSystem(clock), "screening.basis", Guid.Empty, $"{basis.Number} {basis.Fingerprint} {basis.Engine}");
        await work.CommitAsync(stop);
        return basis;
    }
}
