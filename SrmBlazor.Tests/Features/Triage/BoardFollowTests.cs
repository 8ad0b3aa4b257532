using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>How long, and what, an open board follows.</summary>
public sealed class BoardFollowTests : PageTests
{
    protected override Task PrepareAsync()
    {
        As(Desk.Me, Role.PrivacyOfficer);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task After_a_choice_without_rows_the_figures_go_on_and_rows_that_were_there_before_disturb_nothing()
    {
        var applicant = await Applicant.BeginAsync(House);
        await applicant.SubmitAsync();
        var page = Open("view=Open");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-key-row]")));

        Services.GetRequiredService<NavigationManager>().NavigateTo($"{TriageFeature.Path}?view=Ended");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".empty")));
        await applicant.SubmitAsync();

        Renewed(page, () => Assert.Equal("2", page.Find(".figures li:last-child strong").TextContent));
        Assert.Empty(page.FindAll("[data-key-row]"));
    }

    [Fact]
    public async Task A_board_that_nobody_sees_asks_nothing_and_is_up_to_date_when_it_is_seen_again()
    {
        var applicant = await Applicant.BeginAsync(House);
        await applicant.SubmitAsync();
        var page = Open("view=Open");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-key-row]")));
        await SeeAsync(visible: false);

        await applicant.SubmitAsync();
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(page.FindAll(".fresh button"));
        await SeeAsync(visible: true);

        Renewed(page, () => Assert.Equal("New here: 1", page.Find(".fresh span").TextContent));

        Task SeeAsync(bool visible)
        {
            var seeing = page.FindComponent<PageVisibility>();
            return seeing.InvokeAsync(() => seeing.Instance.SeeAsync(visible));
        }
    }

    /// <summary>The state is due sooner: the row stays where it is, and the board says so.</summary>
    [Fact]
    public async Task A_row_that_would_stand_elsewhere_stays_until_the_reader_asks()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (first, second) = (await applicant.SubmitAsync(), await applicant.SubmitAsync(RequestKind.Complaint));
        var page = Open("view=Open");
        page.WaitForAssertion(() => Assert.Equal([first, second], References(page)));

        await using (var work = await House.Store.WriteAsync())
        {
            var request = await applicant.RequestAsync(second);
            work.Db.Attach(request);
            request.Reckon(request.DueOn!.Value.AddDays(-10), request.LimitOn, provisional: false, applicant.Act with { On = work.Now });
            work.Announce(Topics.Queue);
            await work.CommitAsync();
        }

        Renewed(page, () => Assert.Equal("The order has changed", page.Find(".fresh span").TextContent));
        Assert.Equal([first, second], References(page));
        page.Find(".fresh button").Click();
        page.WaitForAssertion(() => Assert.Equal([second, first], References(page)));
    }

    [Fact]
    public async Task What_a_board_waits_for_ends_with_it()
    {
        await Applicant.BeginAsync(House);
        var feed = House.Get<ChangeFeed>();
        HashSet<string> topics = [Topics.Queue, Topics.Cases, Approvals.Topic];
        var page = Open("view=Open");
        page.WaitForAssertion(() => Assert.Superset(topics, feed.Awaited.ToHashSet()));

        await DisposeComponentsAsync();

        Assert.Empty(feed.Awaited.Intersect(topics));
    }

    private IRenderedComponent<BoardPage> Open(string query)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"{TriageFeature.Path}?{query}");
        return Render<BoardPage>();
    }

    private void Renewed(IRenderedComponent<BoardPage> page, Action check) => page.WaitForAssertion(() =>
    {
        House.Clock.Advance(TimeSpan.FromMilliseconds(250));
        check();
    });

    private static List<string> References(IRenderedComponent<BoardPage> page) => [.. page.FindAll("[data-key-row]").Select(row => row.TextContent)];
}
