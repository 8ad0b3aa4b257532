using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>Ends the terms of handling columns: the person id is set to null, the row stays and leads to nobody.</summary>
public sealed class Terms(Store store, DataMap map, TimeProvider clock)
{
    /// <returns>How many rows no longer lead to a person.</returns>
    public async Task<int> EndAsync(CancellationToken stop = default)
    {
        var count = 0;
        foreach (var handling in map.Handlings.Where(handling => handling.Term is not null))
        {
            var cutoff = Before(handling.Term!.Value, clock.Now());
            count += await store.UpdateAsync(db => ForgetAsync(db, handling, cutoff, stop), stop);
        }

        return count + await store.UpdateAsync(db => ForgetLedgersAsync(db, clock.Now().AddYears(-3), stop), stop);
    }

    /// <summary>The latest start whose term is over now.</summary>
    private static DateTime Before(Retention term, DateTime now)
    {
        var start = now.AddYears(-term.Years).AddDays(-term.Days);
        return term.FromYearEnd ? new DateTime(start.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc) : start;
    }

    private static Task<int> ForgetAsync(SrmDbContext db, Handling handling, DateTime cutoff, CancellationToken stop)
    {
        var type = db.Model.FindEntityType(handling.Entity)!;
        var sql = string.Create(CultureInfo.InvariantCulture,
            $"UPDATE \"{type.GetTableName()}\" SET \"PersonId\" = NULL WHERE \"PersonId\" IS NOT NULL AND \"{handling.Since}\" < {{0}}");
#pragma warning disable EF1002 // table and column names of our own model
        return db.Database.ExecuteSqlRawAsync(sql, [cutoff], stop);
#pragma warning restore EF1002
    }

    /// <summary>A purpose ledger is kept while anything is held, and three years after its last line.</summary>
    private static Task<int> ForgetLedgersAsync(SrmDbContext db, DateTime cutoff, CancellationToken stop) =>
        db.Set<PurposeEvent>()
            .Where(line => line.PersonId != null
                && !db.Set<PurposeEvent>().Any(later => later.PersonId == line.PersonId && later.On >= cutoff)
                && !db.Set<SealedRow>().Any(row => row.PersonId == line.PersonId && row.State != RowState.Erased))
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.PersonId, (Guid?)null), stop);
}
