using System.Collections.Concurrent;

namespace SrmBlazor.Data;

/// <summary>
/// Single statements of many people, kept together: what each costs is the sync of the disk, and whoever has the turn takes along all who wait,
/// in one transaction. Each is answered after the commit.
/// </summary>
internal sealed class Updates(Func<SrmDbContext> contexts)
{
    private const int Most = 64;

    private readonly ConcurrentQueue<Update> waiting = new();

    public Update Add(Func<SrmDbContext, Task<int>> statement)
    {
        var update = new Update(statement);
        waiting.Enqueue(update);
        return update;
    }

    /// <summary>Runs what waits. By whoever has the turn to write; on a thread of its own, since SQLite holds its thread until the disk has answered.</summary>
    public Task RunAsync() =>
        Task.Factory.StartNew(RunTogetherAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private async Task RunTogetherAsync()
    {
        var group = new List<Update>();
        while (group.Count < Most && waiting.TryDequeue(out var update))
        {
            if (!update.Answer.IsCompleted)
            {
                group.Add(update);
            }
        }

        if (group.Count > 1 && await TryTogetherAsync(group))
        {
            return;
        }

        foreach (var update in group)
        {
            await RunAloneAsync(update);
        }
    }

    /// <returns>False when one of them failed and nothing was kept: whose it was comes out when each is tried by itself.</returns>
    private async Task<bool> TryTogetherAsync(List<Update> group)
    {
        var counts = new int[group.Count];
        try
        {
            await using var db = contexts();
            await using var transaction = await db.Database.BeginTransactionAsync();
            for (var place = 0; place < counts.Length; place++)
            {
                counts[place] = await group[place].Statement(db);
            }

            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            return false;
        }

        foreach (var (place, update) in group.Index())
        {
            update.Succeed(counts[place]);
        }

        return true;
    }

    private async Task RunAloneAsync(Update update)
    {
        try
        {
            await using var db = contexts();
            update.Succeed(await update.Statement(db));
        }
        catch (Exception failure)
        {
            update.Fail(failure);
        }
    }

    internal sealed class Update(Func<SrmDbContext, Task<int>> statement)
    {
        private readonly TaskCompletionSource<int> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Func<SrmDbContext, Task<int>> Statement => statement;

        /// <summary>How many rows it changed.</summary>
        public Task<int> Answer => answer.Task;

        public void Succeed(int rows) => answer.TrySetResult(rows);

        public void Fail(Exception failure) => answer.TrySetException(failure);

        /// <summary>Nobody waits for it any more, and it was not begun.</summary>
        public void Abandon() => answer.TrySetCanceled();
    }
}
