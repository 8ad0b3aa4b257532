using System.Globalization;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>Prints tables as they are measured, and at the end what was to be shown and whether it was.</summary>
internal sealed class Report
{
    private readonly List<(string Goal, string Measured, bool IsMet)> goals = [];

    public bool IsMet => goals.TrueForAll(goal => goal.IsMet);

    public static void Table(string title, string columns, IEnumerable<string> rows)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine();
        Console.WriteLine($"| {columns} |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" ---: |", columns.Count(sign => sign == '|')))}");
        foreach (var row in rows)
            Console.WriteLine($"| {row} |");
    }

    public void Goal(string goal, string measured, bool isMet) => goals.Add((goal, measured, isMet));

    public void Goals() => Table("What was to be shown", "goal | measured | met", goals.Select(goal => $"{goal.Goal} | {goal.Measured} | {(goal.IsMet ? "yes" : "**no**")}"));

    public static string Number(double number, string format = "0.000") => number.ToString(format, CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
