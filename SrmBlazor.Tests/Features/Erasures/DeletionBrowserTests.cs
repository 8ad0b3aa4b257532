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
    private const string Certificate = "a[href^='/privacy/erasure?number=']";

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task A_supplier_chooses_a_part_two_officers_agree_and_the_certificate_is_there(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var supplier = await browser.VisitAsync(language, dark: dark);
        await using var first = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark: !dark);
        await using var second = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        var person = (await supplier.SignInSupplierAsync(scope.ServiceProvider, language)).Person;

        await supplier.GotoInteractiveAsync("/privacy");
        await supplier.Page.ClickAsync("a[href='/privacy/delete']");
        await supplier.Page.Locator("input[name=reach]:enabled").Nth(1).CheckAsync();
        await supplier.Page.ClickAsync("form button");
        await Expect(supplier.Page.Locator("form .error")).Not.ToBeEmptyAsync();
        await supplier.Page.Locator("label.choice", new() { HasText = language == "en" ? "Phone" : "电话" }).Locator("input").CheckAsync();
        await supplier.Page.Locator("input[name=ground]").Nth(2).FocusAsync();
        await supplier.Page.Keyboard.PressAsync("Space");
        await supplier.CheckAsync($"delete-choose_{language}");
        await supplier.Page.Locator("form button").FocusAsync();
        await supplier.Page.Keyboard.PressAsync("Enter");
        await supplier.Page.Locator("#plan:focus").WaitForAsync();
        await supplier.CheckAsync($"delete-plan_{language}");
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
        await first.CheckAsync($"delete-case_{language}");
        await first.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await OpenAsync(second, reference);
        await second.Page.CheckAsync("input[value=Approve]:enabled");
        await second.CheckAsync($"delete-review_{language}");
        await second.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        await Expect(second.Page.Locator("input[value=Approve]")).ToHaveCountAsync(0);
        for (var round = 0; round < 50 && await supplier.Page.Locator(Certificate).CountAsync() == 0; round++)
        {
            // the host's own rounds may be at it too: whoever comes second finds it done
            await scope.ServiceProvider.GetRequiredService<ErasureRound>().RunAsync();
        }

        await supplier.Page.Locator(Certificate).WaitForAsync();
        await supplier.CheckAsync($"delete-done_{language}");
        await supplier.Page.ClickAsync(Certificate);
        await supplier.Page.Locator("a[download]").WaitForAsync();
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
}
