using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Insight.Transparency;

public sealed class TransparencyPageTests : PageTests
{
    private static readonly DateOnly Day = new(2025, 8, 3);

    [Theory]
    [InlineData("en", "15 July 2026", "July 2025 to December 2025", "Get a copy of my data|40|all|2", "all others together|15|–|–", "Total|55||")]
    [InlineData("zh-CN", "2026年7月15日", "2025年7月至2025年12月", "复制我的信息|40|全部|2", "其他各项合计|15|–|–", "总计|55||")]
    public async Task A_half_year_says_what_may_be_told_and_counts_the_rest_together(string language, string next, string half, params string[] rows)
    {
        Speak(language);
        await PublishAsync(counting =>
        {
            counting.Add(new Arrived(Day, RequestKind.Copy, "CN", 40));
            counting.Add(new Arrived(Day, RequestKind.Explain, "CN", 3));
            counting.Add(new Arrived(Day, RequestKind.Delete, "CN", 12));
            counting.Add(new Ended(Day, RequestKind.Copy, "CN", RequestOutcome.Fulfilled, null, 2, Day, 30));
            counting.Add(new Ended(Day, RequestKind.Delete, "CN", RequestOutcome.Refused, DenialGround.LegalHold, 4, Day, 11));
        });

        var page = Render<TransparencyPage>();

        Assert.Contains(next, page.Markup, StringComparison.Ordinal);
        Assert.Equal(half, page.Find("section h2").TextContent);
        Assert.Equal(rows, page.FindAll("table")[0].QuerySelectorAll(":is(tbody, tfoot) tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Empty(page.FindAll("script, button, input"));
        Assert.Equal(["/transparency/figures.csv", "/transparency/figures.json"], page.FindAll("a[href^='/transparency']").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("en", "The first figures appear on 15 July 2026, if requests were answered by then.", "fewer than 10", "Refusals of this half year were so few")]
    [InlineData("zh-CN", "如届时已有请求办结，首批数据将于2026年7月15日公布。", "不足 10 件", "本半年内拒绝的请求过少")]
    public async Task Where_nothing_is_published_or_too_little_happened_a_sentence_says_so(string language, string none, string few, string refusals)
    {
        Speak(language);
        Assert.Contains(none, Render<TransparencyPage>().Find(".empty").TextContent, StringComparison.Ordinal);
        await PublishAsync(counting => counting.Add(new Arrived(Day, RequestKind.Copy, "CN", 9)));

        var page = Render<TransparencyPage>();

        Assert.Equal([few, few], page.FindAll(".tiles dd").Take(2).Select(tile => tile.TextContent));
        Assert.Empty(page.FindAll("table"));
        Assert.Contains(refusals, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(">9<", page.Markup, StringComparison.Ordinal);
    }

    private async Task PublishAsync(Action<Counting> happened)
    {
        var half = HalfYear.Of(Day);
        var counting = new Counting(Period.Between(half.From, half.To, half.To));
        happened(counting);
        await using var work = await House.Store.WriteAsync();
        work.Db.Add(TransparencyReport.Of(half, PublishedFigures.Of(counting.Figures(work.Now), 10), 10, work.Now));
        await work.CommitAsync();
    }
}
