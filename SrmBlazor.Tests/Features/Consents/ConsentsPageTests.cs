using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents.Pages;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

public sealed class ConsentsPageTests : PageTests
{
    private const string Paused = "What you agreed to has changed. It is not in use until you answer.";

    private Decider decider = default!;

    protected override async Task PrepareAsync()
    {
        decider = await Decider.BeginAsync(House);
        As(decider.Person, Role.Supplier);
    }

    [Fact]
    public async Task A_published_version_shows_at_once_on_the_open_page_what_it_pauses_and_the_open_panel_asks_anew()
    {
        await decider.DecideAsync(For.News, give: true);
        var page = Render<ConsentsPage>();
        page.WaitForElement("#switch-news");
        await page.Find("#switch-news").ClickAsync(new());
        page.WaitForAssertion(() => Assert.DoesNotContain("I agree anew", page.Find("#state-news").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(Paused, page.Markup, StringComparison.Ordinal);

        House.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(House).PublishNewAsync(MajorKinds.ServiceModel, For.News.Key);

        page.WaitForAssertion(() => Assert.Contains(Paused, page.Find("#state-news").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "I agree anew"));
        await page.FindAll("button").Single(button => button.TextContent == "I agree anew").ClickAsync(new());
        page.WaitForAssertion(() => Assert.DoesNotContain(Paused, page.Markup, StringComparison.Ordinal));
        Assert.Equal(ConsentState.Renewed, (await decider.EventsAsync())[^1].State);
    }

    [Fact]
    public void What_the_service_cannot_do_without_stands_there_with_its_basis_and_no_switch()
    {
        var page = Render<ConsentsPage>();
        page.WaitForElement("#necessary ~ dl dt");

        var necessary = page.FindAll("#necessary ~ dl > div").Select(row => row.TextContent).ToList();
        Assert.Contains(necessary, row => row.Contains("Your account", StringComparison.Ordinal) && row.Contains("Basis: Contract with you", StringComparison.Ordinal));
        Assert.Contains(necessary, row => row.Contains("Restricted-party screening", StringComparison.Ordinal) && row.Contains("Basis: Legal duty: export-control law", StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"#switch-{For.Account.Key}, #switch-{For.Screening.Key}"));
        Assert.NotEmpty(page.FindAll($"#switch-{For.News.Key}"));
    }
}
