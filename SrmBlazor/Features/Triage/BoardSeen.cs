using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>What a reader sees of a page while things happen: its rows stay where they are until the page is asked for anew.</summary>
/// <param name="page">As it was asked for.</param>
/// <param name="found">Looked for by name or reference, and not a page of a choice.</param>
internal sealed class BoardSeen(BoardRows page, bool found)
{
    private readonly HashSet<Guid> gone = [];

    public BoardRows Page { get; private set; } = page;

    /// <summary>Rows that do not fit the choice any more, or have ended.</summary>
    public IReadOnlySet<Guid> Gone => gone;

    /// <summary>How many rows would be there that are not shown.</summary>
    public int Fresh { get; private set; }

    /// <summary>What is shown would stand in another order.</summary>
    public bool Moved { get; private set; }

    /// <summary>Takes the rows as they are now.</summary>
    /// <param name="now">The page as it would be; nothing where rows were looked for.</param>
    /// <param name="elsewhere">Asks for rows that are on another page now, or on none.</param>
    /// <returns>Whether rows at most changed where they are: nothing more came or went.</returns>
    public async Task<bool> FollowAsync(BoardRows? now, Func<IReadOnlyCollection<BoardRow>, Task<IReadOnlyList<BoardRow>>> elsewhere)
    {
        if (now is not null && Fresh == 0 && gone.Count == 0 && !Moved && Stand(Page.Rows, now.Rows))
        {
            Page = Page with { Rows = now.Rows };
            return true;
        }

        var here = (now?.Rows ?? []).ToDictionary(row => row.Id);
        var left = Page.Rows.Where(row => !here.ContainsKey(row.Id)).ToList();
        var there = left.Count == 0 ? [] : (await elsewhere(left)).ToDictionary(row => row.Id);
        var shown = Page.Rows.Select(row => row.Id).ToHashSet();
        Page = Page with { Rows = [.. Page.Rows.Select(row => here.GetValueOrDefault(row.Id) ?? there.GetValueOrDefault(row.Id) ?? row)] };
        var (went, fresh) = (left.Where(row => !found || !there.ContainsKey(row.Id)).Select(row => row.Id).ToHashSet(), here.Keys.Count(id => !shown.Contains(id)));
        var moved = !Page.Rows.Select(row => row.Id).Where(here.ContainsKey).SequenceEqual((now?.Rows ?? []).Select(row => row.Id).Where(shown.Contains));
        var stayed = fresh == Fresh && moved == Moved && gone.SetEquals(went);
        gone.Clear();
        gone.UnionWith(went);
        (Fresh, Moved) = (fresh, moved);
        return stayed;
    }

    private static bool Stand(IReadOnlyList<BoardRow> here, IReadOnlyList<BoardRow> there)
    {
        for (var at = 0; at < here.Count && at < there.Count; at++)
        {
            if (here[at].Id != there[at].Id)
            {
                return false;
            }
        }

        return here.Count == there.Count;
    }
}
