using System.Globalization;
using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Triage;

/// <summary>A choice on the board as it stands in the address: nothing that is as usual, and nothing that names anybody.</summary>
internal static class BoardQuery
{
    public static BoardFilter Read(string? view, string? kind, string? region, string? holder, string? due, int? age, string? sort)
    {
        var shown = One<BoardView>(view) ?? BoardView.Open;
        return new BoardFilter
        {
            View = shown,
            Matter = One<Matter>(kind) is { } matter and not Matter.Request ? matter : null,
            Kind = One<RequestKind>(kind),
            Region = region ?? "",
            Holder = One<BoardHolder>(holder) ?? BoardHolder.Anybody,
            Colleague = Guid.TryParseExact(holder, "N", out var colleague) ? colleague : null,
            Due = Waits(shown) ? One<BoardDue>(due) ?? BoardDue.Any : BoardDue.Any,
            Age = Waits(shown) ? Math.Clamp(age ?? 0, 0, 3650) : 0,
            Sort = One<BoardSort>(sort) ?? Usual(shown),
        };
    }

    /// <summary>What has ended is neither due nor does it get older.</summary>
    public static bool Waits(BoardView view) => view != BoardView.Ended;

    /// <summary>What ended is looked for by when it came.</summary>
    public static BoardSort Usual(BoardView view) => view == BoardView.Ended ? BoardSort.Newest : BoardSort.Due;

    public static IReadOnlyDictionary<string, object?> Write(BoardFilter filter, BoardPlace place, string? reference = null) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["view"] = filter.View == BoardView.Open ? null : filter.View.ToString(),
        ["kind"] = filter.Matter is { } matter and not Matter.Request ? matter.ToString() : filter.Kind?.ToString(),
        ["region"] = filter.Region.Length == 0 ? null : filter.Region,
        ["holder"] = filter.Colleague is { } colleague ? colleague.ToString("N") : filter.Holder == BoardHolder.Anybody ? null : filter.Holder.ToString(),
        ["due"] = filter.Due == BoardDue.Any ? null : filter.Due.ToString(),
        ["age"] = filter.Age == 0 ? null : filter.Age.ToString(CultureInfo.InvariantCulture),
        ["sort"] = filter.Sort == Usual(filter.View) ? null : filter.Sort.ToString(),
        ["after"] = place is { Key: { } after, Backwards: false } ? after.ToString() : null,
        ["before"] = place is { Key: { } before, Backwards: true } ? before.ToString() : null,
        ["last"] = place == BoardPlace.Last ? true : null,
        ["find"] = reference,
    };

    /// <summary>A choice in one line, as it is kept and as it stands behind the question mark; empty for what is shown without any.</summary>
    public static string Text(BoardFilter filter) =>
        string.Join('&', Write(filter, BoardPlace.First).Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString((string)part.Value!)}"));

    /// <summary>Where a choice is shown. Without a word in it the address leads to what the reader wants to see first.</summary>
    public static string AddressOf(string query) => $"{TriageFeature.Path}?{(query.Length == 0 ? $"view={BoardView.Open}" : query)}";

    public static BoardPlace Place(string? after, string? before, bool last) =>
        BoardKey.Parse(after) is { } behind ? new BoardPlace(behind) : BoardKey.Parse(before) is { } ahead ? new BoardPlace(ahead, Backwards: true) : last ? BoardPlace.Last : BoardPlace.First;

    private static T? One<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var one) && Enum.IsDefined(one) ? one : null;
}
