using System.Xml.Linq;
using CsvHelper;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Support;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>The real lists and labelled names, which lie beside the project.</summary>
internal sealed class Material
{
    private const string Folder = "screening";

    private static readonly (ListSource Source, string File)[] Lists =
        [(ListSource.Un, "un-consolidated-2026-02-27.xml"), (ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv"), (ListSource.OfacAlt, "ofac-alt-2024-09.csv"), (ListSource.OfacAdd, "ofac-add-2025-02.csv")];

    private Material()
    {
        var lists = Lists.ToDictionary(list => list.Source, list => Read(list.Source, list.File));
        Parts = [lists[ListSource.OfacAlt], lists[ListSource.OfacAdd]];
        Un = [.. lists[ListSource.Un].Entries.Select(entry => new ShelfEntry(ListSource.Un, entry))];
        Ofac = Joined(lists[ListSource.OfacSdn]);
        Earlier = Joined(Read(ListSource.OfacSdn, "ofac-sdn-2024-04-19.csv"));
        Persons = [.. Un.Concat(Ofac).Where(ListedParties.IsCompared)];
    }

    public IReadOnlyList<ShelfEntry> Un { get; }

    /// <summary>Each with its names and addresses of the other two files.</summary>
    public IReadOnlyList<ShelfEntry> Ofac { get; }

    /// <summary>OFAC's list two weeks before.</summary>
    public IReadOnlyList<ShelfEntry> Earlier { get; }

    /// <summary>Those of both lists that a person is compared with.</summary>
    public IReadOnlyList<ShelfEntry> Persons { get; }

    private IReadOnlyList<ListVersion> Parts { get; }

    /// <returns>Null, with the reason on the error output, where a file is absent.</returns>
    public static Material? Find()
    {
        var why = Lists.Select(list => list.File).Append("pairs.csv").Select(file => SharedData.WhyAbsent($"{Folder}/{file}")).FirstOrDefault(why => why is not null);
        if (why is null)
            return new();
        Console.Error.WriteLine(why);
        return null;
    }

    /// <summary>The cells of the rows after the first, by the names in it.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        using var text = new StreamReader(SharedData.PathOf($"{Folder}/{file}"));
        using var reader = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false }, leaveOpen: true);
        List<string[]> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public static IReadOnlyList<string> Names(string file) => [.. Rows(file).Select(row => row["full_name"])];

    /// <summary>What the UN gives as the original of the name under which a person is listed.</summary>
    public static IEnumerable<(string Key, string Original)> UnOriginals() =>
        XDocument.Load(SharedData.PathOf($"{Folder}/{Lists[0].File}")).Descendants("INDIVIDUAL").SelectMany(
            person => person.Elements("NAME_ORIGINAL_SCRIPT").Select(name => name.Value.Trim()).Where(name => name.Length > 0),
            (person, name) => ($"{ListSources.NameOf(ListSource.Un)}/{person.Element("DATAID")!.Value}", name));

    private List<ShelfEntry> Joined(ListVersion main) => [.. OfacJoin.Of(main, Parts).Entries.Select(entry => new ShelfEntry(ListSource.OfacSdn, entry))];

    private static ListVersion Read(ListSource source, string file)
    {
        using var stream = File.OpenRead(SharedData.PathOf($"{Folder}/{file}"));
        return ListFile.Read(source, stream) switch
        {
            ListOutcome.Accepted accepted => accepted.Version,
            ListOutcome.Refused refused => throw new InvalidDataException($"{file}: {refused.Refusal}"),
            _ => throw new InvalidOperationException("A file is accepted or refused."),
        };
    }
}
