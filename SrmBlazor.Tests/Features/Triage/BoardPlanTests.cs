using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Shared;
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

    [Theory, BothProviders]
    public async Task A_page_of_identity_checks_is_read_from_an_index_of_its_state_in_its_order_and_nothing_is_sorted(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await using var db = house.Store.Read();
        var (key, verifier) = (new BoardKey(house.Clock.GetUtcNow().UtcDateTime.AddDays(5), Matter.IdentityCheck, 0, Guid.NewGuid()), house.ActOf(Desk.Me, Role.Verifier));

        foreach (var filter in from view in Enum.GetValues<BoardView>() from sort in Enum.GetValues<BoardSort>() select new BoardFilter { View = view, Sort = sort })
        {
            foreach (var (state, place) in from state in BoardChecks.StatesOf(filter.View) from place in new[] { BoardPlace.First, BoardPlace.Last, new(key), new(key, Backwards: true) } select (state, place))
            {
                var page = BoardChecks.Page(db, state, filter, place, Board.Size, verifier);
                var plan = provider == DatabaseProvider.Sqlite ? await Plan.OfAsync(db, page) : await Plan.OfLargeAsync(db, page);

                Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
                Assert.All(plan, step => Assert.DoesNotContain("Sort", step, StringComparison.Ordinal));
                Assert.Contains(plan, step => step.Contains("IX_Registrations_State_", StringComparison.Ordinal));
            }
        }
    }

    [Theory, BothProviders]
    public async Task A_page_of_screenings_is_read_from_an_index_of_its_turn_in_its_order_and_nothing_is_sorted(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var desk = new Desk(house);
        await using var db = house.Store.Read();
        var key = new BoardKey(house.Clock.GetUtcNow().UtcDateTime.AddDays(5), Matter.Screening, 0, Guid.NewGuid());
        BoardFilter[] choices = [new(), new() { Region = "DE" }, new() { Holder = BoardHolder.Me }, new() { Holder = BoardHolder.Nobody }, new() { Due = BoardDue.Week }];

        foreach (var filter in from sort in Enum.GetValues<BoardSort>() from choice in choices select choice with { Sort = sort })
        {
            foreach (var (turn, place) in from turn in Enum.GetValues<ScreeningTurn>() from place in new[] { BoardPlace.First, BoardPlace.Last, new(key), new(key, Backwards: true) } select (turn, place))
            {
                var page = BoardScreenings.Page(db, turn, filter, place, Board.Size, desk.Screener);
                var plan = provider == DatabaseProvider.Sqlite ? await Plan.OfAsync(db, page) : await Plan.OfLargeAsync(db, page);

                Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
                Assert.All(plan, step => Assert.DoesNotContain("Sort", step, StringComparison.Ordinal));
                Assert.Contains(plan, step => step.Contains("IX_ScreeningCases_Turn_", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_count_of_screenings_is_read_from_an_index_too()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var db = house.Store.Read();
        foreach (var filter in new BoardFilter[] { new() { Due = BoardDue.Late }, new() { Due = BoardDue.Today }, new() { View = BoardView.ToDo, Holder = BoardHolder.Nobody } })
        {
            var plan = await Plan.OfAsync(db, BoardScreenings.Sieve(db, filter, new Desk(house).Screener)!.Take(Board.Counted));

            Assert.Contains(plan, step => step.Contains("INDEX IX_ScreeningCases_Turn_", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<BoardFilter> Sieved(BoardSort sort) =>
        [new() { Kind = RequestKind.Complaint, Sort = sort }, new() { Region = "DE", Sort = sort }, new() { Holder = BoardHolder.Me, Sort = sort }, new() { Colleague = Desk.Colleague, Sort = sort }];
}
