using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Browsing;
using SrmBlazor.Benchmarks.Kills;
using SrmBlazor.Benchmarks.Rows;

// weight | typing | crowd | memory | coldstart | all, then --references to leave our own app out, --wait SECONDS for a quiet machine
// kills, alone: a set test of some half an hour; then --seed NUMBER, --kills NUMBER for fewer
string[] names = ["weight", "typing", "crowd", "memory", "coldstart"];
var wanted = names.Intersect(args).ToList();
var subjects = args.Contains("--references") ? Subject.References : Subject.All;
int? Number(string option) => Array.IndexOf(args, option) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
if (Number("--wait") is { } seconds)
    Machine.Patience = TimeSpan.FromSeconds(seconds);

try
{
    if (args.Contains(SetTest.Name))
        return await SetTest.RunAsync(await PublishedApp.PublishAsync(Subject.Portal, WorkFolder.Path), Number("--seed") ?? Random.Shared.Next(), Number("--kills")) ? 0 : 1;

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
    return 0;
}
finally
{
    WorkFolder.Remove();
}
