using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>The board as whoever works with it sees it while others work too.</summary>
public sealed class BoardPageTests : PageTests
{
    protected override Task PrepareAsync()
    {
        As(Desk.Me, Role.PrivacyOfficer);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task What_is_filed_elsewhere_waits_behind_a_button_and_what_a_colleague_takes_is_said_in_its_row()
    {
        var applicant = await Applicant.BeginAsync(House);
        var first = await applicant.SubmitAsync();
        var colleague = await ColleagueAsync("Sun Adebayo");
        var page = Open("");
        page.WaitForAssertion(() => Assert.Equal([first], References(page)));

        var second = await applicant.SubmitAsync();

        Renewed(page, () => Assert.Equal("New here: 1", page.Find(".fresh span").TextContent));
        Assert.Equal([first], References(page));
        Applicant.Done(await applicant.Desk.ClaimAsync(first, await applicant.StampAsync(first), applicant.ActOf(colleague)));
        Renewed(page, () => Assert.Equal("S••• A•••", Holder(page, first)));
        Assert.Equal(("Take over", "held"), (Button(page, first).TextContent, Button(page, first).GetAttribute("data-key-claim")));
        Assert.Equal([first], References(page));

        page.Find(".fresh button").Click();

        page.WaitForAssertion(() => Assert.Equal([first, second], References(page)));
        Assert.Empty(page.FindAll(".fresh button"));
        Assert.Equal(("Take", "free"), (Button(page, second).TextContent, Button(page, second).GetAttribute("data-key-claim")));
    }

    /// <summary>A row that is rendered again keeps its memory twice, and there are fifty on a thousand boards.</summary>
    [Fact]
    public async Task A_board_that_is_opened_renders_each_row_once_and_a_change_renders_one_again()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (theirs, free) = (await applicant.SubmitAsync(), await applicant.SubmitAsync());
        var colleague = await ColleagueAsync("Sun Adebayo");
        Applicant.Done(await applicant.Desk.ClaimAsync(theirs, await applicant.StampAsync(theirs), applicant.ActOf(colleague)));
        var page = Open("");
        page.WaitForAssertion(() => Assert.Equal("S••• A•••", Holder(page, theirs)));

        Assert.All(page.FindComponents<BoardLine>(), line => Assert.Equal(1, line.RenderCount));
        Applicant.Done(await applicant.Desk.ClaimAsync(free, await applicant.StampAsync(free), applicant.ActOf(colleague)));
        Renewed(page, () => Assert.Equal("S••• A•••", Holder(page, free)));

        Assert.Equal([1, 2], page.FindComponents<BoardLine>().OrderBy(line => line.Instance.Row.Reference, StringComparer.Ordinal).Select(line => line.RenderCount));
    }

    /// <summary>Once a day of each who looks, however often the page is opened or renewed.</summary>
    [Fact]
    public async Task Colleagues_are_named_with_masks_their_ledger_says_who_looked_and_what_is_theirs_can_be_asked_for()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (mine, theirs) = (await applicant.SubmitAsync(), await applicant.SubmitAsync());
        var (one, two, other) = (await ColleagueAsync("Sun Adebayo"), await ColleagueAsync("Sam Archer"), await ColleagueAsync("张伟"));
        Applicant.Done(await applicant.Desk.ClaimAsync(theirs, await applicant.StampAsync(theirs), applicant.ActOf(one)));
        var page = Open("");
        page.WaitForAssertion(() => Assert.StartsWith("S••• A•••", Holder(page, theirs), StringComparison.Ordinal));
        var options = page.FindAll("#sieve-Holder option").ToDictionary(option => option.GetAttribute("value")!, option => option.TextContent);

        Assert.Equal("张•••", options[other.ToString()]);
        Assert.NotEqual(options[one.ToString()], options[two.ToString()]);
        Assert.DoesNotContain("Adebayo", page.Markup, StringComparison.Ordinal);
        page.Find("#sieve-Holder").Change(one.ToString());
        page.WaitForAssertion(() => Assert.Equal([theirs], References(page)));
        Assert.EndsWith($"?holder={one:N}", Navigation.Uri, StringComparison.Ordinal);
        page.Find("#sieve-Holder").Change(two.ToString());
        page.WaitForAssertion(() => Assert.Empty(References(page)));
        page.Find("#sieve-Holder").Change(nameof(BoardHolder.Nobody));
        page.WaitForAssertion(() => Assert.Equal([mine], References(page)));
        await using var db = House.Store.Read();
        Assert.Equal([Desk.Me], await db.Set<AccessEntry>().Where(line => line.PersonId == one).Select(line => line.StaffId).ToListAsync());
    }

    [Fact]
    public async Task A_country_is_asked_for_with_its_parts_and_a_part_alone()
    {
        await new Desk(House).FillAsync(40, seed: 3);
        await using var db = House.Store.Read();
        var open = await db.Set<RightsRequest>().Where(one => one.Stage != RequestStage.Ended).OrderBy(one => one.DueOn).ThenBy(one => one.Number).ToListAsync();
        var (whole, part) = (open.FindAll(one => one.Region is "US" or "US-CA").ConvertAll(one => one.Reference), open.FindAll(one => one.Region == "US-CA").ConvertAll(one => one.Reference));
        Assert.InRange(part.Count, 1, whole.Count - 1);
        var page = Open("");
        page.WaitForAssertion(() => Assert.Equal(open.Count, References(page).Count));

        page.Find("#sieve-Region").Change("US");
        page.WaitForAssertion(() => Assert.Equal(whole, References(page)));
        page.Find("#sieve-Region").Change("US-CA");

        page.WaitForAssertion(() => Assert.Equal(part, References(page)));
        Assert.Equal("US-CA", page.Find("#sieve-Region").GetAttribute("value"));
    }

    [Fact]
    public async Task The_search_box_says_what_is_looked_for_and_nothing_once_something_else_is_shown()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (first, _) = (await applicant.SubmitAsync(), await applicant.SubmitAsync());
        var page = Open("");
        page.Find("#board-find").Input(first);
        page.Find("form.find").Submit();
        page.WaitForAssertion(() => Assert.Equal([first], References(page)));
        Assert.Equal(first, page.Find("#board-find").GetAttribute("value"));

        page.Find("#sieve-View").Change(nameof(BoardView.ToDo));

        page.WaitForAssertion(() => Assert.Equal(2, References(page).Count));
        Assert.Equal("", page.Find("#board-find").GetAttribute("value"));
        page.Find("#board-find").Input("Nobody Ofthisname");
        page.Find("form.find").Submit();
        page.WaitForAssertion(() => Assert.Empty(References(page)));
        Assert.Equal("Nobody Ofthisname", page.Find("#board-find").GetAttribute("value"));
        page.Find("#sieve-Sort").Change(nameof(BoardSort.Newest));
        page.WaitForAssertion(() => Assert.Equal(2, References(page).Count));
        Assert.Equal("", page.Find("#board-find").GetAttribute("value"));
    }

    [Fact]
    public async Task A_reply_to_several_is_looked_at_sent_and_reported_row_by_row()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (fresh, reviewed) = (await applicant.SubmitAsync(), await applicant.InHandAsync());
        Applicant.Done(await applicant.Decisions.ProposeAsync(reviewed, await applicant.StampAsync(reviewed), RequestOutcome.Refused, DenialGround.NotCovered, "It is not covered.", applicant.ActOf(Applicant.Officer)));
        var page = Open("");
        page.WaitForAssertion(() => Assert.Equal(2, References(page).Count));
        page.Find(".moves input").Change(true);
        page.Find("[data-key-reply]").Click();

        page.Find("#reply-with").Change(nameof(ReplySituation.Received));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("dialog .outcomes li").Count));
        Assert.Contains("will be sent", Line(page, fresh).TextContent, StringComparison.Ordinal);
        var text = Line(page, fresh).QuerySelector(".words")!.TextContent;
        Assert.Contains($"We have received your request {fresh}", text, StringComparison.Ordinal);
        Assert.Contains("does not fit", Line(page, reviewed).TextContent, StringComparison.Ordinal);
        Assert.Equal("Send 1", page.Find("dialog [data-confirm]").TextContent);
        page.Find("dialog [data-confirm]").Click();
        page.WaitForAssertion(() => Assert.Equal("Replies sent: 1 of 2.", page.Find(".news").TextContent));
        Assert.Equal([(fresh, "sent"), (reviewed, "not sent: it did not fit where the request stood")],
            page.FindAll(".news + .outcomes li").Select(line => (line.Children[0].TextContent, line.Children[1].TextContent)).OrderBy(line => line.Item1, StringComparer.Ordinal));
        Assert.Equal(text, (await applicant.Mine.OpenAsync(fresh, applicant.Act))!.Steps[^1].Text);
        Assert.Equal(RequestStep.Proposed, (await applicant.RequestAsync(reviewed)).Events[^1].Step);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<BoardPage> Open(string query)
    {
        Navigation.NavigateTo($"{TriageFeature.Path}?view=Open{query}");
        return Render<BoardPage>();
    }

    /// <summary>What is announced in quick succession is read once: the clock goes on until it was.</summary>
    private void Renewed(IRenderedComponent<BoardPage> page, Action check) => page.WaitForAssertion(() =>
    {
        House.Clock.Advance(TimeSpan.FromMilliseconds(250));
        check();
    });

    private static List<string> References(IRenderedComponent<BoardPage> page) => [.. page.FindAll("[data-key-row]").Select(row => row.TextContent)];

    private static IElement Row(IRenderedComponent<BoardPage> page, string reference) => page.FindAll("[data-key-row]").Single(row => row.TextContent == reference).Closest("tr")!;

    private static string Holder(IRenderedComponent<BoardPage> page, string reference) => Row(page, reference).QuerySelector(".holder span")!.TextContent;

    private static IElement Button(IRenderedComponent<BoardPage> page, string reference) => Row(page, reference).QuerySelector(".holder button")!;

    private static IElement Line(IRenderedComponent<BoardPage> page, string reference) => page.FindAll("dialog .outcomes li").Single(line => line.TextContent.Contains(reference, StringComparison.Ordinal));

    private Task<Guid> ColleagueAsync(string name) => Desk.StaffAsync(House, name);
}
