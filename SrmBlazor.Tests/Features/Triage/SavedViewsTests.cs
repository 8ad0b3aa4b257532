using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class SavedViewsTests
{
    private static readonly BoardFilter Late = new() { View = BoardView.ToDo, Due = BoardDue.Late, Region = "US-CA" };

    [Theory, BothProviders]
    public async Task A_view_is_its_owners_until_it_is_shared_and_only_the_owner_changes_or_deletes_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (views, mine, theirs) = (house.Get<SavedViews>(), house.ActOf(Desk.Me, Role.Verifier), house.ActOf(Desk.Colleague, Role.PrivacyOfficer));

        Assert.Equal(SavedViewOutcome.Done, await views.SaveAsync(" Late in California ", Late, shared: false, mine));

        var own = Assert.Single(await views.ListAsync(mine));
        Assert.Equal(("Late in California", "view=ToDo&region=US-CA&due=Late", false, true), (own.Name, own.Query, own.IsShared, own.IsMine));
        Assert.Empty(await views.ListAsync(theirs));
        Assert.Equal(SavedViewOutcome.Done, await views.ChangeAsync(own.Id, "California", shared: true, mine));
        var seen = Assert.Single(await views.ListAsync(theirs));
        Assert.Equal(("California", false, false), (seen.Name, seen.IsMine, seen.IsDefault));
        Assert.Equal(SavedViewOutcome.NotFound, await views.ChangeAsync(own.Id, "Taken", shared: false, theirs));
        Assert.Equal(SavedViewOutcome.NotFound, await views.RemoveAsync(own.Id, theirs));
        Assert.Equal(SavedViewOutcome.NotFound, await views.BeginWithAsync(own.Id, theirs));
        Assert.Equal(SavedViewOutcome.Done, await views.RemoveAsync(own.Id, mine));
        Assert.Empty(await views.ListAsync(theirs));
    }

    [Theory, BothProviders]
    public async Task Names_that_are_empty_long_or_taken_and_a_view_too_many_are_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (views, mine, theirs) = (house.Get<SavedViews>(), house.ActOf(Desk.Me, Role.Verifier), house.ActOf(Desk.Colleague, Role.PrivacyOfficer));
        Assert.Equal(SavedViewOutcome.Done, await views.SaveAsync("Late", Late, shared: true, mine));

        Assert.Equal(SavedViewOutcome.NoName, await views.SaveAsync("  ", Late, shared: false, mine));
        Assert.Equal(SavedViewOutcome.NameTooLong, await views.SaveAsync(new string('x', SavedView.NameLength + 1), Late, shared: false, mine));
        Assert.Equal(SavedViewOutcome.NameTaken, await views.SaveAsync("late", Late, shared: false, mine));
        Assert.Equal(SavedViewOutcome.NameTaken, await views.SaveAsync("LATE", Late, shared: true, theirs));
        // what only one sees may be called as another's
        Assert.Equal(SavedViewOutcome.Done, await views.SaveAsync("Late", Late, shared: false, theirs));
        for (var number = 1; number < SavedViews.Most; number++)
        {
            Assert.Equal(SavedViewOutcome.Done, await views.SaveAsync($"View {number}", Late, shared: false, mine));
        }

        Assert.Equal(SavedViewOutcome.TooMany, await views.SaveAsync("One more", Late, shared: false, mine));
        Assert.Equal(SavedViews.Most, (await views.ListAsync(mine)).Count);
    }

    [Theory, BothProviders]
    public async Task One_of_ones_own_is_seen_first_and_no_more_than_one(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (views, mine) = (house.Get<SavedViews>(), house.ActOf(Desk.Me, Role.Verifier));
        await views.SaveAsync("A", Late, shared: true, mine);
        await views.SaveAsync("B", new BoardFilter(), shared: false, mine);
        var (a, b) = ((await views.ListAsync(mine))[0], (await views.ListAsync(mine))[1]);

        await views.BeginWithAsync(a.Id, mine);
        await views.BeginWithAsync(b.Id, mine);

        Assert.Equal([false, true], (await views.ListAsync(mine)).Select(view => view.IsDefault));
        Assert.Equal("/staff/requests?view=Open", BoardQuery.AddressOf(b.Query));
        await views.BeginWithAsync(null, mine);
        Assert.DoesNotContain(await views.ListAsync(mine), view => view.IsDefault);
        Assert.DoesNotContain(await views.ListAsync(house.ActOf(Desk.Colleague, Role.Verifier)), view => view.IsDefault);
    }

    [Theory, BothProviders]
    public async Task With_a_closed_account_its_views_go(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var views = house.Get<SavedViews>();
        var leaver = await Population.Of(house).RegisterAsync("leaver@staff.example", Role.Verifier);
        await views.SaveAsync("Late", Late, shared: true, house.ActOf(leaver, Role.Verifier));
        await views.SaveAsync("Mine", Late, shared: true, house.ActOf(Desk.Me, Role.Verifier));

        Assert.True(await house.Get<StaffAccounts>().CloseAsync(leaver, house.ActOf(Guid.NewGuid(), Role.Administrator)));

        Assert.Equal(["Mine"], (await views.ListAsync(house.ActOf(Desk.Me, Role.Verifier))).Select(view => view.Name));
        Assert.Equal(1, await views.SweepAsync());
        await using var db = house.Store.Read();
        Assert.Equal(["Mine"], await db.Set<SavedView>().Select(view => view.Name).ToListAsync());
    }

    [Fact]
    public void A_choice_comes_back_from_its_line_as_it_was()
    {
        var choices =
            from view in Enum.GetValues<BoardView>()
            from sort in Enum.GetValues<BoardSort>()
            from kind in new RequestKind?[] { null, RequestKind.Delete }
            from holder in Enum.GetValues<BoardHolder>()
            from colleague in new Guid?[] { null, Desk.Colleague }.Where(one => one is null || holder == BoardHolder.Anybody)
            from due in Enum.GetValues<BoardDue>().Where(due => due == BoardDue.Any || BoardQuery.Waits(view))
            select new BoardFilter { View = view, Kind = kind, Sort = sort, Holder = holder, Colleague = colleague, Due = due, Region = "US-CA", Age = BoardQuery.Waits(view) ? 14 : 0 };

        foreach (var choice in choices.Append(new BoardFilter()).Append(new BoardFilter { Matter = Matter.IdentityCheck }))
        {
            var line = BoardQuery.Text(choice);
            var said = QueryHelpers.ParseQuery(line);
            string? Of(string key) => said.TryGetValue(key, out var value) ? value.ToString() : null;

            Assert.Equal(choice, BoardQuery.Read(Of("view"), Of("kind"), Of("region"), Of("holder"), Of("due"), int.TryParse(Of("age"), out var age) ? age : null, Of("sort")));
            Assert.InRange(line.Length, 0, SavedView.QueryLength);
        }
    }
}
