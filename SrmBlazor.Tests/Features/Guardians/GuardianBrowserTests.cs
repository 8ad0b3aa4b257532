using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Verification;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Guardians;

/// <summary>A child at one browser and a guardian at another.</summary>
[Collection(BrowserCollection.Name)]
public sealed class GuardianBrowserTests(Browser browser)
{
    private const string Send = "main form .actions button";

    [BrowserFact]
    public async Task A_guardian_lets_a_child_register_and_takes_it_back()
    {
        await using var child = await browser.VisitAsync("zh-CN");
        await using var guardian = await browser.VisitAsync("zh-CN", width: 390);
        await AskAsync(child.Page, $"{Guid.NewGuid():N}@mill.example");
        await Expect(child.Page.Locator("h1")).ToHaveTextAsync("我们已写信给您的监护人");
        await child.GotoAsync("/register/identity");
        await Expect(child.Page.Locator("h1")).ToHaveTextAsync("我们已写信给您的监护人");

        await guardian.GotoAsync($"/guardian/{await TokenAsync(child.Page)}");
        Assert.Equal(0, await guardian.Page.Locator("input:checked").CountAsync());
        await guardian.Page.Locator("button[value=consent]").ClickAsync();
        await Expect(guardian.Page.Locator(".summary li")).ToHaveCountAsync(4);
        await guardian.Page.Locator("#name").FillAsync("李梅");
        await guardian.Page.Locator("input[value=Mother]").CheckAsync();
        await guardian.Page.Locator("#declares").CheckAsync();
        await guardian.Page.Locator("input[name='Form.Choices[correspondence]']").CheckAsync();
        await guardian.Page.Locator("#consents").CheckAsync();
        await guardian.Page.Locator("button[value=consent]").ClickAsync();
        await Expect(guardian.Page.Locator("h1")).ToHaveTextAsync("我孩子的信息");

        await child.Page.ReloadAsync();
        await child.GotoInteractiveAsync("/register/identity");
        await Expect(child.Page.Locator(".notice h2")).ToHaveTextAsync("这一步由您的监护人决定");
        await guardian.Page.Locator("button[value=agree]").ClickAsync();
        await Expect(child.Page.Locator("input[value=ResidentId]")).ToBeVisibleAsync();
        await child.GotoInteractiveAsync("/register/work");
        await Expect(child.Page.Locator("#Department")).ToHaveCountAsync(0);

        await guardian.Page.Locator("details summary").ClickAsync();
        await guardian.Page.Locator("button.danger").ClickAsync();
        await Expect(guardian.Page.Locator("h1")).ToHaveTextAsync("您的同意已终止");
        await child.GotoAsync("/register/guardian");
        await Expect(child.Page.Locator("h1")).ToHaveTextAsync("您的监护人已撤回同意");
        Assert.Empty(child.Complaints);
        Assert.Empty(guardian.Complaints);
    }

    [BrowserFact]
    public async Task Found_at_a_correction_a_child_is_led_to_one_page_in_every_window_until_the_guardian_consents()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync("zh-CN");
        var answers = Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example", Cooperation = nameof(Cooperation.Subcontracting), Gender = null, BirthYear = null, Phone = null };
        var supplier = await HomeBrowserTests.ActivateAsync(scope.ServiceProvider, visit, "zh-CN", given: answers);
        await HomeBrowserTests.DecideAsync(scope.ServiceProvider, supplier, (decisions, reference, stamp, act) => decisions.AskCorrectionAsync(reference, stamp, [CaseItem.IdNumber], "请核对证件号码。", act));
        await visit.Page.Locator("a[href='/home/correct']").WaitForAsync();
        var correcting = await visit.Page.Context.NewPageAsync();
        await correcting.GotoAsync(browser.Url + "/home/correct");
        await correcting.FillAsync("#IdNumber:enabled", Child.Number);
        await correcting.Locator("form .actions .button").Last.ClickAsync();
        await correcting.Locator(".summary:focus").WaitForAsync();
        await correcting.GetByRole(AriaRole.Button, new() { Name = "没有填错，请询问我的监护人" }).ClickAsync();

        await correcting.ArriveAsync("/home/guardian$");
        await visit.Page.ArriveAsync("/home/guardian$");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("需要父母或其他监护人参与");
        await FitAsync(visit, "asked for a mailbox");
        await visit.GotoAsync("/privacy/consents");
        await Expect(visit.Page).ToHaveURLAsync(browser.Url + "/home/guardian");
        await visit.Page.Locator("#mailbox").FillAsync($"{Guid.NewGuid():N}@mill.example");
        await visit.Page.Locator(Send).First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("我们已写信给您的监护人");
        await visit.Page.Locator("details summary").ClickAsync();
        await FitAsync(visit, "waiting");

        var token = await supplier.LinkAsync(scope.ServiceProvider, LinkKind.Guardian);
        await scope.ServiceProvider.GetRequiredService<GuardianDecisions>().ReadAndConsentAsync(token, new GuardianConsent("李梅", Relation.Mother, Declares: true, Consents: true, []), new Policies.ShownPolicy(1, new string('a', 64), "zh-CN"));
        await visit.Page.ReloadAsync();
        await Expect(visit.Page).ToHaveURLAsync(browser.Url + "/home");
        await visit.Page.Locator("a[href='/home/correct']").ClickAsync();
        await Expect(visit.Page.Locator("main .lede")).ToContainTextAsync("由您的父母或监护人决定");
    }

    [BrowserTheory]
    [InlineData("en", false, 1280)]
    [InlineData("en", true, 390)]
    [InlineData("zh-CN", false, 320)]
    [InlineData("zh-CN", true, 1280)]
    public async Task The_pages_for_children_and_guardians_are_fit_for_everybody_also_without_script(string locale, bool dark, int width)
    {
        await using var child = await browser.VisitAsync(locale, width, dark);
        await AskAsync(child.Page, "");
        await FitAsync(child, "asked for a mailbox");
        await child.Page.Locator("#mailbox").FillAsync($"{Guid.NewGuid():N}@mill.example");
        await child.Page.Locator(Send).First.ClickAsync();
        await FitAsync(child, "waiting");
        await using var guardian = await browser.VisitAsync(locale, width, dark);
        var token = await TokenAsync(child.Page);
        await guardian.GotoAsync($"/guardian/{token}");
        foreach (var summary in await guardian.Page.Locator("details summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await FitAsync(guardian, "notice");
        await guardian.Page.Locator("button[value=consent]").ClickAsync();
        await FitAsync(guardian, "notice with complaints");
        await guardian.Page.Locator("button[value=refuse]").ClickAsync();
        await FitAsync(guardian, "refused");
        await guardian.GotoAsync($"/guardian/{token}");
        await FitAsync(guardian, "dead link");
        await guardian.GotoAsync("/guardian");
        await FitAsync(guardian, "asking for a link");
        await child.GotoAsync("/register/guardian");
        await FitAsync(child, "told of the refusal");
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

    private static async Task AskAsync(IPage page, string mailbox)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='0']").CheckAsync();
        await page.SelectOptionAsync("#country", "CN");
        await page.Locator(Send).ClickAsync();
        await page.Locator("#mailbox").FillAsync(mailbox);
        await page.Locator(Send).First.ClickAsync();
    }

    private static async Task FitAsync(BrowserVisit visit, string what)
    {
        var violations = await visit.ViolationsAsync();
        Assert.True(violations.Count == 0, $"{what}: {string.Join(Environment.NewLine, violations)}");
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
    }
}
