using Bunit;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents.Pages;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

public sealed class AskFirstTests : PageTests
{
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
    }

    [Promise("P-1.3-09")]
    [Fact]
    public async Task After_a_no_a_hundred_visits_put_no_notice_before_the_person_until_it_is_another_question()
    {
        var first = Visit();
        await Button(first, "No").ClickAsync(new());
        first.WaitForAssertion(() => Assert.Contains("You said no to “Sharing your profile with affiliates” on", first.Markup, StringComparison.Ordinal));

        for (var visit = 0; visit < 100; visit++)
        {
            var page = Visit();
            page.WaitForAssertion(() => Assert.Contains("You said no to", page.Markup, StringComparison.Ordinal));
            Assert.Empty(page.FindAll("button"));
            Assert.Equal("/privacy/consents", page.Find("a").GetAttribute("href"));
            await page.InvokeAsync(page.Instance.Dispose);
        }

        Assert.Equal(1, await ServedAsync());
        await House.ReviseAsync(For.ShareAffiliate);
        var asked = Visit();
        Assert.NotNull(Button(asked, "I agree"));
        Assert.Equal(2, await ServedAsync());
    }

    [Promise("P-1.3-10")]
    [Fact]
    public async Task The_use_appears_with_the_yes_and_goes_on_the_open_page_when_it_is_taken_back()
    {
        var page = Visit();
        Assert.DoesNotContain("the use itself", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Example Works GmbH", page.Markup, StringComparison.Ordinal);

        await Button(page, "I agree").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("the use itself", page.Markup, StringComparison.Ordinal));
        await supplier.DecideAsync(House, For.ShareAffiliate, give: false);

        page.WaitForAssertion(() => Assert.Contains("You said no to", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("the use itself", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_version_that_asks_again_stops_the_use_on_the_open_page_at_once()
    {
        var page = Visit();
        await Button(page, "I agree").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("the use itself", page.Markup, StringComparison.Ordinal));

        House.Clock.Advance(TimeSpan.FromMinutes(1));
        var version = await PolicyStaff.Of(House).PublishNewAsync(MajorKinds.ServiceModel, For.ShareAffiliate.Key);

        page.WaitForAssertion(() => Assert.Contains("This has changed since you agreed", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("the use itself", page.Markup, StringComparison.Ordinal);
        await Button(page, "I agree").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("the use itself", page.Markup, StringComparison.Ordinal));
        await using var db = House.Store.Read();
        var shown = await db.Set<NoticeServed>().Where(served => served.PersonId == supplier.Person && served.Purpose == For.ShareAffiliate.Key).OrderBy(served => served.On)
            .Join(db.Set<NoticeText>(), served => served.TextHash, text => text.Hash, (_, text) => text.Text).ToListAsync();
        Assert.Equal([1, version], shown.Select(text => Notice.Read(text).PolicyVersion));
    }

    [Fact]
    public async Task Yes_and_no_weigh_the_same()
    {
        var page = Visit();

        var buttons = page.WaitForElements(".actions.equal > button", 2);

        Assert.Equal(buttons[0].ClassName, buttons[1].ClassName);
        Assert.Equal(1, await ServedAsync());
    }

    [Fact]
    public async Task A_page_that_is_only_rendered_ahead_asks_nothing_and_shows_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        var page = Visit();

        Assert.DoesNotContain("the use itself", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, await ServedAsync());
    }

    private IRenderedComponent<AskFirst> Visit() =>
        Render<AskFirst>(parameters => parameters.Add(one => one.Purpose, For.ShareAffiliate.Key).Add(one => one.Surface, "/privacy/sharing").AddChildContent("the use itself"));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AskFirst> page, string name)
    {
        page.WaitForElement("button");
        return page.FindAll("button").Single(button => button.TextContent.StartsWith(name, StringComparison.Ordinal));
    }

    private async Task<int> ServedAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<NoticeServed>().CountAsync(served => served.PersonId == supplier.Person && served.Purpose == For.ShareAffiliate.Key);
    }
}
