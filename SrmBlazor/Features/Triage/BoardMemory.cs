using System.Collections.Concurrent;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// What the board was last asked and answered. A change makes every open board ask again, and most of them ask the same: it is read once for all.
/// An answer is forgotten with the next change, and after a moment in any case, so that what nobody announced is seen too.
/// </summary>
public sealed class BoardMemory(ChangeFeed changes, TimeProvider time)
{
    private const int Most = 256;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<object, Answer> answers = new();

    /// <param name="question">All that the answer depends on, whoever asks.</param>
    /// <param name="topic">What makes it an old one.</param>
    internal async Task<T> RememberAsync<T>(object question, Func<Task<T>> ask, string topic = Topics.Queue)
    {
        // read before it is asked: what changes meanwhile makes the answer an old one
        var (turn, now) = (changes.TurnOf(topic), time.GetTimestamp());
        if (answers.TryGetValue(question, out var known) && known.Turn == turn && time.GetElapsedTime(known.Since, now) < Moment)
        {
            return await (Task<T>)known.Task;
        }

        var task = new Lazy<Task<T>>(ask);
        var fresh = new Answer(turn, now, () => task.Value);
        var kept = answers.AddOrUpdate(question, fresh, (_, other) => other.Turn == turn && time.GetElapsedTime(other.Since, now) < Moment ? other : fresh);
        if (answers.Count > Most)
        {
            answers.Clear();
        }

        try
        {
            return await (Task<T>)kept.Task;
        }
        catch
        {
            answers.TryRemove(new KeyValuePair<object, Answer>(question, kept));
            throw;
        }
    }

    private sealed record Answer(long Turn, long Since, Func<Task> Ask)
    {
        public Task Task => Ask();
    }
}
