using System.Globalization;
using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Policies;

namespace SrmBlazor.Features.Policies;

public sealed class PolicyPageTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly BunitContext context = new();

    public PolicyPageTests()
    {
        context.Services.AddLocalization();
        context.Services.AddSingleton(PolicySamples.Text());
    }

    [Theory]
    [InlineData("en", "Privacy policy", "5 Your rights")]
    [InlineData("zh-CN", "隐私政策", "5 您的权利")]
    [InlineData("fr", "Privacy policy", "5 Your rights")]
    public void A_reader_finds_every_section_from_the_contents_list(string culture, string title, string section)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var page = context.Render<PolicyPage>();
        var links = page.FindAll("nav a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Contains(page.FindAll("nav a"), link => string.Equals(link.TextContent, section, StringComparison.Ordinal));
        Assert.True(links.Count > 40);
        Assert.All(links, href => Assert.NotNull(page.Find($"[id='{href["/policy#".Length..]}']")));
    }

    [Fact]
    public void The_page_needs_no_script_and_no_circuit()
    {
        var page = context.Render<PolicyPage>();

        Assert.Empty(page.FindAll("script, button, input, [style]"));
        Assert.NotNull(typeof(PolicyPage).GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>());
    }

    [Fact]
    public void Headings_descend_without_a_gap()
    {
        var page = context.Render<PolicyPage>();

        var levels = page.FindAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        context.Dispose();
    }
}
