using System.Diagnostics;
using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;
using SrmBlazor.Benchmarks.Rows;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>
/// What a change costs a node with many open boards. The node has one processor; the change is made by another node, this process, on the same
/// PostgreSQL, so that the way between the nodes is measured too.
/// </summary>
internal static class FanOut
{
    public const string Name = "boards";

    private const int Changes = 20;
    private const int Hurry = 50;
    private static readonly int[] Steps = [100, 250, 500, 750, 1000];
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Storm = TimeSpan.FromSeconds(10);

    /// <returns>Whether every goal is met.</returns>
    public static async Task<bool> RunAsync(PublishedApp app, int? most)
    {
        await using var office = await Office.OpenAsync(app);
        var gauge = new HeapGauge();
        await using var running = await office.StartAsync(cpu: 0, gauge);
        var subject = await office.SubjectAsync(running.Address);
        var met = true;
        await Machine.UseAsync("1");
        await using (var crowd = new Crowd(subject, running.Address))
        {
            var (resident, heap) = (new List<(double, double)>(), new List<(double, double)>());
            foreach (var count in Steps.Where(count => count <= (most ?? int.MaxValue)))
            {
                await crowd.GrowToAsync(count);
                await Task.Delay(Settling);
                heap.Add((count, await gauge.MeasureAsync() / 1024.0));
                resident.Add((count, running.Resident));
                Console.Error.WriteLine($"{count:N0} boards are open");
            }

            await Machine.BeQuietAsync();
            var hand = office.Hand;
            var (took, work) = await OneByOneAsync(crowd, hand, running);
            Print(ref met, "one change to 1,000 boards: p50, ms", took.Median(), 100);
            Print(ref met, "– the slowest, ms", took.Max(), 300);
            Print(ref met, "– processor time for each, ms", work, 0.25);
            await Task.WhenAll(crowd.Circuits.Select(circuit => circuit.ShowAsync(visible: false, TimeSpan.FromSeconds(60))));
            await Task.Delay(Settling);
            Print(ref met, "– hidden boards: processor time for each, ms", await HiddenAsync(hand, running) / crowd.Circuits.Count, 0.01);
            Print(ref met, "memory for a board, KiB", heap.Slope(), 500);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| – resident, with what the collector has not given back, KiB | {resident.Slope():0} | | |"));
            if (crowd.Fault is { } fault)
                throw new InvalidOperationException(fault);
        }

        await using (var crowd = new Crowd(subject, running.Address))
        {
            await crowd.GrowToAsync(200);
            await Task.Delay(Settling);
            var (took, missed) = await StormAsync(crowd, office.Hand);
            Print(ref met, $"200 boards, {Hurry} changes a second: p99 until it is surely seen, ms", took.Percentile(0.99), 500);
            Print(ref met, "– boards that do not show the last change at rest", missed, 0);
        }

        await Machine.UseAsync("0,1");
        return met;
    }

    /// <returns>Milliseconds from each change until each board had it, and processor milliseconds of the node for each.</returns>
    private static async Task<(IReadOnlyList<double> Took, double Work)> OneByOneAsync(Crowd crowd, Hand hand, RunningApp running)
    {
        var took = new List<double>();
        var work = TimeSpan.Zero;
        for (var change = -3; change < Changes; change++)
        {
            var eyes = crowd.Circuits.Select(circuit => new Eye(circuit)).ToList();
            var worked = running.Worked;
            var since = await hand.MoveAsync();
            var seen = await Task.WhenAll(eyes.Select(eye => eye.First));
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (change < 0)
                continue;
            took.AddRange(seen.Select(at => Stopwatch.GetElapsedTime(since, at).TotalMilliseconds));
            work += running.Worked - worked;
        }

        return (took, work.TotalMilliseconds / Changes / crowd.Circuits.Count);
    }

    /// <returns>Processor milliseconds of the node for a change, beyond what it does in the same time when nothing changes.</returns>
    private static async Task<double> HiddenAsync(Hand hand, RunningApp running)
    {
        var worked = running.Worked;
        var since = Stopwatch.GetTimestamp();
        for (var change = 0; change < Changes; change++)
            await hand.MoveAsync();
        await Task.Delay(Settling);
        var (changed, took) = (running.Worked - worked, Stopwatch.GetElapsedTime(since));
        worked = running.Worked;
        await Task.Delay(took);
        var idle = running.Worked - worked;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at rest the node works {idle / took:P1} of the time"));
        return (changed - idle).TotalMilliseconds / Changes;
    }

    private static async Task<(IReadOnlyList<double> Took, int Missed)> StormAsync(Crowd crowd, Hand hand)
    {
        var eyes = crowd.Circuits.Select(circuit => new Eye(circuit)).ToList();
        var made = new List<long>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Hurry));
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Storm && await timer.WaitForNextTickAsync())
            made.Add(await hand.MoveAsync());
        await hand.TakeAsync();
        await Task.Delay(Settling);
        // what was on its way when the change was made may not have it: the second rendering after it surely has
        return ([.. eyes.SelectMany(eye => eye.SecondAfter(made))], eyes.Count(eye => !eye.ShowsOwn));
    }

    internal static void Print(ref bool met, string name, double value, double most)
    {
        met &= value <= most;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {value:0.###} | ≤ {most} | {(value <= most ? "yes" : "no")} |"));
    }
}
