using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;

namespace SrmBlazor.Support;

/// <summary>How a database says that it would answer a question of the program.</summary>
internal static class Plan
{
    public static Task<IReadOnlyList<string>> OfAsync<T>(SrmDbContext db, IQueryable<T> query) => OfAsync(db, query, "EXPLAIN QUERY PLAN ", column: 3);

    /// <summary>Of PostgreSQL, that it could: where it may neither read a table whole nor sort, as it would not where the table is large.</summary>
    public static async Task<IReadOnlyList<string>> OfLargeAsync<T>(SrmDbContext db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");
        return await OfAsync(db, query, "EXPLAIN (COSTS OFF) ", column: 0);
    }

    private static async Task<IReadOnlyList<string>> OfAsync<T>(SrmDbContext db, IQueryable<T> query, string explain, int column)
    {
        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // the program's own statement, asked about instead of carried out
        command.CommandText = explain + command.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(column));
        }

        return steps;
    }
}
