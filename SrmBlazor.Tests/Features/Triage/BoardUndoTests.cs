using Bunit;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class BoardUndoTests : PageTests
{
    protected override Task PrepareAsync()
    {
        As(Desk.Me, Role.PrivacyOfficer);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task What_was_taken_is_put_back_by_the_button_that_goes_after_ten_seconds()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.SubmitAsync();
        var desk = new Desk(House);
        var moves = Render<BoardMoves>(parameters => parameters.Add(one => one.Rows, []).Add(one => one.Picked, []));

        await moves.InvokeAsync(async () => await moves.Instance.ClaimAsync(await RowAsync(desk)));
        Assert.Equal(Desk.Me, (await applicant.RequestAsync(reference)).Assignee);
        moves.Find("[data-key-undo]").Click();
        moves.WaitForAssertion(() => Assert.Equal("Taken back: 1 of 1.", moves.Find(".news").TextContent));

        Assert.Equal((null, RequestState.Triage), ((await applicant.RequestAsync(reference)).Assignee, (await applicant.RequestAsync(reference)).State));
        Assert.Empty(moves.FindAll("[data-key-undo]"));
        await moves.InvokeAsync(async () => await moves.Instance.ClaimAsync(await RowAsync(desk)));
        Assert.Single(moves.FindAll("[data-key-undo]"));
        House.Clock.Advance(Act.Undoable);
        moves.WaitForAssertion(() => Assert.Empty(moves.FindAll("[data-key-undo]")));
    }

    [Fact]
    public void Where_no_row_is_chosen_it_is_said_how_to_choose_one()
    {
        var moves = Render<BoardMoves>(parameters => parameters.Add(one => one.Rows, []).Add(one => one.Picked, []));

        moves.Find("[data-key-assign]").Click();

        Assert.StartsWith("Choose one or more rows first", moves.Find(".news").TextContent, StringComparison.Ordinal);
    }

    private static async Task<BoardRow> RowAsync(Desk desk) => (await desk.Board.PageAsync(new BoardFilter(), BoardPlace.First, desk.Officer)).Rows[0];
}
