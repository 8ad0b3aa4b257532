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

    [Theory]
    [InlineData("en", "you can contest it here", "Contest the decision")]
    [InlineData("zh-CN", "可以在此提出异议", "提出异议")]
    public async Task A_supplier_who_contested_is_not_told_any_more_that_they_can(string language, string can, string send)
    {
        var person = await House.HitAsync();
        await House.ConfirmByTwoAsync(person);
        Be(language, person, Role.Supplier);
        var card = Render<ReviewCard>();
        card.WaitForAssertion(() => Assert.Contains(can, card.Markup, StringComparison.Ordinal));

        card.Find("textarea").Change("I am somebody else.");
        await card.FindAll("button").Single(button => button.TextContent == send).ClickAsync(new());

        card.WaitForAssertion(() => Assert.Contains("I am somebody else.", card.Find("blockquote").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(can, card.Markup, StringComparison.Ordinal);
        Assert.Contains(ScreeningEventKind.Contested, await House.KindsAsync(person));
    }

    [Theory]
    [InlineData("en", "This was cleared, and is open again: people decide anew.", "The entry says something else now.")]
    [InlineData("zh-CN", "此项曾被排除，现已重新打开，须由人员重新决定。", "名单条目内容已改变。")]
    public async Task A_hit_that_is_open_again_says_that_it_was_cleared_and_why_it_is_not_any_more(string language, string says, string why)
    {
        var person = await House.HitAsync();
        await House.ClearByTwoAsync(person);
        await House.ListAsync(Subjects.Row(Subjects.Listed, "BY"));
        await House.RoundAsync();

        Assert.Equal([says, why], await NoticesAsync(language, person));
        await House.ClearByTwoAsync(person);
        Assert.Empty(await NoticesAsync(language, person));
    }

    [Fact]
    public async Task A_hit_that_was_confirmed_and_is_found_again_does_not_say_that_it_was_cleared_nor_does_a_new_one()
    {
        var person = await House.HitAsync();
        var fresh = await NoticesAsync("en", person);
        await House.ConfirmByTwoAsync(person);
        await House.ListAsync(Subjects.Row("Tolbert Quiverley", "GB"));
        await House.RoundAsync();
        var gone = await NoticesAsync("en", person);
        await House.ListAsync(Subjects.Row(Subjects.Listed));
        await House.RoundAsync();

        Assert.Empty(fresh);
        Assert.StartsWith("This was confirmed, and is not found any more.", Assert.Single(gone), StringComparison.Ordinal);
        Assert.Equal(HitState.Escalated, (await House.CaseAsync(person)).Hits.Single().State);
        Assert.Empty(await NoticesAsync("en", person));
    }

    [Fact]
    public async Task An_answer_that_nobody_wrote_is_asked_for_at_its_place_and_not_proposed()
    {
        var person = await House.HitAsync();
        await House.ConfirmByTwoAsync(person);
        Assert.True(await House.Get<MyScreening>().ContestAsync("I am somebody else.", House.ActOf(person, Role.Supplier)));
        var page = await OpenAsync("en", person);

        await page.FindAll("[aria-labelledby=contest-title] button")[0].ClickAsync(new());

        Assert.Equal("Please write the answer that the supplier will read.", Assert.Single(page.FindAll("[role=alert]")).TextContent);
        Assert.Equal("contest-error", page.Find("#contest-answer").GetAttribute("aria-describedby"));
        Assert.DoesNotContain(ScreeningEventKind.AnswerProposed, await House.KindsAsync(person));
    }

    [Fact]
    public async Task What_a_decision_lacks_is_said_beside_what_is_missing_and_nowhere_else()
    {
        var person = await House.HitAsync();
        var page = await OpenAsync("en", person);
        IReadOnlyList<string> Alerts() => [.. page.FindAll("[role=alert]").Select(alert => alert.TextContent)];

        await page.Find("article.hit .decide .actions button").ClickAsync(new());
        Assert.Equal("Please write what you looked at and why.", Assert.Single(Alerts()));
        page.Find("article.hit textarea").Change("Looked at the document.");
        await page.Find("article.hit .decide .actions button").ClickAsync(new());

        Assert.Equal("Please choose a reason that goes with the decision.", Assert.Single(Alerts()));
        Assert.Equal(page.Find("article.hit [role=alert]").Id, page.Find("article.hit select").GetAttribute("aria-describedby"));
        Assert.Equal(HitState.Open, (await House.CaseAsync(person)).Hits.Single().State);
    }

    [Fact]
    public async Task A_note_that_was_filed_does_not_stand_in_the_field_when_the_hit_is_to_be_decided_again()
    {
        var person = await House.HitAsync();
        var page = await OpenAsync("en", person);
        page.Find("article.hit select").Change(nameof(DecisionReason.OtherName));
        page.Find("article.hit textarea").Change("Looked at the document.");
        await page.Find("article.hit .decide .actions button").ClickAsync(new());
        Assert.Empty(page.FindAll("article.hit .decide"));
        Assert.IsType<ScreeningResult.Done>(await House.ReturnAsync(person, Subjects.One));

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".notice.warning[role=alert]")));
        await page.Find(".notice.warning button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article.hit .decide")));
        Assert.Equal(("", ""), (page.Find("article.hit textarea").GetAttribute("value") ?? "", page.Find("article.hit select").GetAttribute("value") ?? ""));
        Assert.Equal(["Looked at the document.", "Look again."], (await House.FileAsync(person)).Notes);
    }

    private async Task<IReadOnlyList<string>> NoticesAsync(string language, Guid person) => [.. (await OpenAsync(language, person)).FindAll("article.hit .notice p").Select(notice => notice.TextContent.Trim())];

    /// <summary>As a screener sees the case who had no part in it.</summary>
    private async Task<IRenderedComponent<ScreeningCaseView>> OpenAsync(string language, Guid person)
    {
        var reference = (await House.CaseAsync(person)).Reference;
        Be(language, Subjects.Four, Role.Screener);
        var page = Render<ScreeningCaseView>(parameters => parameters.Add(one => one.Reference, reference));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("article.hit")));
        return page;
    }

    private void Be(string language, Guid who, Role role)
    {
        Speak(language);
        As(who, role);
    }
}
