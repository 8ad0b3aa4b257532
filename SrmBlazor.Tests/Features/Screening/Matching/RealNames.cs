using System.Xml.Linq;
using CsvHelper;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>The names alone of the real lists and labelled sets; the lists' own parsers are tested elsewhere.</summary>
internal static class RealNames
{
    public const string Un = "screening/un-consolidated-2026-02-27.xml";
    public const string Sdn = "screening/ofac-sdn-2024-05-03.csv";
    public const string Aliases = "screening/ofac-alt-2024-09.csv";
    public const string Pairs = "screening/pairs.csv";
    public const string Listed = "screening/queries-listed.csv";
    public const string UnlistedGlobal = "screening/queries-unlisted-global.csv";
    public const string UnlistedUs = "screening/queries-unlisted-us.csv";

    /// <summary>The persons of the UN list, and for each the names in original script.</summary>
    public static List<(ListedParty Party, string[] Originals)> UnPersons() =>
    [
        .. XDocument.Load(SharedData.PathOf(Un)).Descendants("INDIVIDUAL").Select(person => (
            new ListedParty($"UN {person.Element("DATAID")!.Value}", [new ListedName(NameOf(person)), .. person.Elements("INDIVIDUAL_ALIAS").Select(AliasOf).OfType<ListedName>()], [], []),
            person.Elements("NAME_ORIGINAL_SCRIPT").Select(name => name.Value.Trim()).Where(name => name.Length > 0).ToArray())),
    ];

    /// <summary>The individuals of the OFAC list with their aliases.</summary>
    public static List<ListedParty> OfacIndividuals()
    {
        var aliases = Rows(Aliases).Skip(1).ToLookup(row => row[0], row => row[3], StringComparer.Ordinal);
        return [.. Rows(Sdn).Where(row => row.Length > 2 && row[2] == "individual").Select(row => new ListedParty($"OFAC {row[0]}", [row[1], .. aliases[row[0]]]))];
    }

    public static List<string[]> Rows(string file)
    {
        using var text = new StreamReader(SharedData.PathOf(file));
        using var reader = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false }, leaveOpen: true);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static string NameOf(XElement person) =>
        string.Join(' ', new[] { "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME" }.Select(part => person.Element(part)?.Value.Trim()).Where(part => part is { Length: > 0 }));

    private static ListedName? AliasOf(XElement alias) =>
        alias.Element("ALIAS_NAME")?.Value.Trim() is { Length: > 0 } name ? new ListedName(name, alias.Element("QUALITY")?.Value == "Low" ? NameQuality.Weak : NameQuality.Good) : null;
}
