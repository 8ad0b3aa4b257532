using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

[Collection(BrowserCollection.Name)]
public sealed class ListsBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, ListSource.OfacAlt, "This would go live", "Make it live", "OFAC, further names (ALT) is live from now on.")]
    [InlineData("zh-CN", true, ListSource.OfacAdd, "以下内容将生效", "生效", "OFAC 地址文件（ADD）现已生效。")]
    public async Task A_screener_reads_why_a_file_is_refused_sees_what_another_changes_and_makes_it_live(string language, bool dark, ListSource source, string preview, string take, string done)
    {
        await using var visit = await browser.VisitAsAsync(Role.Screener, language, dark);
        await visit.GotoInteractiveAsync("/staff/screening/lists");
        await visit.CheckAsync($"lists_{language}");

        await CheckAsync(visit, source, SampleLists.Of(source)[..^120]);
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await visit.CheckAsync($"lists-refused_{language}");
        await CheckAsync(visit, source, SampleLists.Of(source));
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = preview }).WaitForAsync();
        await visit.CheckAsync($"lists-preview_{language}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = take, Exact = true }).ClickAsync();
        await visit.Page.GetByText(done).WaitForAsync();
        await visit.GotoInteractiveAsync($"/staff/screening/lists/{ListSources.NameOf(source)}");
        await visit.Page.GetByRole(AriaRole.Rowheader).First.WaitForAsync();
        await visit.CheckAsync($"lists-history_{language}");

        var shelf = await browser.Services.GetRequiredService<ListShelf>().CurrentAsync();
        Assert.Equal(60, shelf.Versions.Single(version => version.Source == source).EntryCount);
    }

    private static async Task CheckAsync(BrowserVisit visit, ListSource source, byte[] file)
    {
        await visit.Page.SelectOptionAsync("#source", source.ToString());
        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = file });
        await visit.Page.Locator("main form .button").ClickAsync();
    }
}
