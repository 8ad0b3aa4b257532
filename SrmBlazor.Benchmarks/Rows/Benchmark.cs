using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>Measures one app after the other and makes rows of what it saw.</summary>
internal abstract class Benchmark
{
    private readonly Dictionary<Subject, IReadOnlyList<double>> measured = [];

    /// <summary>As it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The rows, in the order of the figures that an app yields.</summary>
    protected abstract IReadOnlyList<(string Name, string Format, Goal? Goal)> Rows { get; }

    protected abstract Task<IReadOnlyList<double>> MeasureAsync(PublishedApp app);

    /// <summary>An app that cannot be measured leaves its column empty and the reason on the error output; the others are still measured.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(IEnumerable<PublishedApp> apps)
    {
        foreach (var app in apps)
        {
            try
            {
                measured[app.Subject] = await MeasureAsync(app);
            }
            catch (Exception fault)
            {
                await Console.Error.WriteLineAsync($"{Name}, {app.Subject.Name}: {fault.Message}");
            }
        }

        return [.. Rows.Select((row, index) => new Row(row.Name, row.Format, row.Goal, measured.ToDictionary(entry => entry.Key, entry => entry.Value[index])))];
    }
}
