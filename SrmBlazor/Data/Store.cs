using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;

namespace SrmBlazor.Data;

/// <summary>
/// The way to the main store: one context per method, never one for a circuit's life. Writers in one process take turns,
/// because SQLite has one writer and a queue of ours is fairer than its busy wait (worst write 23 ms instead of 3 s with eight writers).
/// </summary>
public sealed class Store(Func<SrmDbContext> contexts, RootSecret root, ChangeFeed changes, Nodes nodes, TimeProvider clock) : IDisposable
{
    /// <summary>The advisory lock of whoever writes to PostgreSQL.</summary>
    internal const int TurnToWrite = 5080;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Updates updates = new(contexts);

    /// <summary>A context to read with.</summary>
    public SrmDbContext Read() => contexts();

    /// <summary>
    /// Waits for a turn, opens a transaction that excludes other writers (SQLite: IMMEDIATE; PostgreSQL: advisory lock) and
    /// gives the context to write with. Nothing is kept unless <see cref="Writing.CommitAsync"/> was awaited.
    /// </summary>
    public async Task<Writing> WriteAsync(CancellationToken stop = default)
    {
        await turn.WaitAsync(stop);
        var db = contexts();
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(stop);
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TurnToWrite})", stop);
            }

            return new Writing(db, transaction, turn, root, changes, nodes, clock);
        }
        catch
        {
            await db.DisposeAsync();
            turn.Release();
            throw;
        }
    }

    /// <summary>One statement that needs no others beside it, in turn: a draft's save. Those that wait for the same turn are kept together.</summary>
    public async Task<int> UpdateAsync(Func<SrmDbContext, Task<int>> statement, CancellationToken stop = default)
    {
        var mine = updates.Add(statement);
        try
        {
            await turn.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            mine.Abandon();
            throw;
        }

        try
        {
            // whoever had the turn before may have taken it along
            while (!mine.Answer.IsCompleted)
            {
                await updates.RunAsync();
            }
        }
        finally
        {
            turn.Release();
        }

        return await mine.Answer;
    }

    public void Dispose() => turn.Dispose();
}
