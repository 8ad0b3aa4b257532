using CsvHelper;

namespace SrmBlazor.Features.Screening.Regions;

internal sealed record EmbargoPostcode(string Prefix, int Digits, EmbargoedRegion Region, string Source);

/// <param name="Region">Null for a place that is known to lie elsewhere.</param>
/// <param name="Namesake">Beginning of the postcodes of a town in Russia with the same name; empty where there is none.</param>
internal sealed record EmbargoPlace(EmbargoedRegion? Region, IReadOnlyList<string> Names, string Namesake);

/// <summary>The tables beside this file, compiled in.</summary>
internal static class EmbargoTables
{
    public static IReadOnlyList<EmbargoPostcode> Postcodes { get; } =
        [.. Read("embargo-postcodes.csv").Select(cells => new EmbargoPostcode(cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<EmbargoedRegion>(cells[2]), cells[3]))];

    public static IReadOnlyList<EmbargoPlace> Places { get; } =
        [.. Read("embargo-places.csv").Select(cells => new EmbargoPlace(cells[0].Length == 0 ? null : Enum.Parse<EmbargoedRegion>(cells[0]), cells[1].Split('|'), cells[2]))];

    private static List<string[]> Read(string name)
    {
        using var stream = typeof(EmbargoTables).Assembly.GetManifestResourceStream($"Screening/{name}")
            ?? throw new InvalidOperationException($"The table {name} is not part of the program.");
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
