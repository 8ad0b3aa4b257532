using System.Globalization;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>An open board renders again only what is another, and rows that say the same share what they say.</summary>
public sealed class BoardSeenTests
{
    [Fact]
    public async Task Once_something_waits_or_has_gone_a_change_of_another_row_moves_nothing()
    {
        var (first, second, third) = (Row(1), Row(2), Row(3));
        var seen = new BoardSeen(Page(first, second), found: false);
        var taken = second with { Holder = Guid.NewGuid() };

        Assert.False(await FollowAsync(third, first, second));
        Assert.True(await FollowAsync(third, first, taken));
        Assert.Equal((1, taken), (seen.Fresh, seen.Page.Rows[1]));
        Assert.False(await FollowAsync(third, taken));
        Assert.Equal([first.Id], seen.Gone);
        Assert.True(await FollowAsync(third, second));
        Assert.Equal(second, seen.Page.Rows[1]);
        Assert.False(await FollowAsync(third));

        Task<bool> FollowAsync(params BoardRow[] now) => seen.FollowAsync(Page(now), _ => Task.FromResult<IReadOnlyList<BoardRow>>([]));
    }

    /// <summary>A row that is due sooner now stays under the reader's hand, and the board says that it stands elsewhere.</summary>
    [Fact]
    public async Task Rows_that_would_stand_in_another_order_stay_and_it_is_said_until_they_stand_as_they_did()
    {
        var (first, second, third) = (Row(1), Row(2), Row(3));
        var seen = new BoardSeen(Page(first, second, third), found: false);

        Assert.True(await FollowAsync(first, second, third));
        Assert.False(seen.Moved);
        Assert.False(await FollowAsync(first, third, second));
        Assert.Equal((true, 0), (seen.Moved, seen.Fresh));
        Assert.Equal([first, second, third], seen.Page.Rows);
        Assert.True(await FollowAsync(first, third, second));
        Assert.False(await FollowAsync(first, second, third));
        Assert.False(seen.Moved);
        Assert.False(await FollowAsync(first, third));
        Assert.False(seen.Moved);

        Task<bool> FollowAsync(params BoardRow[] now) => seen.FollowAsync(Page(now), _ => Task.FromResult<IReadOnlyList<BoardRow>>([]));
    }

    [Fact]
    public async Task Rows_that_say_the_same_share_their_cells_in_each_language()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var cells = house.Get<BoardCells>();
        var said = new Dictionary<string, string>();
        foreach (var language in new[] { "en", "zh-CN" })
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            said[language] = cells.Of(Row(1), newest: false).Value;
            Assert.Same(said[language], cells.Of(Row(2), newest: false).Value);
            foreach (var other in new[] { Row(1) with { IsLate = true }, Row(1) with { State = nameof(RequestState.InProgress) }, Row(1) with { Region = "US-CA" }, Row(1) with { Due = new(2026, 4, 1) }, Row(1) with { OfChild = true } })
            {
                Assert.NotEqual(said[language], cells.Of(other, newest: false).Value);
            }
        }

        Assert.NotEqual(said["en"], said["zh-CN"]);
    }

    private static BoardRows Page(params BoardRow[] rows) => new(rows, HasBefore: false, HasAfter: false);

    private static BoardRow Row(int number) => new(
        Matter.Request, new Guid(number, 0, 0, new byte[8]), $"REQ-{number:00000}", nameof(RequestKind.Copy), nameof(RequestState.Triage), RequestStage.ToDo, "DE", new(2026, 3, 2), new(2026, 3, 30), null,
        IsLate: false, IsProvisional: false, Holder: null, HasTwin: false, OfChild: false, Guid.Empty, new BoardKey(new DateTime(2026, 3, 30, 0, 0, 0, DateTimeKind.Utc), Matter.Request, number, Guid.Empty));
}
