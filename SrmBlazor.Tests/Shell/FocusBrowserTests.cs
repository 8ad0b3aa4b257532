using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

[Collection(BrowserCollection.Name)]
public sealed class FocusBrowserTests(Browser browser)
{
    private const string Ring = "() => { const style = getComputedStyle(document.activeElement); return document.activeElement.tagName + ' ' + style.outlineStyle; }";

    [BrowserFact]
    public async Task By_keyboard_each_stop_of_a_staff_page_shows_where_one_is()
    {
        await using var staff = await browser.VisitAsAsync(Role.PrivacyOfficer);
        await staff.GotoInteractiveAsync("/staff/requests");
        List<string> stops = [];
        // the heading takes the focus of whoever arrives, and is nothing to press
        Assert.Equal("H1 none", await staff.Page.EvaluateAsync<string>(Ring));

        for (var tab = 0; tab < 9; tab++)
        {
            await staff.Page.Keyboard.PressAsync("Tab");
            stops.Add(await staff.Page.EvaluateAsync<string>(Ring));
        }

        Assert.Contains("A solid", stops);
        Assert.All(stops, stop => Assert.EndsWith(" solid", stop, StringComparison.Ordinal));
    }
}
