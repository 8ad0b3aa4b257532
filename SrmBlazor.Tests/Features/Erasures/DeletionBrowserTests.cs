using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

[Collection(BrowserCollection.Name)]
public sealed class DeletionBrowserTests(Browser browser)
{
    private const string StaffPassword = "plum-orbit-teapot-lantern-91";

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task A_supplier_chooses_a_part_two_officers_agree_and_the_certificate_is_there(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var supplier = await browser.VisitAsync(language, dark: dark);
        await using var first = await browser.VisitAsync(language, dark: !dark);
        await using var second = await browser.VisitAsync(language, dark: dark);
        var person = await SignInSupplierAsync(scope.ServiceProvider, supplier, language);
        await SignInStaffAsync(scope.ServiceProvider, first);
        await SignInStaffAsync(scope.ServiceProvider, second);

        await supplier.GotoInteractiveAsync("/privacy");
        await supplier.Page.ClickAsync("a[href='/privacy/delete']");
        await supplier.Page.Locator("input[name=reach]:enabled").Nth(1).CheckAsync();
        await supplier.Page.ClickAsync("form button");
        await Expect(supplier.Page.Locator("form .error")).Not.ToBeEmptyAsync();
        await supplier.Page.Locator("label.choice", new() { HasText = language == "en" ? "Phone" : "电话" }).Locator("input").CheckAsync();
        await supplier.Page.Locator("input[name=ground]").Nth(2).FocusAsync();
        await supplier.Page.Keyboard.PressAsync("Space");
        await CheckAsync(supplier, $"delete-choose_{language}");
        await supplier.Page.Locator("form button").FocusAsync();
        await supplier.Page.Keyboard.PressAsync("Enter");
        await supplier.Page.Locator("#plan:focus").WaitForAsync();
        await CheckAsync(supplier, $"delete-plan_{language}");
        await supplier.Page.FillAsync("#text", "The pelican calls me at night.");
        await supplier.Page.ClickAsync("button.danger");
        await supplier.Page.Locator(".notice.success").WaitForAsync();
        await supplier.InteractiveAsync();
        var reference = new Uri(supplier.Page.Url).Segments[^1];

        await OpenAsync(first, reference);
        await first.Page.CheckAsync("input[value=Claim]:enabled");
        await first.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await first.Page.CheckAsync("input[value=Fulfil]:enabled");
        await first.Page.FillAsync("#words", language == "en" ? "The phone number goes." : "删除电话号码。");
        await CheckAsync(first, $"delete-case_{language}");
        await first.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await OpenAsync(second, reference);
        await second.Page.CheckAsync("input[value=Approve]:enabled");
        await CheckAsync(second, $"delete-review_{language}");
        await second.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        await Expect(second.Page.Locator("input[value=Approve]")).ToHaveCountAsync(0);
        for (var round = 0; round < 50 && await supplier.Page.Locator("a[download]").CountAsync() == 0; round++)
        {
            // the host's own rounds may be at it too: whoever comes second finds it done
            await scope.ServiceProvider.GetRequiredService<ErasureRound>().RunAsync();
        }

        await supplier.Page.Locator("a[download]").WaitForAsync();
        await CheckAsync(supplier, $"delete-done_{language}");
        var file = await supplier.Page.APIRequest.GetAsync(new Uri(new Uri(supplier.Page.Url), await supplier.Page.Locator("a[download]").GetAttributeAsync("href")).ToString());
        Assert.Equal(200, file.Status);
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        Assert.IsType<Opening<Phone>.Erased>(await vault.OpenAsync<Phone>(person, For.LeasingContact));
        Assert.IsType<Opening<Identity>.Opened>(await vault.OpenAsync<Identity>(person, For.Account));
        Assert.Empty(Canary.Search("addresses", [.. supplier.Addresses, .. first.Addresses, .. second.Addresses], "pelican", "13812345678"));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task OpenAsync(BrowserVisit visit, string reference)
    {
        await visit.GotoInteractiveAsync($"/staff/requests/{reference}");
        await visit.Page.Locator("#deletion").WaitForAsync();
    }

    private static async Task<Guid> SignInSupplierAsync(IServiceProvider services, BrowserVisit visit, string language)
    {
        var mailbox = $"{Guid.NewGuid():N}@supplier.example";
        var supplier = await Registrant.SubmitAsync(services, Registrant.Everything with { Mailbox = mailbox }, language);
        Assert.IsType<ActivationResult.Activated>(await services.GetRequiredService<Activations>().ActivateAsync(await supplier.LinkAsync(services), Registrant.Password));
        await SignInAsync(visit, mailbox, Registrant.Password);
        return supplier.Person;
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
