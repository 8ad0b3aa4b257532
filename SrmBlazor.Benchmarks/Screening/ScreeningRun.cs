using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>What is claimed of screening, measured on the real lists in one run.</summary>
internal static class ScreeningRun
{
    public const string Name = "screening";

    /// <summary>Beside it: rescreening in the database alone, some ten minutes.</summary>
    public const string Stored = "--store";

    /// <returns>Whether every goal is met; false as well where the lists are absent.</returns>
    public static async Task<bool> RunAsync()
    {
        if (Material.Find() is not { } material)
            return false;

        await Machine.UseAsync("0");
        Console.WriteLine($"Engine {Engine.Version}, .NET {Environment.Version}; n is how many were asked, in brackets the Wilson interval of 95 %.");
        var report = new Report();
        LabelledPairs.Print(report);
        await Times.PrintAsync(material, report);
        Rescreening.Print(material, report);
        CrossScript.Print(material, report);
        AliasOut.Print(material);
        Retrieval.Print(material, report);
        report.Goals();
        Console.WriteLine();
        Console.WriteLine($"{Machine.LeastIdle:P0} of the machine idle before the times were taken.");
        return report.IsMet;
    }
}
