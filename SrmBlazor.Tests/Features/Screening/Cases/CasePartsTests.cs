using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Cases.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What a case's page and a supplier's card say where somebody cannot go on.</summary>
public sealed class CasePartsTests : PageTests
{
    protected override async Task PrepareAsync()
    {
        await House.ListAsync(Subjects.Row(Subjects.Listed));
    }

    [Theory]
    [InlineData("en", "The file of this case opens for nobody now")]
    [InlineData("zh-CN", "此案件的档案目前无法打开")]
    public async Task A_case_whose_file_does_not_open_says_so_and_shows_its_history(string language, string says)
    {
        var person = await House.HitAsync();
        await PastLimitsTests.SetAsideAsync(House, person, ScreeningFile.Kind.Name);
        var reference = (await House.CaseAsync(person)).Reference;
        Be(language, Subjects.One, Role.Screener);

        var page = Render<ScreeningCaseView>(parameters => parameters.Add(one => one.Reference, reference));

        page.WaitForAssertion(() => Assert.StartsWith(says, page.Find(".notice.warning").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll(".timeline li").Count);
        Assert.Empty(page.FindAll("article.hit"));
        Assert.DoesNotContain("Zantropov", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", "You escalated this hit: two others decide about it")]
    [InlineData("zh-CN", "此匹配由您升级")]
    public async Task Whoever_escalated_is_told_why_the_page_offers_them_nothing(string language, string says)
    {
        var person = await House.HitAsync();
        await House.EscalateAsync(person);
        await House.ConfirmAsync(person, Subjects.Two);
        var reference = (await House.CaseAsync(person)).Reference;
        Be(language, Subjects.One, Role.Screener);

        var page = Render<ScreeningCaseView>(parameters => parameters.Add(one => one.Reference, reference));

        page.WaitForAssertion(() => Assert.Contains(says, page.Find("article.hit").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("article.hit .decide"));
    }

    [Theory]
    [InlineData("en", "Your objection gets no answer of its own")]
    [InlineData("zh-CN", "您的异议不再单独答复")]
    public async Task A_supplier_whose_contest_was_overtaken_reads_no_longer_that_two_people_look_at_it(string language, string says)
    {
        var person = await House.HitAsync();
        await House.ConfirmByTwoAsync(person);
        Assert.True(await House.Get<MyScreening>().ContestAsync("I am somebody else.", House.ActOf(person, Role.Supplier)));
        await House.ListAsync(Subjects.Row("Tolbert Quiverley", "GB"));
        await House.RoundAsync();
        Be(language, person, Role.Supplier);

        var card = Render<ReviewCard>();

        card.WaitForAssertion(() => Assert.Contains(card.FindAll("p"), line => line.TextContent.StartsWith(says, StringComparison.Ordinal)));
        Assert.Contains("I am somebody else.", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("textarea"));
    }

    private void Be(string language, Guid who, Role role)
    {
        Speak(language);
        As(who, role);
    }
}
