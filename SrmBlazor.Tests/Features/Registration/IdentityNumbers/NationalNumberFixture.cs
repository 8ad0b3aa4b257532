using System.Globalization;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>
/// Synthetic numbers with the verdict of another program ("oracle") or of a second reckoning of ours ("reckoned"):
/// drawn at random, then a share of them spoiled by one substitution, swap, missing or added character.
/// Where we hold another verdict for right, the source is "ours" with the reason. Birth year and sex are what the oracle reads.
/// </summary>
internal static class NationalNumberFixture
{
    public sealed record Row(string Country, string Number, bool Valid, string Source, int? Born, Sex? Sex);

    public static IReadOnlyList<Row> Rows { get; } = Read();

    private static List<Row> Read()
    {
        var type = typeof(NationalNumberFixture);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.national-numbers.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(cells => new Row(cells[0], cells[1], cells[2] == "valid", cells[3],
            cells[4].Length == 0 ? null : int.Parse(cells[4], CultureInfo.InvariantCulture), Enum.TryParse<Sex>(cells[5], out var sex) ? sex : null))];
    }
}
