using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

[Collection(BrowserCollection.Name)]
public sealed class ConsentsBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task A_consent_is_given_and_taken_back_in_as_many_steps_and_the_pages_are_accessible_and_fit_a_phone(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        await visit.SignInSupplierAsync(scope.ServiceProvider, language);
        await visit.GotoInteractiveAsync("/privacy/consents");
        var toggle = visit.Page.Locator("#switch-keep-longer");
        await visit.CheckAsync();

        await toggle.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".consent-panel h4")).ToBeFocusedAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-checked", "false");
        await visit.CheckAsync();
        await visit.Page.Locator(".consent-panel .button:not(.quiet)").ClickAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-checked", "true");
        await Assertions.Expect(toggle).ToBeFocusedAsync();

        await toggle.ClickAsync();
        await visit.Page.Locator(".consent-panel .facts").First.WaitForAsync();
        await visit.CheckAsync();
        await visit.Page.Locator(".consent-panel .button:not(.quiet)").ClickAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-checked", "false");

        await visit.Page.Locator("#history ~ .scroll a").First.ClickAsync();
        await visit.Page.Locator("a[href$='/file']").WaitForAsync();
        await visit.CheckAsync();
        // on paper the facts stand without what is pressed
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await visit.Page.Locator(".answers").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("a[href$='/file']").IsVisibleAsync());
        Assert.False(await visit.Page.Locator(".site-tools").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task What_is_taken_back_on_one_page_is_gone_from_every_open_page_of_that_person()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync();
        await visit.SignInSupplierAsync(scope.ServiceProvider, "en");
        await visit.GotoInteractiveAsync("/privacy/data");
        var department = visit.Page.GetByText(Registrant.Everything.Department!);
        await department.WaitForAsync();
        var other = new BrowserVisit(await visit.Page.Context.NewPageAsync());
        await other.GotoInteractiveAsync("/privacy/consents");

        await other.Page.Locator("#switch-work-profile").ClickAsync();
        await Assertions.Expect(other.Page.Locator(".consent-panel")).ToContainTextAsync("Department, Position");
        await other.Page.Locator(".consent-panel .button:not(.quiet)").ClickAsync();

        await Assertions.Expect(department).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator("[role=status]").First).ToContainTextAsync("you took back");
    }

    [BrowserFact]
    public async Task The_keyboard_alone_opens_decides_and_closes()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync();
        await visit.SignInSupplierAsync(scope.ServiceProvider, "en");
        await visit.GotoInteractiveAsync("/privacy/consents");

        await visit.Page.Locator("#switch-correspondence").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(visit.Page.Locator(".consent-panel h4")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("#switch-correspondence")).ToHaveAttributeAsync("aria-checked", "false");
    }

    [BrowserFact]
    public async Task The_receipt_and_the_published_keys_are_downloaded_and_verify_offline()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync("zh-CN");
        await visit.SignInSupplierAsync(scope.ServiceProvider, "zh-CN");
        await visit.GotoInteractiveAsync("/privacy/consents");
        await visit.Page.Locator("#history ~ .scroll a").First.ClickAsync();
        await visit.Page.Locator("a[href$='/file']").WaitForAsync();

        var file = await DownloadAsync(visit, "a[href$='/file']");
        var keys = Data.Signing.PublicKeys.Parse(await DownloadAsync(visit, $"a[href='{ConsentsFeature.KeysPath}']"));

        var receipt = Data.Signing.SignedDocument.Verify(file, ConsentReceipt.MediaType, keys);
        Assert.NotNull(receipt);
        Assert.Equal("zh-CN", JsonDocument.Parse(receipt).RootElement.GetProperty("language").GetString());
        Assert.Empty(visit.Complaints);
    }

    private static async Task<byte[]> DownloadAsync(BrowserVisit visit, string link)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(link).ClickAsync());
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }
}
