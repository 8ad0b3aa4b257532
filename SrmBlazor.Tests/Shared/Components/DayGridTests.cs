using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Shared.Deadlines;
using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Components;

public sealed class DayGridTests : IDisposable
{
    private readonly (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly BunitContext context = new();

    public DayGridTests() => context.Services.AddLocalization();

    [Theory]
    [InlineData("en", "February 2026|March 2026", "14 February, Counted, day 5; worked to make up for Spring Festival", "17 February, Day off (Spring Festival), not counted", "3 March, Not counted: we waited for clarification", "10 March, Counted, day 15, Due")]
    [InlineData("zh-CN", "2026年2月|2026年3月", "2月14日、计入，第5天；春节调休上班", "2月17日、春节放假，不计", "3月3日、不计：等待补充说明", "3月10日、计入，第15天、到期日")]
    public void Each_day_says_in_words_why_it_counts(string language, string captions, params string[] days)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var clock = Limit(From("2026-02-09", "CN") with { Pauses = [Paused(PauseReason.Clarification, "2026-03-02", "2026-03-04")] });

        var grid = context.Render<DayGrid>(parameters => parameters.Add(page => page.Clock, clock));

        var said = grid.FindAll("td .visually-hidden").Select(day => day.TextContent).ToList();
        Assert.Equal(captions.Split('|'), grid.FindAll("caption").Select(caption => caption.TextContent));
        Assert.Equal(clock.Days.Count, said.Count);
        Assert.All(days, day => Assert.Contains(day, said));
        Assert.Equal(28 + 31, grid.FindAll("td").Count(cell => cell.TextContent.Trim().Length > 0));
        Assert.All(grid.FindAll("th"), head => Assert.NotEmpty(head.GetAttribute("abbr")!));
        Assert.Equal("16", grid.FindAll("td")[Array.FindIndex([.. grid.FindAll("td")], cell => cell.TextContent.Contains(days[1], StringComparison.Ordinal)) - 1].Children[0].TextContent);
    }

    [Theory]
    [InlineData("en", "Aimed for")]
    [InlineData("zh-CN", "力争答复日")]
    public void The_day_that_is_aimed_for_is_marked_where_it_is_another_than_the_last(string language, string word)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var clock = Limit(From("2026-02-09", "CN"));

        var earlier = Aiming(clock.Due.AddDays(-4));
        var last = Aiming(clock.Due);

        Assert.EndsWith(word, Assert.Single(earlier.FindAll("td.aim .visually-hidden")).TextContent, StringComparison.Ordinal);
        Assert.Single(earlier.FindAll(".legend .aim"));
        Assert.Empty(last.FindAll(".aim"));

        IRenderedComponent<DayGrid> Aiming(DateOnly day) => context.Render<DayGrid>(parameters => parameters.Add(page => page.Clock, clock).Add(page => page.Aim, day));
    }

    public void Dispose()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        context.Dispose();
    }
}
