using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace SrmBlazor.Features.Policies.Promises;

public sealed class PromisePageTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly BunitContext context = new();

    public PromisePageTests()
    {
        context.Services.AddLocalization();
        context.Services.AddSingleton(PolicySamples.Text());
    }

    [Theory]
    [InlineData("en", "It is deleted when the check is decided, whether we approve or refuse.", "Kept by the program", "In the policy: P-1.1.1-08")]
    [InlineData("zh-CN", "核验一有结论，无论通过与否，扫描件即被删除。", "由程序落实", "在政策中查看：P-1.1.1-08")]
    public void A_reader_finds_a_promise_its_keeper_and_its_tests(string culture, string sentence, string keeper, string link)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var promise = context.Render<PromisePage>().Find("[id='P-1.1.1-08']");

        Assert.Contains(sentence, promise.TextContent, StringComparison.Ordinal);
        Assert.Contains(keeper, promise.TextContent, StringComparison.Ordinal);
        Assert.Contains("Accepting destroys the scan before it answers", promise.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/policy#P-1.1.1-08", promise.QuerySelector($"a[aria-label='{link}']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", "Kept by people for now", "rehearses it once a year")]
    [InlineData("zh-CN", "目前由人工落实", "每年演练一次")]
    public void What_people_keep_says_what_they_do_and_claims_no_test(string culture, string keeper, string hand)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var promise = context.Render<PromisePage>().Find("[id='P-8.4-01']");

        Assert.Contains(keeper, promise.TextContent, StringComparison.Ordinal);
        Assert.Contains(hand, promise.TextContent, StringComparison.Ordinal);
        Assert.Null(promise.QuerySelector("details"));
    }

    [Fact]
    public void The_counts_are_those_of_the_register_and_every_link_into_the_policy_arrives()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var page = context.Render<PromisePage>();
        var policy = context.Render<PolicyPage>();

        var entries = PromiseRegister.OfThisProgram().Entries;
        var counts = page.FindAll(".promise-counts dd").Select(count => int.Parse(count.TextContent, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([entries.Count, entries.Count(entry => entry.Keeper == PromiseKeeper.Program), entries.Count(entry => entry.Keeper == PromiseKeeper.People)], counts[..3]);
        Assert.Equal(entries.Count, page.FindAll("li.promise").Count);
        Assert.All(page.FindAll("a[href^='/policy#']"), link => Assert.NotNull(policy.Find($"[id='{link.GetAttribute("href")!["/policy#".Length..]}']")));
        Assert.All(policy.FindAll("a[href^='/policy/promises#']"), link => Assert.NotNull(page.Find($"[id='{link.GetAttribute("href")!["/policy/promises#".Length..]}']")));
    }

    [Fact]
    public void The_page_needs_no_script()
    {
        Assert.Empty(context.Render<PromisePage>().FindAll("script, button, input, [style]"));
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        context.Dispose();
    }
}
