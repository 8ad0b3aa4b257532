using System.Globalization;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>Reads the age table: region, childUnder, majority, enabled, source, confidence, reviewBy; no cell has a comma.</summary>
internal static class AgeTable
{
    /// <exception cref="InvalidDataException">The message names the line.</exception>
    public static IReadOnlyList<AgeRow> Read(TextReader table)
    {
        var rows = new List<AgeRow>();
        table.ReadLine();
        for (var number = 2; table.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                rows.Add(Row(line.Split(',')) ?? throw new InvalidDataException($"Line {number} of the age table cannot be read."));
            }
        }

        return rows;
    }

    private static AgeRow? Row(string[] cells) =>
        cells is [var region, var child, var majority, var enabled, var source, var confidence, var review]
        && int.TryParse(child, NumberStyles.None, CultureInfo.InvariantCulture, out var childUnder)
        && int.TryParse(majority, NumberStyles.None, CultureInfo.InvariantCulture, out var ofAge)
        && DateOnly.TryParseExact(review, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reviewBy)
            ? new AgeRow(region, childUnder, ofAge, enabled == "yes", source, confidence, reviewBy)
            : null;
}
