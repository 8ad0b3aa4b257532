using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
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
using ClaimTypes = System.Security.Claims.ClaimTypes;
using UserClaim = System.Security.Claims.Claim;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class WhyPageTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private BunitAuthorizationContext user = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>().AddSingleton(house.Get<ScreeningLog>()).AddSingleton(house.Get<ChangeFeed>()).AddTransient<ListSentences>();
        user = this.AddAuthorization();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await house.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "The person was clear: people had cleared every hit that was found (1).", "Proposed by a colleague, agreed to by another colleague,", "the same answer.", "known to be somebody else")]
    [InlineData("zh-CN", "该人员已通过：发现的匹配（1 项）均已由人员排除。", "由同事建议，由另一位同事同意，", "结果相同。", "已知为另一人")]
    public async Task An_auditor_reads_state_lists_hits_reasons_and_that_it_comes_out_the_same_today(string language, string says, string by, string same, string reason)
    {
        var person = await house.HitAsync();
        await house.ClearByTwoAsync(person);
        var (reference, list) = ((await house.CaseAsync(person)).Reference, (await house.Get<ListShelf>().CurrentAsync()).Versions.Single());

        var page = Open(language, Role.Auditor, reference, ScreeningLog.DayOf(house.Clock.Now()));

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
        var page = Open("en", Role.Screener, "SCR-2222-2222", ScreeningLog.DayOf(house.Clock.Now()).AddDays(days));

        Assert.Equal(says, page.Find("[role=status]").TextContent.Trim());
        Assert.Equal("SCR-2222-2222", page.Find("#past-reference").GetAttribute("value"));
    }

    [Fact]
    public async Task About_a_child_a_second_person_is_asked_first()
    {
        var person = await house.HitAsync();
        await using (var work = await house.Store.WriteAsync())
        {
            work.Begin(person, For.ChildData, house.System, "test");
            work.End(person, For.ChildData, house.System, "test");
            await work.CommitAsync();
        }

        var page = Open("en", Role.Auditor, (await house.CaseAsync(person)).Reference, ScreeningLog.DayOf(house.Clock.Now()));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("fieldset button").Count));
        Assert.Empty(page.FindAll(".past-said"));
        await page.Find("fieldset button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".notice.info")));
        var (approvals, verifier) = (house.Get<Approvals>(), WaitingCase.ActOf(house));
        Assert.True(await approvals.AnswerAsync((await approvals.ListAsync(verifier)).Single().Id, approve: true, verifier));

        page.WaitForAssertion(() => Assert.Contains("The person was not clear", page.Find(".past-said").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<WhyPage> Open(string language, Role role, string reference, DateOnly day)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var staff = Subjects.Four.ToString();
        user.SetAuthorized(staff);
        user.SetRoles(role.ToString());
        user.SetClaims(new UserClaim(ClaimTypes.NameIdentifier, staff));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/staff/screening/why?reference={reference}&day={day:yyyy-MM-dd}");
        return Render<WhyPage>();
    }
}
