using System.Diagnostics;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>
/// How long a name takes, as listed, misspelt and unlisted, by the index and by comparing with every name; in turn in the same run, on one core.
/// What counts is the time that the processor worked; the time by the clock on the wall is beside it, which is longer where the machine does other things too.
/// </summary>
internal static class Times
{
    private const int Warm = 400;
    private const int Asked = 2_000;
    private const int BruteEvery = 20;
    private static readonly double[] Shares = [0.5, 0.95, 0.99];

    public static async Task PrintAsync(Material material, Report report)
    {
        var index = NameIndex.Build([.. material.Un.Concat(material.Ofac).Select(ListedParties.Of)]);
        var random = new Random(23);
        var listed = material.Persons.SelectMany(entry => entry.Entry.Names.Select(name => name.Text)).ToArray();
        var unlisted = Material.Names("queries-unlisted-us.csv").Concat(Material.Names("queries-unlisted-global.csv")).ToArray();
        List<(double Worked, double Elapsed)>[] took = [[], [], [], [], []];
        var differing = 0;

        await Machine.BeQuietAsync();
        for (var time = -Warm; time < Asked; time++)
        {
            var exact = listed[random.Next(listed.Length)];
            string[] names = [exact, Misspelt(exact, random), unlisted[random.Next(unlisted.Length)]];
            for (var at = 0; at < names.Length; at++)
            {
                var (found, cost) = Ask(index.Search, names[at]);
                if (time >= 0)
                    took[at].Add(cost);
                if (at < 2 && time >= 0 && time % BruteEvery == 0)
                {
                    var (all, without) = Ask(index.SearchAll, names[at]);
                    took[3 + at].Add(without);
                    differing += Said(found).SequenceEqual(Said(all)) ? 0 : 1;
                }
            }
        }

        string At(IEnumerable<double> times) => string.Join(" | ", Shares.Select(share => Report.Number(times.Percentile(share), "0.00")));
        string Row(string name, List<(double Worked, double Elapsed)> times) => $"{name} | {times.Count:N0} | {At(times.Select(time => time.Worked))} | {At(times.Select(time => time.Elapsed))}";
        Report.Table($"Milliseconds for a name at {Report.Number(Engine.ReviewFloor, "0.00")}, {index.Names:N0} names of the OFAC and UN lists with firms and ships, one core", "name | n | p50 | p95 | p99 | p50, wall | p95, wall | p99, wall",
            [Row("as listed, index", took[0]), Row("misspelt, index", took[1]), Row("unlisted, index", took[2]), Row("as listed, every name compared", took[3]), Row("misspelt, every name compared", took[4])]);
        var worked = took.Select(times => times.ConvertAll(time => time.Worked)).ToArray();
        Console.WriteLine();
        Console.WriteLine($"Every name compared ÷ index, p50: {Report.Number(worked[3].Median() / worked[0].Median(), "0")}× as listed, {Report.Number(worked[4].Median() / worked[1].Median(), "0")}× misspelt. The results differ for {differing} of {took[3].Count + took[4].Count} names.");
        var (half, most) = (worked.Take(3).Max(times => times.Median()), worked.Take(3).Max(times => times.Percentile(0.95)));
        report.Goal("p50 ≤ 0.8 ms and p95 ≤ 5 ms, the slowest kind of name", $"{Report.Number(half, "0.00")} and {Report.Number(most, "0.00")} ms", half <= 0.8 && most <= 5);
        var (p50, p95) = (worked[1].Median() / worked[0].Median(), worked[1].Percentile(0.95) / worked[0].Percentile(0.95));
        report.Goal("misspelt ≤ 2 × as listed, p50 and p95", $"{Report.Number(p50, "0.00")}× and {Report.Number(p95, "0.00")}×", p50 <= 2 && p95 <= 2);
        report.Goal("index = every name compared", $"{differing} differ", differing == 0);
    }

    private static (IReadOnlyList<Match> Found, (double Worked, double Elapsed) Cost) Ask(Func<Query, double, IReadOnlyList<Match>> search, string name)
    {
        var (began, worked) = (Stopwatch.GetTimestamp(), ThreadClock.Now);
        var found = search(new(name), Engine.ReviewFloor);
        return (found, (ThreadClock.Now - worked, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
    }

    private static IEnumerable<(string, string, double)> Said(IEnumerable<Match> matches) => matches.Select(match => (match.Party.Id, match.Name.Text, match.Score));

    /// <summary>A letter left out, doubled, exchanged with the next one or taken for another.</summary>
    public static string Misspelt(string name, Random random)
    {
        var at = random.Next(name.Length - 1);
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            _ => $"{name[..at]}{(char)('a' + random.Next(26))}{name[(at + 1)..]}",
        };
    }
}
