using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>The lists in a folder as their publishers give them out, read and ready to be searched, without a database.</summary>
public sealed class ListFolder
{
    private readonly Dictionary<string, ShelfEntry> byKey;

    private ListFolder(IReadOnlyList<FolderFile> files)
    {
        Files = files;
        var lists = files.OfType<FolderFile.Taken>().ToDictionary(file => file.Version.Source, file => file.Version);
        var parts = new[] { ListSource.OfacAlt, ListSource.OfacAdd }.Select(lists.GetValueOrDefault).OfType<ListVersion>().ToList();
        var joined = lists.TryGetValue(ListSource.OfacSdn, out var main) ? OfacJoin.Of(main, parts) : new JoinedList([], [.. parts.SelectMany(part => part.Entries)]);
        Orphans = joined.Orphans.Count;
        Entries =
        [
            .. lists.Values.Where(list => !parts.Contains(list)).OrderBy(list => list.Source)
                .SelectMany(list => list == main ? joined.Entries : list.Entries, (list, entry) => new ShelfEntry(list.Source, entry)),
        ];
        byKey = Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);

        // whoever asks here may ask for a firm as well as for a person
        Index = NameIndex.Build([.. Entries.Where(entry => entry.Entry.Kind != EntryKind.AddressOnly).Select(ListedParties.Of)]);
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<FolderFile> Files { get; }

    /// <summary>Of every list that was taken; SDN.CSV with its names of ALT.CSV and its addresses of ADD.CSV.</summary>
    public IReadOnlyList<ShelfEntry> Entries { get; }

    /// <summary>Names and addresses of ALT.CSV and ADD.CSV whose entry SDN.CSV does not have.</summary>
    public int Orphans { get; }

    public NameIndex Index { get; }

    /// <summary>A list that is there could not be read: whoever is not found may be on it.</summary>
    public bool IsIncomplete => Files.Any(file => file is FolderFile.Refused);

    public ShelfEntry EntryOf(Match match) => byKey[match.Party.Id];

    /// <summary>Reads every file of the folder, not of folders in it. Of one kind the newest that is sound counts.</summary>
    public static ListFolder Read(string folder)
    {
        var read = new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (File: file, Became: Read(file))).ToList();
        var newest = read.Where(one => one.Became is FolderFile.Taken).GroupBy(one => ((FolderFile.Taken)one.Became).Version.Source)
            .Select(kind => kind.OrderBy(one => FileDate.Of(one.File, ((FolderFile.Taken)one.Became).Version)).ThenBy(one => one.File.LastWriteTimeUtc).ThenBy(one => one.File.Name, StringComparer.Ordinal).Last().Became)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return new([.. read.Select(one => one.Became is FolderFile.Taken taken && !newest.Contains(taken) ? new FolderFile.Older(taken.Name, taken.Version) : one.Became)]);
    }

    private static FolderFile Read(FileInfo file)
    {
        using var stream = file.OpenRead();
        if (ListRecognition.Of(stream) is not { } source)
        {
            return new FolderFile.NoList(file.Name);
        }

        stream.Position = 0;
        return ListFile.Read(source, stream) switch
        {
            ListOutcome.Accepted accepted => new FolderFile.Taken(file.Name, accepted.Version),
            ListOutcome.Refused refused => new FolderFile.Refused(file.Name, source, refused.Refusal),
            _ => throw new InvalidOperationException("A file is accepted or refused."),
        };
    }
}
