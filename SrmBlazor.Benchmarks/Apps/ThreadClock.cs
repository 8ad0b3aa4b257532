using System.Runtime.InteropServices;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>The time for which the processor worked for this thread, which is what a thing costs however busy the machine is.</summary>
internal static class ThreadClock
{
    private const int OfThisThread = 3;

    /// <summary>Milliseconds since some moment.</summary>
    public static double Now => Read(OfThisThread, out var time) == 0 ? time.Seconds * 1_000.0 + time.Nanoseconds / 1_000_000.0 : throw new InvalidOperationException("The system has no clock of a thread.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
