using System.Diagnostics;
using System.Globalization;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>What else this machine is doing; times mean little on a busy one.</summary>
internal static class Machine
{
    private const double Quiet = 0.85;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for a quiet moment.</summary>
    public static TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How much of the machine was idle, 0 to 1, before the least quiet of the timed rows.</summary>
    public static double LeastIdle { get; private set; } = 1;

    /// <summary>Waits until nearly nothing else runs, or until patience ends; the table says which.</summary>
    public static async Task BeQuietAsync()
    {
        var waited = Stopwatch.StartNew();
        double idle;
        do
            idle = await IdleAsync();
        while (idle < Quiet && waited.Elapsed < Patience);
        LeastIdle = Math.Min(LeastIdle, idle);
    }

    /// <summary>Keeps this process off a processor that a measured app has for itself.</summary>
    public static async Task UseAsync(string cpus)
    {
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", cpus, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        await taskset.StandardOutput.ReadToEndAsync();
        await taskset.WaitForExitAsync();
    }

    private static async Task<double> IdleAsync()
    {
        var (idle, all) = Ticks();
        await Task.Delay(Look);
        var (idleLater, allLater) = Ticks();
        return (idleLater - idle) / (allLater - all);
    }

    private static (double Idle, double All) Ticks()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return (ticks[3], ticks.Sum());
    }
}
