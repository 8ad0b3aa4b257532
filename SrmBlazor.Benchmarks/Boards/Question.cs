using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>What somebody at the board asks, each time of something else.</summary>
/// <param name="AskAsync">Answers where the next question of this kind may begin.</param>
internal sealed record Question(string Name, Func<Volume, Random, BoardKey?, Task<BoardKey?>> AskAsync)
{
    // such that also of a thousand requests a page is full
    private const string Region = "CN";
    private static readonly RequestKind[] Kinds = [RequestKind.Copy, RequestKind.Access, RequestKind.Delete, RequestKind.Correct];
    private static readonly BoardFilter Ended = new() { View = BoardView.Ended, Sort = BoardSort.Newest };

    public static readonly IReadOnlyList<Question> All =
    [
        new("first page, open", Page((_, _) => new BoardFilter(), _ => BoardPlace.First)),
        new("first page, to do in a region", Page((_, _) => new BoardFilter { View = BoardView.ToDo, Region = Region }, _ => BoardPlace.First)),
        new("first page, ended", Page((_, _) => Ended, _ => BoardPlace.First)),
        new("first page, ended, of a kind in a region", Page((random, _) => Ended with { Kind = Kinds[random.Next(Kinds.Length)], Region = Region }, _ => BoardPlace.First)),
        new("next page, ended", Page((_, _) => Ended, key => new BoardPlace(key))),
        new("last page, ended", Page((_, _) => Ended, _ => BoardPlace.Last)),
        new("page before the last, ended", Page((_, _) => Ended, key => new BoardPlace(key, Backwards: true))),
        new("by exact name", async (volume, random, _) =>
        {
            await volume.Board.FindAsync(volume.People[random.Next(volume.People.Count)], volume.Officer);
            return null;
        }),
        new("counts", async (volume, _, _) =>
        {
            await volume.Board.CountAsync(volume.Officer);
            return null;
        }),
    ];

    private static Func<Volume, Random, BoardKey?, Task<BoardKey?>> Page(Func<Random, BoardKey?, BoardFilter> filter, Func<BoardKey?, BoardPlace> place) => async (volume, random, key) =>
    {
        var at = place(key);
        var page = await volume.Board.PageAsync(filter(random, key), at, volume.Officer);
        return page.Rows.Count == 0 ? null : (at.Backwards ? page.Rows[0] : page.Rows[^1]).Key;
    };
}
