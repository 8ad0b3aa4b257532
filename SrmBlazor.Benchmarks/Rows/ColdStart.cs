using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>From the start of the process to the first page, with a database that needs no migration any more.</summary>
internal sealed class ColdStart : Benchmark
{
    private const int Starts = 11;

    public override string Name => "coldstart";

    protected override IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows =>
    [
        ("cold start to the first page, median, ms", "0", Goal.TimesPlain(2.3)),
        ("– quickest, ms", "0", null),
    ];

    protected override async Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app)
    {
        var data = Directory.CreateDirectory(Path.Combine(WorkFolder.Path, app.Subject.Name + "-data")).FullName;
        await using (await RunningApp.StartAsync(app, data: data))
        {
            // makes the database, and warms the disk
        }

        await Machine.BeQuietAsync();
        var awake = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var running = await RunningApp.StartAsync(app, data: data);
            awake.Add(running.Awake.TotalMilliseconds);
        }

        return [awake.Median(), awake.Min()];
    }
}
