using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;

namespace SrmBlazor.Support;

/// <summary>How SQLite says that it would answer a question of the program.</summary>
internal static class Plan
{
    public static async Task<IReadOnlyList<string>> OfAsync<T>(SrmDbContext db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // the program's own statement, asked about instead of carried out
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
