using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>How the database says it answers.</summary>
internal static class Plans
{
    private static readonly BoardFilter Ended = new() { View = BoardView.Ended, Sort = BoardSort.Newest };

    public static async Task PrintAsync(DatabaseProvider provider, Volume volume)
    {
        var key = (await volume.Board.PageAsync(Ended, BoardPlace.First, volume.Officer)).Rows[^1].Key;
        await using var db = volume.Store.Read();
        Console.WriteLine();
        Console.WriteLine($"Plans of {provider} at {volume.Requests:N0} requests:");
        await PrintAsync(db, provider, "first page, open", Page(new BoardFilter(), BoardPlace.First));
        await PrintAsync(db, provider, "first page, to do in a region", Page(new BoardFilter { View = BoardView.ToDo, Region = "DE" }, BoardPlace.First));
        await PrintAsync(db, provider, "first page, ended", Page(Ended, BoardPlace.First));
        await PrintAsync(db, provider, "first page, ended, of a kind in a region", Page(Ended with { Kind = RequestKind.Copy, Region = "DE" }, BoardPlace.First));
        await PrintAsync(db, provider, "next page, ended", Page(Ended, new BoardPlace(key)));
        await PrintAsync(db, provider, "last page, ended", Page(Ended, BoardPlace.Last));
        await PrintAsync(db, provider, "count of what is late", BoardRequests.Sieve(BoardRequests.All(db), new BoardFilter { Due = BoardDue.Late }, volume.Officer).Take(Board.Counted));

        IQueryable<RightsRequest> Page(BoardFilter filter, BoardPlace place) => BoardRequests.Page(db, filter, place, Board.Size + 1, volume.Officer);
    }

    private static async Task PrintAsync(SrmDbContext db, DatabaseProvider provider, string name, IQueryable<RightsRequest> query)
    {
        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // the program's own statement, asked about
        command.CommandText = (provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) ") + command.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        Console.WriteLine($"{Environment.NewLine}### {name}{Environment.NewLine}");
        while (await reader.ReadAsync())
            Console.WriteLine("    " + reader.GetString(provider == DatabaseProvider.Sqlite ? 3 : 0));
    }
}
