using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>What one more person on the form costs in memory.</summary>
internal sealed class Memory : Benchmark
{
    private const int Warm = 50;
    private static readonly int[] Steps = [100, 250, 500, 750, 1000];
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);

    public override string Name => "memory";

    protected override IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows =>
    [
        ("resident memory for a circuit, KiB", "0", Goal.AtMost(300)),
        ("– managed heap of it, KiB", "0", null),
    ];

    protected override async Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app)
    {
        var gauge = new HeapGauge();
        await using var running = await RunningApp.StartAsync(app, gauge: gauge);
        await using var crowd = new Crowd(app.Subject, running.Address);
        await crowd.GrowToAsync(Warm);
        var (resident, managed) = (new List<(double, double)>(), new List<(double, double)>());
        foreach (var count in Steps)
        {
            await crowd.GrowToAsync(count);
            await Task.Delay(Settling);
            managed.Add((count, await gauge.MeasureAsync() / 1024.0));
            resident.Add((count, running.Resident));
        }

        return crowd.Fault is null ? [resident.Slope(), managed.Slope()] : throw new InvalidOperationException(crowd.Fault);
    }
}
