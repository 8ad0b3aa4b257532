using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Browsing;
using SrmBlazor.Benchmarks.Rows;

// weight | typing | crowd | memory | coldstart | all, then --references to leave our own app out, --wait SECONDS for a quiet machine
string[] names = ["weight", "typing", "crowd", "memory", "coldstart"];
var wanted = names.Intersect(args).ToList();
var subjects = args.Contains("--references") ? Subject.References : Subject.All;
if (Array.IndexOf(args, "--wait") is >= 0 and var at)
    Machine.Patience = TimeSpan.FromSeconds(int.Parse(args[at + 1], CultureInfo.InvariantCulture));

try
{
    List<PublishedApp> apps = [];
    foreach (var subject in subjects)
        apps.Add(await PublishedApp.PublishAsync(subject, WorkFolder.Path));

    await using var browser = await Chromium.StartAsync();
    Benchmark[] benchmarks = [new Weight(browser), new Keys(browser), new TypingCrowd(), new Memory(), new ColdStart()];
    Console.WriteLine(Row.Heading);
    foreach (var benchmark in benchmarks.Where(benchmark => wanted.Count == 0 || wanted.Contains(benchmark.Name)))
    {
        foreach (var row in await benchmark.RunAsync(apps))
            Console.WriteLine(row);
    }

    Console.WriteLine();
    Console.WriteLine($"{Environment.ProcessorCount} processors, {Machine.LeastIdle:P0} idle before the busiest of the timed rows; .NET {Environment.Version}.");
}
finally
{
    WorkFolder.Remove();
}
