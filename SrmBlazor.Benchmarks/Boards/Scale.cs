using System.Diagnostics;
using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Data;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>What a question of the board costs the server at a thousand requests and at a million, asked in turn in the same run.</summary>
internal static class Scale
{
    public const string Name = "scale";

    private const int Warm = 40;
    private const int Times = 400;
    private const double MostTimes = 1.5;
    private static readonly int[] Usual = [1_000, 100_000, 1_000_000];

    /// <returns>Whether every goal is met.</returns>
    public static async Task<bool> RunAsync(int? most, DatabaseProvider? only)
    {
        var met = true;
        foreach (var (provider, goal) in (IEnumerable<(DatabaseProvider, double)>)[(DatabaseProvider.Sqlite, 5), (DatabaseProvider.PostgreSql, 20)])
        {
            if (only is null || only == provider)
                met &= await RunAsync(provider, goal, [.. Usual.Where(size => size <= (most ?? int.MaxValue))]);
        }

        return met;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, double goal, IReadOnlyList<int> sizes)
    {
        List<Volume> volumes = [];
        try
        {
            foreach (var size in sizes)
                volumes.Add(await Volume.MakeAsync(provider, size));
            await Machine.BeQuietAsync();
            Console.WriteLine();
            Console.WriteLine($"| {provider}, p50 / p99 in ms, {Times} each | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} | p50 ÷ the thousand's | goal | met |");
            Console.WriteLine($"| --- |{string.Concat(sizes.Select(_ => " ---: |"))} ---: | --- | --- |");
            var met = true;
            foreach (var question in Question.All)
            {
                var took = await AskAsync(question, volumes);
                var ratio = took[^1].Median() / took[0].Median();
                var good = ratio <= MostTimes && took[^1].Percentile(0.99) <= goal;
                met &= good;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {question.Name} | {string.Join(" | ", took.Select(times => string.Create(CultureInfo.InvariantCulture, $"{times.Median():0.00} / {times.Percentile(0.99):0.00}")))} | {ratio:0.00} | ≤ {MostTimes:0.0}×, p99 ≤ {goal:0} | {(good ? "yes" : "no")} |"));
            }

            await Plans.PrintAsync(provider, volumes[^1]);
            return met;
        }
        finally
        {
            foreach (var volume in volumes)
                await volume.DisposeAsync();
        }
    }

    /// <summary>Milliseconds of each time, for each volume; they take turns, so that what else the machine does meets all alike.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<double>>> AskAsync(Question question, List<Volume> volumes)
    {
        var took = volumes.Select(_ => new List<double>()).ToList();
        var keys = new Features.Triage.BoardKey?[volumes.Count];
        var random = new Random(11);
        for (var time = -Warm; time < Times; time++)
        {
            for (var at = 0; at < volumes.Count; at++)
            {
                volumes[at].Forget();
                var began = Stopwatch.GetTimestamp();
                keys[at] = await question.AskAsync(volumes[at], random, keys[at]);
                if (time >= 0)
                    took[at].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return took;
    }
}
