using System.Globalization;

namespace SrmBlazor.Shared.Deadlines;

public enum FactFault
{
    /// <summary>The first line does not name the columns expected.</summary>
    Columns,

    /// <summary>A line has more or fewer cells than there are columns.</summary>
    Cells,
    Value,
    Twice,

    /// <summary>A row without which the program cannot count is not there.</summary>
    Missing,
}

/// <summary>Why a table of facts cannot be used, and where.</summary>
public sealed record FactProblem(string File, int Line, FactFault Fault, string Column, string Cell)
{
    public override string ToString() => $"{File}, line {Line}: {Fault switch
    {
        FactFault.Columns => $"the first line must be \"{Column}\".",
        FactFault.Cells => $"there must be {Column} cells.",
        FactFault.Value => $"\"{Cell}\" cannot stand in the column {Column}.",
        FactFault.Twice => $"\"{Cell}\" stands twice in the column {Column}.",
        FactFault.Missing => $"the row \"{Cell}\" is missing.",
    }}";
}

/// <summary>Rows that were read, and what was wrong with the rest.</summary>
public sealed record Facts<T>(IReadOnlyList<T> Rows, IReadOnlyList<FactProblem> Problems)
{
    /// <exception cref="InvalidDataException">Something was wrong; the message names file and line.</exception>
    public IReadOnlyList<T> Sound() => Problems is [var first, ..] ? throw new InvalidDataException(first.ToString()) : Rows;
}

/// <summary>A table of facts as text: the first line names the columns, a comma parts the cells, no cell holds a comma.</summary>
internal static class FactFile
{
    public static Facts<T> Read<T>(string file, string text, string[] columns, Func<FactLine, T> read)
    {
        var (rows, problems) = (new List<T>(), new List<FactProblem>());
        var lines = text.TrimStart('\uFEFF').Split('\n');
        if (!lines[0].Trim().Equals(string.Join(',', columns), StringComparison.OrdinalIgnoreCase))
        {
            return new([], [new(file, 1, FactFault.Columns, string.Join(',', columns), "")]);
        }

        for (var number = 2; number <= lines.Length; number++)
        {
            if (lines[number - 1].Trim() is not { Length: > 0 } line)
            {
                continue;
            }

            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells.Length != columns.Length)
            {
                problems.Add(new(file, number, FactFault.Cells, columns.Length.ToString(CultureInfo.InvariantCulture), ""));
                continue;
            }

            rows.Add(read(new FactLine(file, number, columns, cells, problems)));
        }

        return new(rows, problems);
    }

    public static string Embedded(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream($"Deadlines/{name}")
            ?? throw new InvalidOperationException($"The table {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One line of a table. A cell that cannot be read is noted among the problems, and the reading goes on.</summary>
internal sealed class FactLine(string file, int number, string[] columns, string[] cells, List<FactProblem> problems)
{
    public string this[string column] => cells[Array.IndexOf(columns, column)];

    public void Complain(FactFault fault, string column) => problems.Add(new(file, number, fault, column, this[column]));

    public string Text(string column) => this[column] is { Length: > 0 } text ? text : Wrong(column, "");

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : Wrong(column, DateOnly.MinValue);

    public int Count(string column) =>
        int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000 ? count : Wrong(column, 1);

    public T Choice<T>(string column) where T : struct, Enum => Choice<T>(column, this[column]);

    public IReadOnlyList<T> Choices<T>(string column) where T : struct, Enum =>
        [.. this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => Choice<T>(column, one))];

    private T Choice<T>(string column, string name) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault() ?? Wrong(column, default(T));

    private T Wrong<T>(string column, T instead)
    {
        Complain(FactFault.Value, column);
        return instead;
    }
}
