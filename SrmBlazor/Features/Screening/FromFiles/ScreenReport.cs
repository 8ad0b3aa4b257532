using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>The answer of the command line about one name: every listed party at or above the floor, the best first.</summary>
public sealed record ScreenReport(string Engine, double Floor, IReadOnlyList<ScreenedList> Lists, IReadOnlyList<RefusedList> Refused, IReadOnlyList<ScreenedEntry> Matches)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ScreenReport Of(ListFolder folder, IReadOnlyList<Match> matches) => new(
        Matching.Engine.Version,
        Matching.Engine.ReviewFloor,
        [.. folder.Files.OfType<FolderFile.Taken>().Select(file => new ScreenedList(ListSources.NameOf(file.Version.Source), file.Name, file.Version.Sha256, file.Version.ListDate, file.Version.Counts))],
        [.. folder.Files.OfType<FolderFile.Refused>().Select(file => new RefusedList(ListSources.NameOf(file.Source), file.Name, file.Refusal.Line, file.Refusal.Reason, file.Refusal.Detail))],
        [.. matches.Select(match => ScreenedEntry.Of(folder.EntryOf(match), match))]);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <param name="most">The rest is only counted: the caller says so.</param>
    public IEnumerable<string> ToLines(int most, CultureInfo language)
    {
        foreach (var match in Matches.Take(most))
        {
            yield return $"{match.Score.ToString("0.0000", CultureInfo.InvariantCulture)}  {match.List} {match.EntryId}  {match.EntryName}{(match.Programs.Count > 0 ? $"  [{string.Join("; ", match.Programs)}]" : "")}";
            foreach (var line in ExplanationText.Lines(match.MatchedName, match.Explanation, language))
            {
                yield return $"        {line}";
            }
        }
    }
}

public sealed record ScreenedList(string List, string File, string Sha256, DateOnly? Date, ListCounts Counts);

/// <param name="Line">0 where it is about the whole file.</param>
public sealed record RefusedList(string List, string File, int Line, RefusalReason Reason, string Detail);

/// <param name="EntryName">The one under which the party is listed; what was found may be an alias of it.</param>
public sealed record ScreenedEntry(
    string List, string EntryId, EntryKind Kind, string EntryName, string MatchedName, double Score, IReadOnlyList<string> Programs, Explanation Explanation)
{
    public static ScreenedEntry Of(ShelfEntry entry, Match match) => new(
        ListSources.NameOf(entry.Source), entry.Entry.Id, entry.Entry.Kind, entry.Entry.Names[0].Text, match.Name.Text, match.Score, entry.Entry.Programs, match.Explanation);
}
