using System.Text;

namespace SrmBlazor.Shared.Geography;

/// <summary>Reads a small table of facts that is compiled into the program: first line names the columns, quotes around a cell with a comma.</summary>
internal static class FactTable
{
    public static IReadOnlyList<string[]> Read(string fileName)
    {
        var type = typeof(FactTable);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.{fileName}")
            ?? throw new InvalidOperationException($"The table {fileName} is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                rows.Add(Cells(line));
            }
        }

        return rows;
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            switch (c)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
