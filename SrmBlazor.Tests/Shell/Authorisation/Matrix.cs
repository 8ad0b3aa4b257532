using System.Text.RegularExpressions;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>One line of the matrix.</summary>
/// <param name="Cells">The line's words by the heading of their column.</param>
internal sealed record Line(string Section, string Operation, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A line for all methods of a service.</summary>
    public bool IsWholeService => Operation.EndsWith(".*", StringComparison.Ordinal);

    public bool Names(Operation operation) => IsWholeService ? Operation[..^2] == Authorisation.Operation.NameOf(operation.Service) : Operation == operation.Name;

    /// <summary>Where the two suppliers stand when it is asked.</summary>
    public string Scene => Cells["scene"];

    /// <summary>Who asks, or what is shown, with the expected verdict.</summary>
    public IEnumerable<(string Who, string Expected)> Verdicts =>
        Cells.Where(cell => cell.Key is not ("scene" or "shown" or "sends" or "kind" or "why") && cell.Value != "-").Select(cell => (cell.Key, cell.Value));
}

/// <summary>The table in <c>matrix.txt</c>, as it is written: sections with headings of their own, columns apart by two spaces or more.</summary>
internal static partial class Matrix
{
    public const string ByAct = "by act";
    public const string ByProof = "by proof";
    public const string ByAnybody = "by anybody";
    public const string ByRequest = "by request";
    public const string NotAsked = "not asked by people";

    public static IReadOnlyList<Line> Lines { get; } = Read();

    public static IEnumerable<Line> In(string section) => Lines.Where(line => line.Section == section);

    public static IEnumerable<string> WhosOf(string section) => In(section).First().Verdicts.Select(cell => cell.Who);

    private static List<Line> Read()
    {
        var type = typeof(Matrix);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.matrix.txt")!;
        using var reader = new StreamReader(stream);
        List<Line> lines = [];
        var section = "";
        string[]? headings = null;
        foreach (var text in reader.ReadToEnd().Split('\n').Select(text => text.Trim()).Where(text => text.Length > 0 && text[0] != '#'))
        {
            var words = Gap().Split(text);
            if (text.StartsWith("== ", StringComparison.Ordinal))
            {
                (section, headings) = (text[3..], null);
            }
            else if (headings is null)
            {
                headings = words;
            }
            else
            {
                Assert.True(words.Length == headings.Length, $"The line has {words.Length} columns instead of {headings.Length}: {text}");
                lines.Add(new Line(section, words[0], headings.Zip(words).Skip(1).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
            }
        }

        return lines;
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
