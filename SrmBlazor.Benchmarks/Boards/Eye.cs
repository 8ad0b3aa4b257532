using System.Diagnostics;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>What one board is sent.</summary>
internal sealed class Eye
{
    private static readonly byte[] Own = "\u0003you"u8.ToArray();
    private readonly List<long> seen = [];
    private readonly TaskCompletionSource<long> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Eye(Circuit circuit) => circuit.Seen = batch =>
    {
        var now = Stopwatch.GetTimestamp();
        ShowsOwn |= batch.IndexOf(Own) >= 0;
        lock (seen)
            seen.Add(now);
        if (batch.IndexOf("a colleague"u8) >= 0 || batch.IndexOf("nobody"u8) >= 0)
            first.TrySetResult(now);
    };

    /// <summary>When it was first told that a row went to a colleague or to nobody. A rendering alone can be of nothing.</summary>
    public Task<long> First => first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>It says of a row that the reader has it in hand.</summary>
    public bool ShowsOwn { get; private set; }

    public IEnumerable<double> SecondAfter(IEnumerable<long> changes)
    {
        lock (seen)
        {
            foreach (var change in changes)
            {
                var at = seen.FindIndex(at => at >= change);
                if (at >= 0)
                    yield return Stopwatch.GetElapsedTime(change, seen[Math.Min(at + 1, seen.Count - 1)]).TotalMilliseconds;
            }
        }
    }
}
