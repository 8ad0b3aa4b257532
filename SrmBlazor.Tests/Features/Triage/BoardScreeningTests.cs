using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>Screenings on the board: of those in which something was found, for those who screen.</summary>
public sealed class BoardScreeningTests
{
    [Theory, BothProviders]
    public async Task A_hit_stands_there_with_what_is_known_without_opening_anything(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        await house.PassedAsync("Ysmene Dombrelune");
        var person = await house.HitAsync();
        await using (var keys = house.Get<Func<KeyDbContext>>()())
        {
            await keys.Keys.ExecuteDeleteAsync();
        }

        var own = await house.CaseAsync(person);
        var row = Assert.Single(await RowsAsync(house, new BoardFilter(), house.Screener()));

        Assert.Equal((Matter.Screening, own.Reference, nameof(ScreeningState.UnderReview), RequestStage.ToDo, "CN"), (row.Matter, row.Reference, row.State, row.Stage, row.Region));
        Assert.Equal((RequestClock.Today(own.Since), RequestClock.Today(own.Since.AddDays(3)), null, false), (row.ReceivedOn, row.Due, row.Limit, row.OfChild));
        Assert.Equal($"/staff/screening/{own.Reference}", row.Address);
        Assert.All(["Zantropov", "Odrin", $"{person}"], word => Assert.DoesNotContain(word, JsonSerializer.Serialize(row), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        Assert.Equal([own.Reference], (await house.Get<Board>().FindAsync($" {own.Reference.ToLowerInvariant()} ", house.Screener())).Select(one => one.Reference));
        house.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True(Assert.Single(await RowsAsync(house, new BoardFilter { Due = BoardDue.Late }, house.Screener())).IsLate);
    }

    [Theory, BothProviders]
    public async Task Who_does_not_screen_is_told_of_none_and_nobody_of_their_own(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var own = await house.CaseAsync(person);
        house.Clock.Advance(TimeSpan.FromDays(4));
        var board = house.Get<Board>();
        var rows = await RowsAsync(house, new BoardFilter(), house.Screener());

        foreach (var act in new[] { house.ActOf(Subjects.Two, Role.PrivacyOfficer | Role.Verifier), house.ActOf(person, Role.Screener | Role.Supplier), house.ActOf(person, Role.Screener) })
        {
            // a screener has just asked the same, and may not have asked for them
            Assert.Equal(new BoardCounts(1, 0, 1), await board.CountAsync(house.Screener()));
            Assert.Empty(await RowsAsync(house, new BoardFilter(), act));
            Assert.Empty(await RowsAsync(house, new BoardFilter { Matter = Matter.Screening }, act));
            Assert.Empty(await board.FindAsync(own.Reference, act));
            Assert.Empty(await board.RefreshAsync(rows, BoardSort.Due, act));
            Assert.Equal(new BoardCounts(0, 0, 0), await board.CountAsync(act));
            using var file = new MemoryStream();
            Assert.Equal(0, await house.Get<BoardSheet>().WriteAsync(new BoardFilter(), file, act));
        }

        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<Claims>().ClaimAsync(rows[0], house.ActOf(Subjects.Two, Role.PrivacyOfficer)));
        Assert.Equal(HandOutcome.NotYours, Assert.Single(await house.Get<Claims>().AssignAsync(rows, Subjects.Two, takeOver: true, house.ActOf(Subjects.Two, Role.Verifier))).Outcome);
        Assert.Equal(ClaimOutcome.Faster, await house.Get<Claims>().ClaimAsync(rows[0], house.ActOf(person, Role.Screener)));
        Assert.Null((await house.CaseAsync(person)).HolderId);
    }

    [Theory, BothProviders]
    public async Task A_whole_name_finds_its_case_and_the_file_has_its_line(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var own = await house.CaseAsync(person);
        await using (var db = house.Store.Read())
        {
            var record = await db.Set<SealedRow>().SingleAsync(one => one.PersonId == person && one.Kind == "identity");
            Assert.True(await house.Get<KeyStore>().TryIndexAsync(record.Id, person, LookUp.WholeName, Subjects.Listed));
        }

        using var file = new MemoryStream();
        await house.Get<BoardSheet>().WriteAsync(new BoardFilter(), file, house.Screener());

        Assert.Equal([own.Reference], (await house.Get<Board>().FindAsync(Subjects.Listed, house.Screener())).Select(row => row.Reference));
        Assert.Empty(await house.Get<Board>().FindAsync("Zantropov", house.Screener()));
        Assert.Contains($"\"{own.Reference}\",\"Screening\",\"Under review\"", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task A_row_goes_from_turn_to_turn_with_its_case_and_every_open_board_hears_of_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync(Subjects.Listed);
        var heard = 0;
        using var subscription = house.Get<ChangeFeed>().Subscribe(Topics.Queue, () => heard++);

        await house.RoundAsync();
        var found = await OneAsync(BoardView.ToDo);
        await house.ConfirmAsync(person);
        var proposed = await OneAsync(BoardView.Review);
        await house.ApproveAsync(person);
        var confirmed = await OneAsync(BoardView.Ended);
        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.True(await house.Get<MyScreening>().ContestAsync("I am somebody else.", house.ActOf(person, Role.Supplier)));
        var contested = await OneAsync(BoardView.Appeals);
        var own = await house.CaseAsync(person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ProposeAsync(own.Reference, own.Stamp, overturns: true, "You are.", house.Screener(Subjects.Three)));
        var answering = await OneAsync(BoardView.Appeals);
        own = await house.CaseAsync(person);
        Assert.IsType<ScreeningResult.Done>(await house.Get<ScreeningContests>().ApproveAsync(own.Reference, own.Stamp, house.Screener(Subjects.Four)));
        var cleared = await OneAsync(BoardView.Ended);

        Assert.Equal([RequestStage.ToDo, RequestStage.Review, RequestStage.Ended, RequestStage.Appeal, RequestStage.Appeal, RequestStage.Ended], new[] { found, proposed, confirmed, contested, answering, cleared }.Select(row => row.Stage));
        Assert.Equal((found.Due, found.Due.AddDays(30)), (confirmed.Due, contested.Due));
        Assert.Equal(nameof(ScreeningState.Cleared), cleared.State);
        Assert.Equal(6, heard);

        // the same word of an open board that shows it
        var seen = new BoardSeen(new BoardRows([found], HasBefore: false, HasAfter: false), found: true);
        await seen.FollowAsync(null, rows => house.Get<Board>().RefreshAsync(rows, BoardSort.Due, house.Screener()));
        Assert.Equal([cleared], seen.Page.Rows);

        async Task<BoardRow> OneAsync(BoardView view)
        {
            foreach (var other in Enum.GetValues<BoardView>().Where(one => one != view && one != BoardView.Open))
            {
                Assert.Empty(await RowsAsync(house, new BoardFilter { View = other }, house.Screener()));
            }

            return Assert.Single(await RowsAsync(house, new BoardFilter { View = view }, house.Screener()));
        }
    }

    [Theory, BothProviders]
    public async Task Whoever_is_not_screened_any_more_is_on_no_board(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var row = Assert.Single(await RowsAsync(house, new BoardFilter(), house.Screener()));
        await using (var work = await house.Store.WriteAsync())
        {
            work.End(person, For.Screening, house.System, "verification.refused");
            await house.Get<Collector>().CommitAsync(work, person, house.System, "verification.refused");
        }

        await house.RoundAsync();

        Assert.Empty(await RowsAsync(house, new BoardFilter(), house.Screener()));
        Assert.Empty(await RowsAsync(house, new BoardFilter { View = BoardView.Ended }, house.Screener()));
        Assert.Empty(await house.Get<Board>().RefreshAsync([row], BoardSort.Due, house.Screener()));
    }

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(House house, BoardFilter filter, Act act) => (await house.Get<Board>().PageAsync(filter, BoardPlace.First, act)).Rows;
}
