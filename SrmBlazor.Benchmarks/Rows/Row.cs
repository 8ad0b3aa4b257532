using System.Globalization;
using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>One line of the table: a figure for each app, smaller being better.</summary>
internal sealed record Row(string Name, string Format, Goal? Goal, IReadOnlyDictionary<Subject, double> Values)
{
    public const string Heading = """
        | | ours | plain Blazor | plain MudBlazor | ours ÷ plain | goal | met |
        | --- | ---: | ---: | ---: | ---: | --- | --- |
        """;

    public override string ToString() =>
        $"| {Name} | {Shown(Subject.Portal)} | {Shown(Subject.Plain)} | {Shown(Subject.Mud)} | {Ratio} | {Goal} | {Met} |";

    private string Ratio => Of(Subject.Portal) is { } ours && Of(Subject.Plain) is > 0 and var plain ? (ours / plain).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private string Met => Goal is null || Of(Subject.Portal) is not { } ours ? "" : Goal.IsMet(ours, Of(Subject.Plain) ?? double.NaN) ? "yes" : "**no**";

    private double? Of(Subject subject) => Values.TryGetValue(subject, out var value) ? value : null;

    private string Shown(Subject subject) => Of(subject)?.ToString(Format, CultureInfo.InvariantCulture) ?? "–";
}
