using System.Collections.Concurrent;

namespace SrmBlazor.Features.Insight;

/// <summary>
/// What was counted in the last minute, for whoever asks. Nothing else is counted meanwhile: however many periods and parts are asked for, figures
/// never take more than one processor, and nobody's page waits for them but their own.
/// </summary>
public sealed class FigureMemory(TimeProvider time) : IDisposable
{
    private const int Most = 64;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Scope, Answer> answers = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    internal async Task<Figures> RememberAsync(Scope scope, Func<Task<Figures>> count)
    {
        var fresh = new Answer(time.GetTimestamp(), new Lazy<Task<Figures>>(() => Task.Run(() => InTurnAsync(count))));
        var kept = answers.AddOrUpdate(scope, fresh, (_, known) => time.GetElapsedTime(known.Since, fresh.Since) < Minute ? known : fresh);
        if (answers.Count > Most)
        {
            answers.Clear();
        }

        try
        {
            return await kept.Counted.Value;
        }
        catch
        {
            answers.TryRemove(new KeyValuePair<Scope, Answer>(scope, kept));
            throw;
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<Figures> InTurnAsync(Func<Task<Figures>> count)
    {
        await turn.WaitAsync();
        try
        {
            return await count();
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed record Answer(long Since, Lazy<Task<Figures>> Counted);
}
