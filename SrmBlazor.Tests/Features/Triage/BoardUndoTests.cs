using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Claim = System.Security.Claims.Claim;

namespace SrmBlazor.Features.Triage;

public sealed class BoardUndoTests : BunitContext, IAsyncLifetime
{
    private House house = null!;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton(house.Get<Claims>());
        Services.AddSingleton(house.Get<BoardReplies>());
        Services.AddSingleton(house.Get<StaffAccounts>());
        Services.AddSingleton<TimeProvider>(house.Clock);
        Services.AddScoped<CurrentUser>();
        Services.AddScoped<AuthenticationStateProvider, Officer>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task What_was_taken_is_put_back_by_the_button_that_goes_after_ten_seconds()
    {
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var desk = new Desk(house);
        var moves = Render<BoardMoves>(parameters => parameters.Add(one => one.Rows, []).Add(one => one.Picked, []));

        await moves.InvokeAsync(async () => await moves.Instance.ClaimAsync(await RowAsync(desk)));
        Assert.Equal(Desk.Me, (await applicant.RequestAsync(reference)).Assignee);
        moves.Find("[data-key-undo]").Click();
        moves.WaitForAssertion(() => Assert.Equal("Taken back: 1 of 1.", moves.Find(".news").TextContent));

        Assert.Equal((null, RequestState.Triage), ((await applicant.RequestAsync(reference)).Assignee, (await applicant.RequestAsync(reference)).State));
        Assert.Empty(moves.FindAll("[data-key-undo]"));
        await moves.InvokeAsync(async () => await moves.Instance.ClaimAsync(await RowAsync(desk)));
        Assert.Single(moves.FindAll("[data-key-undo]"));
        house.Clock.Advance(Act.Undoable);
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

    private sealed class Officer : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, Desk.Me.ToString()), new Claim(ClaimTypes.Role, nameof(Role.PrivacyOfficer))], "test"))));
    }
}
