using System.Collections.Concurrent;
using System.Diagnostics;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>Five hundred people who type once a second, on a server with one processor.</summary>
internal sealed class TypingCrowd : Benchmark
{
    private const int People = 500;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override string Name => "crowd";

    protected override IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows =>
    [
        ("500 people, a key a second, one core: p50, ms", "0.0", null),
        ("500 people, a key a second, one core: p99, ms", "0.0", Goal.AtMost(25)),
        ("– keys answered within a second each, %", "0.0", null),
        ("– processor time for a key, ms", "0.00", null),
    ];

    protected override async Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app)
    {
        await using var running = await RunningApp.StartAsync(app, cpu: 0);
        await using var crowd = new Crowd(app.Subject, running.Address);
        await crowd.GrowToAsync(People);
        await Machine.BeQuietAsync();
        await Machine.UseAsync("1");
        try
        {
            await TypeAsync(crowd, app.Subject.Judged, Warming);
            var worked = running.Worked;
            var took = await TypeAsync(crowd, app.Subject.Judged, Measuring);
            var work = (running.Worked - worked).TotalMilliseconds / took.Count;
            if (crowd.Fault is { } fault)
                await Console.Error.WriteLineAsync($"{Name}, {app.Subject.Name}: circuits were lost. {fault}");
            return [took.Median(), took.Percentile(0.99), took.Count(took => took < 1000) * 100.0 / took.Count, work];
        }
        finally
        {
            await Machine.UseAsync("0,1");
        }
    }

    /// <returns>Milliseconds from each key to its judgement; those who lost patience count with all of it.</returns>
    private static async Task<IReadOnlyCollection<double>> TypeAsync(Crowd crowd, TypedField field, TimeSpan duration)
    {
        var took = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(crowd.Circuits.Select(async (circuit, index) =>
        {
            await Task.Delay(Between * index / crowd.Circuits.Count); // not all at once
            using var second = new PeriodicTimer(Between);
            for (var key = 0; clock.Elapsed < duration && circuit.Fault is null; key++)
            {
                took.Add(await TypeOnceAsync(circuit, field.Id, key % 2 == 0 ? field.Wrong : field.Right));
                await second.WaitForNextTickAsync();
            }
        }));
        return took;
    }

    private static async Task<double> TypeOnceAsync(Circuit circuit, string field, string text)
    {
        try
        {
            return await circuit.TypeAsync(field, text, Patience);
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidOperationException)
        {
            return Patience.TotalMilliseconds;
        }
    }
}
