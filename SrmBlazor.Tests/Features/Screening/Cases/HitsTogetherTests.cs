using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Cases.Pages;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class HitsTogetherTests : PageTests
{
    private string reference = "";
    private Guid person;

    protected override async Task PrepareAsync()
    {
        await House.ListAsync(Subjects.Row("Odrina Zantropow"), Subjects.Row(Subjects.Listed, "BY"), Subjects.Row("Odrina Zantropova", "KZ"));
        person = await House.PassedAsync("Odrina Zantropow");
        await House.RoundAsync();
        reference = (await House.CaseAsync(person)).Reference;
    }

    [Fact]
    public async Task What_will_happen_is_said_before_and_what_happened_to_each_after()
    {
        var page = await OpenAsync();
        page.FindAll("button").Single(button => button.TextContent.StartsWith("Choose all that one person clears", StringComparison.Ordinal)).Click();
        Assert.Equal("Chosen: 2. Cleared at once: 2. Proposed until a second person agrees: 0. Left as they are: 0.", page.Find("[role=status]").TextContent);
        foreach (var box in page.FindAll("input[type=checkbox]:not([checked])"))
        {
            box.Change(true);
        }

        Assert.Equal("Chosen: 3. Cleared at once: 2. Proposed until a second person agrees: 1. Left as they are: 0.", page.Find("[role=status]").TextContent);
        page.Find("#each-reason").Change(nameof(DecisionReason.OtherName));
        page.Find("#each-note").Change("Looked at the document.");
        await page.FindAll("button").Single(button => button.TextContent == "Clear the chosen hits").ClickAsync(new());

        Assert.Equal(
            ["Odrin Zantropov · cleared", "Odrina Zantropova · cleared", "Odrina Zantropow · proposed, a second person has to agree"],
            page.FindAll("[aria-labelledby=each-done] li").Select(line => line.TextContent).Order(StringComparer.Ordinal));
        var hits = (await House.CaseAsync(person)).Hits;
        Assert.Equal((2, 1), (hits.Count(hit => hit.State == HitState.Cleared), hits.Count(hit => hit.IsProposed)));
        Assert.Equal(["Looked at the document."], (await House.FileAsync(person)).Notes);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_place_and_what_was_typed_stays()
    {
        var page = await OpenAsync();
        page.Find("#each-note").Change("Looked at the document.");

        await ClearAsync(page);
        Assert.Equal("Please choose at least one hit.", page.Find("fieldset [role=alert]").TextContent);
        page.FindAll("input[type=checkbox]")[0].Change(true);
        await ClearAsync(page);

        Assert.Equal("Please choose a reason that goes with the decision.", page.Find("#each-no-reason").TextContent);
        Assert.Equal("each-no-reason", page.Find("#each-reason").GetAttribute("aria-describedby"));
        Assert.Equal("Looked at the document.", page.Find("#each-note").GetAttribute("value"));
        Assert.All((await House.CaseAsync(person)).Hits, hit => Assert.Equal(HitState.Open, hit.State));
    }

    private static Task ClearAsync(IRenderedComponent<HitsTogether> page) => page.FindAll("button").Single(button => button.TextContent == "Clear the chosen hits").ClickAsync(new());

    private async Task<IRenderedComponent<HitsTogether>> OpenAsync()
    {
        var opened = (await House.Get<ScreeningDesk>().OpenAsync(reference, House.Screener()))!;
        return Render<HitsTogether>(parameters => parameters.Add(one => one.Hits, opened.Hits).Add(one => one.Reference, reference).Add(one => one.Stamp, opened.Stamp)
            .Add(one => one.Run, attempt => attempt(House.Screener())));
    }
}
