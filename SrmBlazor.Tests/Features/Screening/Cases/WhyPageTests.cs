using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Screening.Cases.Pages;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class WhyPageTests : PageTests
{
    protected override async Task PrepareAsync()
    {
        await House.ListAsync(Subjects.Row(Subjects.Listed));
    }

    [Theory]
    [InlineData("en", "The person was clear: people had cleared every hit that was found (1).", "Proposed by a colleague, agreed to by another colleague,", "the same answer.", "known to be somebody else")]
    [InlineData("zh-CN", "该人员已通过：发现的匹配（1 项）均已由人员排除。", "由同事建议，由另一位同事同意，", "结果相同。", "已知为另一人")]
    public async Task An_auditor_reads_state_lists_hits_reasons_and_that_it_comes_out_the_same_today(string language, string says, string by, string same, string reason)
    {
        var person = await House.HitAsync();
        await House.ClearByTwoAsync(person);
        var (reference, list) = ((await House.CaseAsync(person)).Reference, (await House.Get<ListShelf>().CurrentAsync()).Versions.Single());

        var page = Open(language, Role.Auditor, reference, ScreeningLog.DayOf(House.Clock.Now()));

        page.WaitForAssertion(() => Assert.EndsWith(same, page.Find(".notice.success").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Contains(says, page.Find(".past-said").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{list.Sha256[..12]}…", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains(by, page.Find(".past-hits li").TextContent, StringComparison.Ordinal);
        Assert.Contains(reason, page.Find(".past-hits li").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href^='/staff/screening/SCR']"));
        Assert.DoesNotContain("Zantropov", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0, "Nobody with this reference had been screened by the end of that day, or it is your own.")]
    [InlineData(1, "That day has not come yet.")]
    public void What_cannot_be_answered_is_said(int days, string says)
    {
        var page = Open("en", Role.Screener, "SCR-2222-2222", ScreeningLog.DayOf(House.Clock.Now()).AddDays(days));

        Assert.Equal(says, page.Find("[role=status]").TextContent.Trim());
        Assert.Equal("SCR-2222-2222", page.Find("#past-reference").GetAttribute("value"));
    }

    [Fact]
    public async Task About_a_child_a_second_person_is_asked_first()
    {
        var person = await House.HitAsync();
        await using (var work = await House.Store.WriteAsync())
        {
            work.Begin(person, For.ChildData, House.System, "test");
            work.End(person, For.ChildData, House.System, "test");
            await work.CommitAsync();
        }

        var page = Open("en", Role.Auditor, (await House.CaseAsync(person)).Reference, ScreeningLog.DayOf(House.Clock.Now()));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("fieldset button").Count));
        Assert.Empty(page.FindAll(".past-said"));
        await page.Find("fieldset button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".notice.info")));
        var (approvals, verifier) = (House.Get<Approvals>(), WaitingCase.ActOf(House));
        Assert.True(await approvals.AnswerAsync((await approvals.ListAsync(verifier)).Single().Id, approve: true, verifier));

        page.WaitForAssertion(() => Assert.Contains("The person was not clear", page.Find(".past-said").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<WhyPage> Open(string language, Role role, string reference, DateOnly day)
    {
        Speak(language);
        As(Subjects.Four, role);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/staff/screening/why?reference={reference}&day={day:yyyy-MM-dd}");
        return Render<WhyPage>();
    }
}
