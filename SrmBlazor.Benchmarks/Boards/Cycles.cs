using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;
using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Triage;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>The board is opened, a case of it is gone to, the page is closed, again and again: what stays behind of each.</summary>
internal static class Cycles
{
    public const string Name = "cycles";

    private const int Times = 2_000;

    /// <summary>What a page leaves when it leaves everything would be hundreds; a subscription alone, half of one.</summary>
    private const double MostKept = 0.25;

    /// <summary>Longer than the server keeps what somebody may come back to, and than connections are looked after.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>Whether the goal is met.</returns>
    public static async Task<bool> RunAsync(PublishedApp app)
    {
        await using var office = await Office.OpenAsync(app);
        var gauge = new HeapGauge();
        await using var running = await office.StartAsync(gauge: gauge);
        var subject = await office.SubjectAsync(running.Address);
        var reference = await office.Hand.ReferenceAsync();
        using var http = Circuits.Visitor.NewHttp();
        var kept = new List<(double Cycles, double Heap)>();
        Console.WriteLine("| cycles | heap at rest, KiB | resident, KiB |");
        Console.WriteLine("| ---: | ---: | ---: |");
        for (var time = 1; time <= Times; time++)
        {
            await CycleAsync(subject, running.Address, reference, new Visitor(http, time));
            // what is made once is made in the first tenth
            if (time is not (Times / 10 or Times))
                continue;
            await Task.Delay(Rest);
            var heap = await gauge.MeasureAsync() / 1024.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {time:N0} | {heap:N0} | {running.Resident:N0} |"));
            kept.Add((time, heap));
        }

        var met = true;
        Console.WriteLine();
        FanOut.Print(ref met, "kept of each cycle, KiB", kept.Slope(), MostKept);
        return met;
    }

    private static async Task CycleAsync(Subject subject, Uri address, string reference, Visitor visitor)
    {
        using var patience = new CancellationTokenSource(Patience);
        await subject.EnterAsync(visitor, address);
        var circuit = await Circuit.OpenAsync(visitor, new Uri(address, subject.Page), patience.Token);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        circuit.Seen = batch =>
        {
            // its own style sheet comes with the case and with nothing else
            if (batch.IndexOf("css/case"u8) >= 0)
                arrived.TrySetResult();
        };
        await circuit.GoAsync(new Uri(address, $"{TriageFeature.Path}/{reference}"));
        await arrived.Task.WaitAsync(patience.Token);
        await circuit.LeaveAsync(visitor, address);
    }
}
