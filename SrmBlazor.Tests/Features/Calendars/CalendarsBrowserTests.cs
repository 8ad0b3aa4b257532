using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Calendars;

[Collection(BrowserCollection.Name)]
public sealed class CalendarsBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, 2041, "This would change", "Load", "Loaded: 2041")]
    [InlineData("zh-CN", true, 2042, "将发生以下变化", "载入", "已载入：2042年")]
    public async Task An_administrator_reads_why_a_list_is_refused_sees_what_another_changes_and_loads_it(string language, bool dark, int year, string preview, string load, string done)
    {
        var list = CalendarSamples.Of2027.Replace("2027", $"{year}", StringComparison.Ordinal);
        var mailbox = $"{Guid.NewGuid():N}@staff.test";
        await using var scope = browser.Services.CreateAsyncScope();
        await new Population(scope.ServiceProvider, new FakeTimeProvider(TimeProvider.System.GetUtcNow())).RegisterAsync(mailbox, Role.Administrator);
        await using var visit = await browser.VisitAsync(language, dark: dark);
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", Population.Password);
        await visit.Page.Locator("form .button").ClickAsync();
        await visit.Page.LeaveSignInAsync();
        await visit.GotoInteractiveAsync("/staff/calendars");
        await visit.CheckAsync($"calendars_{language}");

        await visit.Page.FillAsync("#list", list.Replace(",work,", ",labour,", StringComparison.Ordinal));
        await visit.Page.Locator("main form .button").ClickAsync();
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await visit.CheckAsync($"calendars-refused_{language}");
        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "days.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list) });
        await visit.Page.Locator("main form .button").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = preview }).WaitForAsync();
        await visit.CheckAsync($"calendars-preview_{language}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = load, Exact = true }).ClickAsync();
        await visit.Page.GetByText(done).WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = $"{year}" }).WaitForAsync();
        await visit.CheckAsync($"calendars-done_{language}");

        Assert.True(browser.Services.GetRequiredService<DeadlineBook>().Current.Calendars.Single().Knows(year));
    }
}
