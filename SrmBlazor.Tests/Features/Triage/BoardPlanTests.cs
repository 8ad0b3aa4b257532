using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>What the database says it would do: a page begins in an index and reads in its order, so that a million rows cost what a thousand do.</summary>
public sealed class BoardPlanTests
{
    public static TheoryData<BoardFilter> Choices =>
    [
        .. from view in Enum.GetValues<BoardView>() from sort in Enum.GetValues<BoardSort>() select new BoardFilter { View = view, Sort = sort },
        .. from one in Sieved(BoardSort.Due) select one,
        .. from one in Sieved(BoardSort.Newest) select one with { View = BoardView.Ended },
    ];

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task A_page_is_read_from_an_index_in_its_order_and_nothing_is_sorted(BoardFilter filter)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = new Desk(house);
        await desk.FillAsync(4, seed: 5);
        await using var db = house.Store.Read();
        var key = new BoardKey(house.Clock.GetUtcNow().UtcDateTime.AddDays(5), Matter.Request, 2, Guid.Empty);

        foreach (var place in (BoardPlace[])[BoardPlace.First, BoardPlace.Last, new(key), new(key, Backwards: true)])
        {
            var plan = await Plan.OfAsync(db, BoardRequests.Page(db, filter, place, Board.Size, desk.Officer));

            Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("USING INDEX", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_count_is_read_from_an_index()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var db = house.Store.Read();
        var late = BoardRequests.Sieve(BoardRequests.All(db), new BoardFilter { View = BoardView.ToDo, Due = BoardDue.Late }, new Desk(house).Officer).Take(Board.Counted);

        Assert.Contains(await Plan.OfAsync(db, late), step => step.Contains("USING INDEX", StringComparison.Ordinal) || step.Contains("USING COVERING INDEX", StringComparison.Ordinal));
    }

    private static IEnumerable<BoardFilter> Sieved(BoardSort sort) =>
        [new() { Kind = RequestKind.Complaint, Sort = sort }, new() { Region = "DE", Sort = sort }, new() { Holder = BoardHolder.Me, Sort = sort }];
}
