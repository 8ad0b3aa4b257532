using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
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
        await AskAsync(child.Page);
        await ConsentAsync(guardian.Page, await TokenAsync(child.Page));
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

    private static async Task AskAsync(IPage page)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='0']").CheckAsync();
        await page.SelectOptionAsync("#country", "CN");
        await page.Locator("main form .actions button").ClickAsync();
        await page.Locator("#mailbox").FillAsync($"{Guid.NewGuid():N}@mill.example");
        await page.Locator("main form .actions button").First.ClickAsync();
        await page.Locator("#mailbox").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task ConsentAsync(IPage page, string token)
    {
        await page.GotoAsync($"/guardian/{token}");
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
        await browser.Services.GetRequiredService<Notifications.MailRound>().RunAsync();
        await child.GotoAsync("/dev/mail");
        await child.Page.Locator("tr").Filter(new() { HasText = mailbox }).GetByRole(AriaRole.Link).First.ClickAsync();
        await child.GotoAsync((await child.Page.Locator("a[href*='/account/activate']").GetAttributeAsync("href"))!);
        await child.Page.FillAsync("#password", Password);
        await child.Page.Locator(Continue).ClickAsync();
        await child.Page.Locator("main a[href^='/account/sign-in']").ClickAsync();
        await child.Page.FillAsync("#mailbox", mailbox);
        await child.Page.FillAsync("#password", Password);
        await child.Page.Keyboard.PressAsync("Enter");
        await child.Page.ArriveAsync("/home$");
        await child.InteractiveAsync();
    }

    private async Task<string> TokenAsync(IPage page)
    {
        var key = DraftKey.Of((await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "draft").Value)!;
        await using var scope = browser.Services.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<Store>().WriteAsync();
        var draft = await work.Db.Set<Draft>().SingleAsync(draft => draft.KeyHash == key.Hash);
        var token = await scope.ServiceProvider.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.Guardian, draft.PersonId!.Value, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return token;
    }
}
