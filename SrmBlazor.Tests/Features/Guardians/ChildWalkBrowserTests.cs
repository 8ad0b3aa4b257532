using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Guardians;

/// <summary>A child's registration to its end, at two browsers: what the guardian agreed to is all that the child is asked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChildWalkBrowserTests(Browser browser)
{
    private const string Password = "two quiet herons wade at dusk";
    private const string Continue = "main form button[type=submit]";

    [BrowserTheory]
    [InlineData("zh-CN", "我们正在核验您的身份。")]
    [InlineData("en", "We are checking your identity.")]
    public async Task A_child_registers_to_the_end_with_a_guardian_who_then_exercises_its_rights(string language, string checking)
    {
        var mailbox = $"{Guid.NewGuid():N}@supplier.example";
        await using var child = await browser.VisitAsync(language, width: 390);
        await using var guardian = await browser.VisitAsync(language);
        var mother = $"{Guid.NewGuid():N}@mill.example";
        await AskAsync(child.Page, mother);
        await FollowAsync(guardian, mother, "/guardian/");
        await ConsentAsync(guardian.Page);
        await guardian.Page.Locator("button[value=agree]").ClickAsync();
        await guardian.Page.Locator("button[value=agree]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await RegisterAsync(child, mailbox);
        await ActivateAsync(child, mailbox);
        await Expect(child.Page.Locator(".lede")).ToHaveTextAsync(checking);
        await child.CheckAsync($"child-home_{language}");

        await guardian.Page.ReloadAsync();
        await Expect(guardian.Page.Locator("main")).ToContainTextAsync("周小禾");
        await guardian.Page.Locator("a[href$='/request']").ClickAsync();
        await guardian.Page.SelectOptionAsync("#kind", nameof(RightsRequests.RequestKind.Explain));
        await guardian.Page.FillAsync("#text", "这些信息用在哪里？");
        var asking = guardian.Page.Url;
        await guardian.Page.Locator(Continue).ClickAsync();
        await Expect(guardian.Page).Not.ToHaveURLAsync(asking);
        await guardian.GotoAsync(asking);
        await Expect(guardian.Page.Locator("main li").Filter(new() { HasText = "REQ-" })).ToHaveCountAsync(1);
        await guardian.CheckAsync($"child-asked_{language}");
        Assert.Empty(child.Complaints);
    }

    private static async Task AskAsync(IPage page, string guardian)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='0']").CheckAsync();
        await page.SelectOptionAsync("#country", "CN");
        await page.Locator("main form .actions button").ClickAsync();
        await page.Locator("#mailbox").FillAsync(guardian);
        await page.Locator("main form .actions button").First.ClickAsync();
        await page.Locator("#mailbox").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task ConsentAsync(IPage page)
    {
        await page.Locator("#name").FillAsync("李梅");
        await page.Locator("input[value=Mother]").CheckAsync();
        await page.Locator("#declares").CheckAsync();
        await page.Locator("#consents").CheckAsync();
        await page.Locator("button[value=consent]").ClickAsync();
    }

    private static async Task RegisterAsync(BrowserVisit child, string mailbox)
    {
        var page = child.Page;
        await child.GotoInteractiveAsync("/register/about-you");
        await page.Locator("#Mailbox:enabled").FillAsync(mailbox);
        await page.FillAsync("#FullName", "周小禾");
        await page.SelectOptionAsync("#Nationality", "CN");
        await page.Locator("input[value=Subcontracting]").CheckAsync();
        await page.ClickAsync(Continue);
        await page.Locator("input[value=ResidentId]").CheckAsync();
        await page.FillAsync("#IdNumber", Child.Number);
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "scan.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(600, 400) });
        await page.Locator("img.preview").WaitForAsync();
        await page.ClickAsync(Continue);
        foreach (var step in (string[])["contact", "work", "review"])
        {
            await page.ArriveAsync($"/register/{step}$");
            // neither was agreed to
            await Expect(page.Locator("#Department, #CommunicationAddress")).ToHaveCountAsync(0);
            await page.ClickAsync(Continue);
        }

        await page.ArriveAsync("/register/done$");
    }

    private async Task ActivateAsync(BrowserVisit child, string mailbox)
    {
        await FollowAsync(child, mailbox, "/account/activate");
        await child.Page.FillAsync("#password", Password);
        await child.Page.Locator(Continue).ClickAsync();
        await child.Page.Locator("main a[href^='/account/sign-in']").ClickAsync();
        await child.Page.FillAsync("#mailbox", mailbox);
        await child.Page.FillAsync("#password", Password);
        await child.Page.Keyboard.PressAsync("Enter");
        await child.Page.ArriveAsync("/home$");
        await child.InteractiveAsync();
    }

    /// <summary>The link in the letter to this mailbox, as its reader finds it.</summary>
    private async Task FollowAsync(BrowserVisit visit, string mailbox, string way)
    {
        await browser.Services.GetRequiredService<Notifications.MailRound>().RunAsync();
        await visit.GotoAsync("/dev/mail");
        await visit.Page.Locator("tr").Filter(new() { HasText = mailbox }).GetByRole(AriaRole.Link).First.ClickAsync();
        await visit.GotoAsync((await visit.Page.Locator($"a[href*='{way}']").First.GetAttributeAsync("href"))!);
    }
}
