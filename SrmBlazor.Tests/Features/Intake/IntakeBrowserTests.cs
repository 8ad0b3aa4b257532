using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Intake;

[Collection(BrowserCollection.Name)]
public sealed class IntakeBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, 1280)]
    [InlineData("zh-CN", true, 390)]
    public async Task Without_script_a_guardian_asks_shows_a_document_writes_and_takes_the_request_back(string locale, bool dark, int width)
    {
        await using var visit = await browser.VisitAsync(locale, width, dark, script: false);
        var page = visit.Page;
        await visit.GotoAsync("/");
        await page.Locator("footer a[href='/rights']").ClickAsync();
        await FitAsync("/rights", locale, dark, width);
        await page.Locator("input[value=Guardian]").CheckAsync();
        await page.Locator("#kind").SelectOptionAsync("Explain");
        await page.Locator("#name").FillAsync("李梅");
        await page.Locator("#for-name").FillAsync("李小雨");
        await page.Locator("#text").FillAsync(Stranger.Words);
        await page.Locator("main form .actions button").ClickAsync();
        await Expect(page.Locator(".summary li")).ToHaveCountAsync(1);
        await visit.PictureAsync($"rights-flaw-{locale}-{width}");
        await page.Locator("#mailbox").FillAsync($"{Guid.NewGuid():N}@harbour.test");
        await page.Locator("main form .actions button").ClickAsync();
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await visit.PictureAsync($"rights-typed-{locale}-{width}");

        var link = $"/rights/confirm/{await TokenAsync()}";
        await FitAsync(link, locale, dark, width);
        await visit.GotoAsync(link);
        await visit.PictureAsync($"rights-confirm-{locale}-{width}");
        await page.Locator("#make").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("REQ-");
        await page.Locator("#picture").SetInputFilesAsync(new FilePayload { Name = "proof.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(300, 240) });
        await page.Locator("form[enctype] button").ClickAsync();
        await Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await page.Locator("#Message").FillAsync("The second page is the stamp.");
        await page.Locator("form:has(#Message) button").ClickAsync();
        await Expect(page.Locator(".thread")).ToContainTextAsync("The second page is the stamp.");
        await visit.PictureAsync($"rights-follow-{locale}-{width}");
        await FitAsync(new Uri(page.Url).PathAndQuery, locale, dark, width);

        await page.Locator("main details summary").ClickAsync();
        await page.Locator("button.danger").ClickAsync();
        await Expect(page.Locator("button.danger")).ToHaveCountAsync(0);
        await visit.GotoAsync(link);
        await Expect(page.Locator("main a.button")).ToHaveAttributeAsync("href", "/rights");
        Assert.Empty(visit.Complaints);
    }

    /// <summary>The same page with script, which axe needs.</summary>
    private async Task FitAsync(string path, string locale, bool dark, int width)
    {
        await using var visit = await browser.VisitAsync(locale, width, dark);
        await visit.GotoAsync(path);
        await visit.PictureAsync($"rights-{path.Split('/')[^1].Split('?')[0][..5]}-{locale}-{width}");
        Assert.Empty(await visit.ViolationsAsync());
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
    }

    private async Task<string> TokenAsync()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<Store>().WriteAsync();
        var typist = (await work.Db.Set<MailedLink>().Where(link => link.Kind == LinkKind.RightsRequest).OrderByDescending(link => link.IssuedOn).FirstAsync()).PersonId!.Value;
        var token = await scope.ServiceProvider.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.RightsRequest, typist, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return token;
    }
}
