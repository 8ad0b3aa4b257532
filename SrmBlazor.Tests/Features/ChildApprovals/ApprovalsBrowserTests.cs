using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.ChildApprovals;

/// <summary>One privacy officer asks, another answers, each at a browser of their own.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ApprovalsBrowserTests(Browser browser)
{
    private const string Words = "Please stop using my child's pelican.";

    [BrowserTheory]
    [InlineData("en", "The request has to be answered", "Approve", "second person")]
    [InlineData("zh-CN", "请求需要办理答复", "批准", "第二人")]
    [Promise("P-7-X1")]
    public async Task A_childs_request_opens_by_itself_once_a_second_person_has_approved(string language, string reason, string approve, string tag)
    {
        var reference = await AskAsGuardianAsync();
        await using var asking = await SignInAsync(language);
        await using var second = await SignInAsync(language, dark: true);
        await second.GotoInteractiveAsync("/staff/requests");
        await asking.GotoInteractiveAsync("/staff/requests");
        await Expect(asking.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = reference }).Locator(".tag").First).ToContainTextAsync(tag, new() { IgnoreCase = true });

        await asking.Page.ClickAsync($"a[href='/staff/requests/{reference}']");
        await Expect(asking.Page.Locator(".timeline")).ToHaveCountAsync(0);
        await CheckAsync(asking, $"child-request-shut_{language}");
        await asking.Page.GetByRole(AriaRole.Button, new() { Name = reason }).PressAsync("Enter");
        await Expect(asking.Page.Locator(".notice.info")).ToBeVisibleAsync();
        await CheckAsync(asking, $"child-request-asked_{language}");

        // the colleague's open list tells it by itself
        await second.Page.Locator("main a[href='/staff/approvals']").WaitForAsync();
        await CheckAsync(second, $"staff-requests-approval_{language}");
        await second.Page.ClickAsync("main a[href='/staff/approvals']");
        await second.InteractiveAsync();
        await CheckAsync(second, $"staff-approvals_{language}");
        await second.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = reference }).GetByRole(AriaRole.Button, new() { Name = $"{approve} {reference}", Exact = true }).ClickAsync();

        await Expect(asking.Page.Locator(".timeline")).ToContainTextAsync(Words);
        await CheckAsync(asking, $"child-request-open_{language}");
        await Expect(second.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = reference })).ToHaveCountAsync(0);
        await second.GotoInteractiveAsync($"/staff/requests/{reference}");
        await Expect(second.Page.Locator("main fieldset button").First).ToBeEnabledAsync();
        Assert.Equal(0, await second.Page.Locator(".timeline").CountAsync());
        await second.GotoAsync($"/staff/requests/{reference}/authority");
        Assert.Equal(0, await second.Page.Locator("main form, main dl").CountAsync());
        Assert.Empty(await second.ViolationsAsync());
        Assert.Empty(Canary.Search("addresses", [.. asking.Addresses, .. second.Addresses], "pelican"));
    }

    private async Task<string> AskAsGuardianAsync()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var hash = DraftKey.Of(await services.GetRequiredService<Invitations>().BeginAsync($"{Guid.NewGuid():N}@mill.example", "CN", "en"))!.Hash;
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var child = (await work.Db.Set<Draft>().SingleAsync(draft => draft.KeyHash == hash)).PersonId!.Value;
        var token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.Guardian, child, TimeSpan.FromHours(1));
        await work.CommitAsync();
        var consent = new GuardianConsent("Qvarnström Ingrid", Relation.Mother, Declares: true, Consents: true, []);
        var access = Assert.IsType<GuardianAnswer.Consented>(await services.GetRequiredService<GuardianDecisions>().ReadAndConsentAsync(token, consent, new Policies.ShownPolicy(1, new string('a', 64), "en"))).Token;
        return Assert.IsType<IntakeResult.Made>(await services.GetRequiredService<GuardianIntake>().AskAsync(access, RequestKind.Objection, Words)).Reference;
    }

    private async Task<BrowserVisit> SignInAsync(string language, bool dark = false)
    {
        var mailbox = $"{Guid.NewGuid():N}@operator.example";
        await new Population(browser.Services, new FakeTimeProvider(TimeProvider.System.GetUtcNow())).RegisterAsync(mailbox, Role.PrivacyOfficer);
        var visit = await browser.VisitAsync(language, dark: dark);
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", Population.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.LeaveSignInAsync();
        return visit;
    }

    private static async Task CheckAsync(BrowserVisit visit, string name)
    {
        await visit.PictureAsync(name + "_1280");
        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.PictureAsync(name + "_390");
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
        await visit.Page.SetViewportSizeAsync(1280, 900);
    }
}
