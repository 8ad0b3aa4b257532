using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Benchmarks.Kills;

/// <summary>The set test: of all registrations that were acknowledged, each must be found, once and whole, whatever was killed when.</summary>
internal static class SetTest
{
    public const string Name = "kills";

    private static readonly KillMode[] Modes =
    [
        new("SIGKILL, synchronous=FULL", 200, "FULL", PowerCut: false),
        new("power cut, synchronous=FULL", 200, "FULL", PowerCut: true),
        new("power cut, synchronous=OFF", 10, "OFF", PowerCut: true, IsControl: true),
    ];

    /// <returns>Whether every mode ended as it must.</returns>
    public static async Task<bool> RunAsync(PublishedApp app, int seed, int? kills)
    {
        var modes = Modes.Select(mode => mode with { Kills = Math.Min(mode.Kills, kills ?? mode.Kills) }).ToList();
        if (!File.Exists(PowerCut.Compiler))
        {
            Console.WriteLine($"No compiler at {PowerCut.Compiler}: the power is not cut (apt-get install gcc libc6-dev).");
            modes.RemoveAll(mode => mode.PowerCut);
        }

        var prepared = Directory.CreateDirectory(Path.Combine(WorkFolder.Path, "prepared")).FullName;
        IReadOnlyList<string> drafts;
        await using (var office = new Office(prepared, synchronous: "OFF"))
            drafts = await office.PrepareAsync(modes.Max(mode => mode.Kills) * KillRun.AtOnce);

        Console.WriteLine($"Seed {seed}, {KillRun.AtOnce} people at once.");
        Console.WriteLine(KillRun.Heading);
        var asItMust = true;
        foreach (var (number, mode) in modes.Index())
        {
            var data = Directory.CreateDirectory(Path.Combine(WorkFolder.Path, $"{Name}-{number}")).FullName;
            foreach (var file in Directory.EnumerateFiles(prepared))
                File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
            var run = new KillRun(app, mode, data, drafts, new Random(seed + number));
            await run.RunAsync();
            Console.WriteLine(run);
            asItMust &= run.IsAsItMustBe;
        }

        return asItMust;
    }
}
