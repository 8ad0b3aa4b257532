using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is waited for, and then not longer.</summary>
public enum RequestWindow
{
    /// <summary>From an answer to the last moment at which it can be appealed.</summary>
    Appeal,

    /// <summary>Without a proof of who asks: to each reminder, and after as long once more the request rests.</summary>
    Identity,

    /// <summary>From a question to the widest reasonable reading, by which we go on without an answer.</summary>
    Clarification,

    /// <summary>To think over the closing of an account, where the person wants that; never beyond the day on which it is due.</summary>
    Cooling,

    /// <summary>A link by which who has no account follows a request. Each letter brings a fresh one.</summary>
    Follow,
}

/// <summary>One row of the table <c>windows.csv</c>.</summary>
/// <param name="Days">Each of 24 hours.</param>
public sealed record WindowRow(RequestWindow Window, int Days, string Source, Confidence Confidence, DateOnly ReviewBy);

/// <summary>How long is waited for people in a request. The operator's folder of clocks may hold another table.</summary>
public sealed class RequestWindows
{
    private const string File = "windows.csv";

    /// <summary>No link lives longer than links are remembered.</summary>
    private const int LongestFollow = 90;

    private static readonly string[] Columns = ["window", "days", "source", "confidence", "reviewBy"];

    private readonly Dictionary<RequestWindow, int> days;

    private RequestWindows(IReadOnlyList<WindowRow> rows) => (All, days) = (rows, rows.ToDictionary(row => row.Window, row => row.Days));

    public IReadOnlyList<WindowRow> All { get; }

    public int Appeal => days[RequestWindow.Appeal];

    public int Identity => days[RequestWindow.Identity];

    public int Clarification => days[RequestWindow.Clarification];

    public int Cooling => days[RequestWindow.Cooling];

    public TimeSpan Follow => TimeSpan.FromDays(days[RequestWindow.Follow]);

    /// <param name="folder">Its <c>windows.csv</c> takes the place of ours.</param>
    /// <exception cref="InvalidDataException">The table cannot be used; the message names file and line.</exception>
    public static RequestWindows Open(string? folder)
    {
        var own = folder is { Length: > 0 } ? Path.Combine(folder, File) : "";
        return System.IO.File.Exists(own) ? Read(own, System.IO.File.ReadAllText(own)) : Read(File, FactFile.Embedded(File));
    }

    private static RequestWindows Read(string file, string text)
    {
        var seen = new HashSet<RequestWindow>();
        var rows = FactFile.Read(file, text, Columns, line =>
        {
            var row = new WindowRow(line.Choice<RequestWindow>("window"), line.Count("days"), line.Text("source"), line.Choice<Confidence>("confidence"), line.Date("reviewBy"));
            if (row.Confidence == Confidence.Unverified)
            {
                line.Complain(FactFault.Value, "confidence");
            }

            if (row is { Window: RequestWindow.Follow, Days: > LongestFollow })
            {
                line.Complain(FactFault.Value, "days");
            }

            if (!seen.Add(row.Window))
            {
                line.Complain(FactFault.Twice, "window");
            }

            return row;
        }).Sound();
        return Enum.GetValues<RequestWindow>().Except(seen).Select(window => (RequestWindow?)window).FirstOrDefault() is { } missing
            ? throw new InvalidDataException(new FactProblem(file, 1, FactFault.Missing, "", $"{missing}").ToString())
            : new(rows);
    }
}
