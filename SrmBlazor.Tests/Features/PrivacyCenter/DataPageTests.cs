using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Pages;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

public sealed class DataPageTests : PageTests
{
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
    }

    [Fact]
    public void A_number_is_on_the_page_only_while_it_is_shown()
    {
        var page = Render<DataPage>();
        page.WaitForElement(".held .card");
        Assert.DoesNotContain(Registrant.Number, page.Markup, StringComparison.Ordinal);

        page.FindAll("button").Single(button => button.TextContent.StartsWith("Show", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(Registrant.Number, page.Markup, StringComparison.Ordinal));

        page.FindAll("button").Single(button => button.TextContent.StartsWith("Hide", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(Registrant.Number, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_value_says_where_it_comes_from_what_it_is_for_by_which_basis_who_receives_it_and_how_long_it_is_kept()
    {
        var page = Render<DataPage>();
        page.WaitForElement(".held .card");

        var card = page.FindAll(".held .card").Single(one => one.QuerySelector("h3")?.TextContent == "Department");
        var facts = card.QuerySelectorAll(".why .facts > div").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent);
        Assert.Equal("Your place at work (Your consent): Until you empty it, take the consent back or close your account.", facts["Purposes that hold it"]);
        Assert.Equal("You", facts["Where it comes from"]);
        Assert.Equal("The staff of the Company who work with you. Nobody outside the Company.", facts["Who receives it"]);
        Assert.Equal("nobody of our staff", facts["Who looked at it"]);
    }

    [Fact]
    public async Task Removing_asks_first_and_takes_the_card_away()
    {
        var page = Render<DataPage>();
        page.WaitForElement(".held .card");

        Assert.Contains("Remove Department", page.FindAll("button").Select(button => button.TextContent));
        page.FindAll("button").Single(button => button.TextContent == "Remove Department").Click();
        Assert.Contains("Remove “Department”?", page.Find("[role=group]").TextContent, StringComparison.Ordinal);
        await page.Find("button.danger").ClickAsync(new());

        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Remove Department"));
        Assert.Contains(page.FindAll("button"), button => button.TextContent == "Remove Position");
    }
}
