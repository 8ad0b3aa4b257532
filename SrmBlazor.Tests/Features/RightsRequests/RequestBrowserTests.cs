using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

[Collection(BrowserCollection.Name)]
public sealed class RequestBrowserTests(Browser browser)
{
    private const string StaffPassword = "plum-orbit-teapot-lantern-91";

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Side_by_side_a_question_goes_from_the_supplier_to_staff_and_back_and_is_appealed(string language)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var supplier = await browser.VisitAsync(language);
        await using var staff = await browser.VisitAsync(language, dark: true);
        await SignInSupplierAsync(scope.ServiceProvider, supplier, language);
        await SignInStaffAsync(scope.ServiceProvider, staff);

        await supplier.GotoInteractiveAsync("/privacy/requests");
        await CheckAsync(supplier, $"requests-none_{language}");
        await supplier.Page.ClickAsync("a[href='/privacy/requests/new']");
        await supplier.Page.CheckAsync("input[value=Explain]:enabled");
        await supplier.Page.FillAsync("#text", "Why was I asked for the pelican?");
        await CheckAsync(supplier, $"requests-new_{language}");
        await supplier.Page.ClickAsync("main .actions button:not(.secondary)");
        await supplier.Page.Locator(".notice.success").WaitForAsync();
        await supplier.InteractiveAsync();
        var reference = new Uri(supplier.Page.Url).Segments[^1];
        await CheckAsync(supplier, $"request-sent_{language}");

        await staff.GotoInteractiveAsync("/staff/requests");
        await CheckAsync(staff, $"staff-requests_{language}");
        await staff.Page.ClickAsync($"a[href='/staff/requests/{reference}']");
        await staff.Page.CheckAsync("input[value=Claim]:enabled");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await staff.Page.CheckAsync("input[value=AskClarification]:enabled");
        await staff.Page.FillAsync("#words", "Which of the two pelicans?");
        await CheckAsync(staff, $"staff-request_{language}");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        // the supplier's open page tells it by itself
        await Expect(supplier.Page.Locator(".timeline")).ToContainTextAsync("Which of the two pelicans?");
        await supplier.Page.FillAsync("#message", "The white one.");
        await CheckAsync(supplier, $"request-asked_{language}");
        await supplier.Page.ClickAsync("#message >> xpath=ancestor::div[contains(@class,'field')]/following-sibling::p//button");
        await Expect(staff.Page.Locator(".timeline")).ToContainTextAsync("The white one.");
        await staff.Page.CheckAsync("input[value=Answer]:enabled");
        await staff.Page.FillAsync("#words", "Because the rule says so.");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        await Expect(supplier.Page.Locator(".timeline")).ToContainTextAsync("Because the rule says so.");
        await CheckAsync(supplier, $"request-answered_{language}");
        await supplier.Page.FillAsync("#appeal", "It does not.");
        await supplier.Page.ClickAsync("#appeal >> xpath=ancestor::div[contains(@class,'field')]/following-sibling::p//button");
        await Expect(staff.Page.Locator(".timeline")).ToContainTextAsync("It does not.");
        // who answered is not offered to hear the appeal
        Assert.Equal(0, await staff.Page.Locator("input[value=Uphold], input[value=Overturn], input[value=Claim]").CountAsync());
        await staff.GotoInteractiveAsync("/staff/requests/new");
        await CheckAsync(staff, $"staff-entry_{language}");
        Assert.Empty(Canary.Search("addresses", [.. supplier.Addresses, .. staff.Addresses], "pelican"));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task SignInSupplierAsync(IServiceProvider services, BrowserVisit visit, string language)
    {
        var supplier = await Registrant.SubmitAsync(services, Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example" }, language);
        Assert.IsType<ActivationResult.Activated>(await services.GetRequiredService<Activations>().ActivateAsync(await supplier.LinkAsync(services), Registrant.Password));
        var mailbox = (await services.GetRequiredService<Vault>().OpenAsync<Mailbox>(supplier.Person, For.Account)).OrNull!.Address;
        await SignInAsync(visit, mailbox, Registrant.Password);
    }

    private static async Task SignInStaffAsync(IServiceProvider services, BrowserVisit visit)
    {
        var mailbox = $"{Guid.NewGuid():N}@operator.example";
        var accounts = services.GetRequiredService<StaffAccounts>();
        Assert.True(await accounts.InviteAsync(mailbox, Role.PrivacyOfficer, "en", new Act(Guid.NewGuid(), Role.Administrator, DateTime.UtcNow)));
        var person = (await services.GetRequiredService<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        await using var work = await services.GetRequiredService<Data.Store>().WriteAsync();
        var token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.StaffSetup, person, TimeSpan.FromHours(1));
        await work.CommitAsync();
        Assert.IsType<PasswordOutcome.Chosen>(await accounts.SetUpAsync(token, "Lin Qing", StaffPassword));
        await SignInAsync(visit, mailbox, StaffPassword);
    }

    private static async Task SignInAsync(BrowserVisit visit, string mailbox, string password)
    {
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
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
