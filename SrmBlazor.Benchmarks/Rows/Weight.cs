using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Browsing;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>What a first visit to the form weighs.</summary>
internal sealed class Weight(Chromium browser) : Benchmark
{
    private const int Visits = 3;

    public override string Name => "weight";

    protected override IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows =>
    [
        ("first visit over HTTP, KB", "0.0", Goal.AtMost(110)),
        ("down the socket until quiet, KB", "0.0", Goal.AtMost(20)),
        ("up the socket until quiet, KB", "0.0", null),
    ];

    protected override async Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app)
    {
        await using var running = await RunningApp.StartAsync(app);
        var seen = new List<Traffic>();
        for (var visit = 0; visit < Visits; visit++)
        {
            await using var form = await browser.VisitAsync(app.Subject, running);
            seen.Add(form.Traffic);
        }

        return [Kilobytes(traffic => traffic.Http), Kilobytes(traffic => traffic.Down), Kilobytes(traffic => traffic.Up)];

        double Kilobytes(Func<Traffic, long> bytes) => seen.Select(traffic => bytes(traffic) / 1000.0).Median();
    }
}
