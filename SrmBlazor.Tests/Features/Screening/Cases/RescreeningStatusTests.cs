using Bunit;
using SrmBlazor.Features.Screening.Cases.Pages;
using SrmBlazor.Features.Screening.Lists.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>How far everybody is compared anew, as whoever may stop it sees it.</summary>
public sealed class RescreeningStatusTests : PageTests
{
    protected override async Task PrepareAsync()
    {
        await House.ListAsync([.. RescreeningTests.Many(20), Subjects.Row(Subjects.Listed)]);
        for (var at = 0; at < 5; at++)
        {
            await House.PassedAsync(at == 0 ? "Quella Morbennik" : $"Ysmene Dombrelune {(char)('A' + at)}");
        }

        await House.RoundAsync();
    }

    [Theory]
    [InlineData("en", Role.Screener, "Running", "People compared: 2 of 5. Cases that changed: 1.", "People compared: 4 of 5.", "Stop", "Stopped", "Go on", "Finished", "People: 5 of 5.")]
    [InlineData("zh-CN", Role.Administrator, "进行中", "已比对 2 / 5 人，1 个案件有变化。", "已比对 4 / 5 人", "停止", "已停止", "继续", "已完成", "5 / 5 人")]
    public async Task It_is_followed_without_loading_again_stopped_let_go_on_and_seen_to_its_end(
        string language, Role role, string running, string two, string four, string stop, string stopped, string resume, string finished, string all)
    {
        await House.ListAsync([.. RescreeningTests.Many(20), Subjects.Row("Quella Morbennik")]);
        Be(language, role);
        var page = Render<RescreeningStatus>();
        Assert.Empty(page.FindAll("section"));

        await StretchAsync();
        await SeesAsync(page, running, two);
        Assert.Equal(("5", "2"), (page.Find("progress").GetAttribute("max"), page.Find("progress").GetAttribute("value")));
        await StretchAsync();
        await SeesAsync(page, running, four);
        await PressAsync(page, stop);
        await SeesAsync(page, stopped, four);
        await House.RoundAsync();
        await SeesAsync(page, stopped, four);
        Assert.Equal((RescreeningState.Cancelled, 4, 5), await LineAsync());
        await PressAsync(page, resume);
        await SeesAsync(page, running, four);
        Assert.Equal((RescreeningState.Running, 4, 5), await LineAsync());
        await House.RoundAsync();
        await SeesAsync(page, finished, all);

        Assert.Equal((RescreeningState.Done, 5, 5), await LineAsync());
        Assert.Empty(page.FindAll("progress, button"));
    }

    [Theory]
    [InlineData("en", "Whoever is not compared yet does not count as cleared. If you stop it, that stays so until it goes on.")]
    [InlineData("zh-CN", "尚未比对的人员不视为已通过筛查；如果停止，在继续之前一直如此。")]
    public async Task What_stopping_means_stands_beside_the_button_also_where_an_administrator_keeps_the_lists(string language, string meaning)
    {
        await House.ListAsync([.. RescreeningTests.Many(20), Subjects.Row("Quella Morbennik")]);
        await StretchAsync();
        Be(language, Role.Administrator);

        var page = Render<ListsPage>();

        page.WaitForAssertion(() => Assert.Contains(meaning, page.Find(".rescreening").TextContent, StringComparison.Ordinal));
        await page.Find(".rescreening button").ClickAsync(new());
        Assert.Equal((RescreeningState.Cancelled, 2, 5), await LineAsync());
    }

    [Fact]
    public async Task What_another_one_did_meanwhile_is_shown_and_not_done_twice()
    {
        await House.ListAsync([.. RescreeningTests.Many(20), Subjects.Row("Quella Morbennik")]);
        await StretchAsync();
        Be("en", Role.Screener);
        var page = Render<RescreeningStatus>();
        await SeesAsync(page, "Running", "People compared: 2 of 5.");
        var rescreenings = House.Get<Rescreenings>();

        Assert.True(await rescreenings.CancelAsync((await rescreenings.NewestAsync(House.Screener()))!.Id, House.Screener(Subjects.Two)));

        await SeesAsync(page, "Stopped", "People compared: 2 of 5.");
        Assert.Equal("Go on", page.Find("button").TextContent);
    }

    [Fact]
    public async Task An_auditor_reads_the_lists_and_sees_nothing_of_it_nor_does_whoever_is_signed_out()
    {
        await House.ListAsync([.. RescreeningTests.Many(20), Subjects.Row("Quella Morbennik")]);
        await StretchAsync();
        Be("en", Role.Auditor);

        var page = Render<ListsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        Assert.Empty(page.FindAll(".rescreening"));
        AsNobody();

        Assert.Empty(Render<RescreeningStatus>().Markup.Trim());
    }

    /// <summary>Two more people, as when the program is stopped after them.</summary>
    private async Task StretchAsync()
    {
        using var stopping = new CancellationTokenSource();
        House.Get<FailPoints>().Reached = step =>
        {
            if (step == "rescreening.after-commit")
            {
                stopping.Cancel();
            }
        };
        Assert.Equal(2, await House.Get<Rescreenings>().RunAsync(stretch: 2, stopping.Token));
        House.Get<FailPoints>().Reached = null;
    }

    /// <summary>A page that was told asks at once, or when the second is over in which it asks no more.</summary>
    private async Task SeesAsync(IRenderedComponent<RescreeningStatus> page, string state, string figures)
    {
        // what was announced is read, and the second begins
        await page.InvokeAsync(() => { });
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(state, page.Find("[role=status]").TextContent));
        page.WaitForAssertion(() => Assert.Contains(figures, page.Find("section").TextContent, StringComparison.Ordinal));
    }

    private static Task PressAsync(IRenderedComponent<RescreeningStatus> page, string button) => page.FindAll("button").Single(one => one.TextContent == button).ClickAsync(new());

    private async Task<(RescreeningState State, int Done, int All)> LineAsync()
    {
        var line = (await House.Get<Rescreenings>().NewestAsync(House.Screener()))!;
        return (line.State, line.Done, line.All);
    }

    private void Be(string language, Role role)
    {
        Speak(language);
        As(Subjects.Four, role);
    }
}
