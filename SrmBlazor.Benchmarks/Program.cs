using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Boards;
using SrmBlazor.Benchmarks.Browsing;
using SrmBlazor.Benchmarks.Kills;
using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Benchmarks.Screening;
using SrmBlazor.Data;

// weight | typing | crowd | memory | coldstart | all, then --references to leave our own app out, --wait SECONDS for a quiet machine
// scale, alone: the board at a thousand to a million requests, some half an hour; then --most REQUESTS, --only sqlite|postgresql
// boards, alone: a change to a thousand open boards; some ten minutes; then --most BOARDS
// cycles, alone: the board opened and closed two thousand times; some minutes
// nodes, alone: boards at two nodes behind nginx, which must be installed
// screening, alone: the matcher on the real lists beside the project; some two minutes; with --store rescreening in the database, some ten
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

    if (args.Contains(ScreeningRun.Name))
        return await (args.Contains(ScreeningRun.Stored) ? StoredRescreening.RunAsync() : ScreeningRun.RunAsync()) ? 0 : 1;
    if (args.Contains(TwoNodes.Name))
        return await TwoNodes.RunAsync(await PublishedApp.PublishAsync(Subject.Portal, WorkFolder.Path)) ? 0 : 1;
    if (args.Contains(Cycles.Name))
        return await Cycles.RunAsync(await PublishedApp.PublishAsync(Subject.Portal, WorkFolder.Path)) ? 0 : 1;
    if (args.Contains(FanOut.Name))
        return await FanOut.RunAsync(await PublishedApp.PublishAsync(Subject.Portal, WorkFolder.Path), Number("--most")) ? 0 : 1;
    if (args.Contains(Scale.Name))
        return await Scale.RunAsync(Number("--most"), Array.IndexOf(args, "--only") is >= 0 and var at ? Enum.Parse<DatabaseProvider>(args[at + 1], ignoreCase: true) : null) ? 0 : 1;

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
