using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Browsing;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>What a key costs in a real browser, and how soon its answer is judged.</summary>
internal sealed class Keys(Chromium browser) : Benchmark
{
    private const int Flips = 400;
    private const int OrdinaryKeys = 60;

    public override string Name => "typing";

    protected override IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows =>
    [
        ("events up for an ordinary key", "0.00", Goal.AtMost(1)),
        ("bytes down for an ordinary key", "0", Goal.AtMost(400)),
        ("bytes down for a key that turns right to wrong or back", "0", null),
        ("key → judged, p50, ms", "0.0", null),
        ("key → judged, p99, ms", "0.0", Goal.TimesPlain(1.3)),
    ];

    protected override async Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app)
    {
        await using var running = await RunningApp.StartAsync(app);
        await using var form = await browser.VisitAsync(app.Subject, running);
        var ordinary = await form.TypeOnAsync(app.Subject.Ordinary, OrdinaryKeys);
        await Machine.BeQuietAsync();
        var flips = await form.FlipAsync(app.Subject.Judged, Flips);
        return [ordinary.Events, ordinary.Down, flips.Down, flips.Judged.Median(), flips.Judged.Percentile(0.99)];
    }
}
