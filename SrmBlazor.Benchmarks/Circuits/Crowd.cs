using System.Collections.Concurrent;
using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>Many people on one page, each with cookies and a circuit of their own.</summary>
internal sealed class Crowd(Subject subject, Uri address) : IAsyncDisposable
{
    private const int Doors = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker http = Visitor.NewHttp();
    private readonly ConcurrentBag<Circuit> circuits = [];
    private readonly CancellationTokenSource leaving = new();
    private Task? pinging;
    private int visitors;

    public IReadOnlyCollection<Circuit> Circuits => circuits;

    /// <summary>Why circuits were lost, if any were.</summary>
    public string? Fault => circuits.Select(circuit => circuit.Fault).FirstOrDefault(fault => fault is not null);

    public async Task GrowToAsync(int count)
    {
        pinging ??= PingAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, count - circuits.Count), new ParallelOptions { MaxDegreeOfParallelism = Doors }, async (_, _) =>
        {
            using var patience = new CancellationTokenSource(Patience);
            var visitor = new Visitor(http, Interlocked.Increment(ref visitors));
            await subject.EnterAsync(visitor, address);
            circuits.Add(await Circuit.OpenAsync(visitor, new Uri(address, subject.Page), patience.Token));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        if (pinging is not null)
            await pinging;
        await Parallel.ForEachAsync(circuits, async (circuit, _) => await circuit.DisposeAsync());
        http.Dispose();
        leaving.Dispose();
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(leaving.Token))
                await Task.WhenAll(circuits.Select(circuit => circuit.PingAsync()));
        }
        catch (OperationCanceledException)
        {
            // everybody is leaving
        }
    }
}
