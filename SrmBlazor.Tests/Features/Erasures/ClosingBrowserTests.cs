using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

[Collection(BrowserCollection.Name)]
public sealed class ClosingBrowserTests(Browser browser)
{
    private const string Address = $"{ErasuresFeature.CertificatePath}?token=";

    [BrowserTheory]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    [Promise("P-A-04")]
    public async Task From_an_acceptance_taken_back_to_the_certificate_the_pages_are_accessible_and_quiet(string language, bool dark)
    {
        var name = $"{language}_{(dark ? "dark" : "light")}";
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        var mailbox = await SignInAsync(scope.ServiceProvider, visit, language);
        await visit.GotoInteractiveAsync("/home");
        await visit.Page.Locator("#decisions ~ dl a[href='/privacy/close']").ClickAsync();

        await visit.Page.Locator("button.danger:enabled").WaitForAsync();
        await visit.CheckAsync($"close_{name}");
        await visit.Page.Locator("button.danger").ClickAsync();
        await visit.Page.Locator("#waits").WaitForAsync();
        await visit.CheckAsync($"close-waits_{name}");
        await visit.Page.Locator("section.notice button").ClickAsync();
        await visit.Page.Locator("button.danger:enabled").WaitForAsync();
        await visit.Page.Locator("input[name=when]").Nth(1).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Locator("button.danger").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/privacy/closed$");
        await visit.CheckAsync($"closed_{name}");

        await visit.GotoAsync(await CertificateAsync(scope.ServiceProvider, mailbox));
        await visit.CheckAsync($"certificate_{name}");
        var file = await visit.Page.APIRequest.GetAsync(new Uri(new Uri(visit.Page.Url), await visit.Page.Locator("a[download]").GetAttributeAsync("href")).ToString());
        Assert.Equal(200, file.Status);
        Assert.Empty(Canary.Search("addresses", visit.Addresses, Registrant.Name, mailbox));
        await visit.GotoAsync("/home");
        Assert.Contains("/account/sign-in", visit.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>The address in the last letter, without the site's own.</summary>
    private static async Task<string> CertificateAsync(IServiceProvider services, string mailbox)
    {
        var folder = services.GetRequiredService<MailFolder>();
        string? Text() => folder.List().FirstOrDefault(letter => letter.To == mailbox && letter.Text.Contains(Address, StringComparison.Ordinal))?.Text;
        for (var round = 0; round < 50 && Text() is null; round++)
        {
            // the host's own rounds may be at it too: whoever comes second finds it done
            await services.GetRequiredService<ErasureRound>().RunAsync();
            await services.GetRequiredService<MailRound>().RunAsync();
        }

        return $"{Address}{Text()!.Split(Address)[1].Split('\n')[0].Trim()}";
    }

    private static async Task<string> SignInAsync(IServiceProvider services, BrowserVisit visit, string language)
    {
        var supplier = await Registrant.SubmitAsync(services, Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example" }, language);
        Assert.IsType<ActivationResult.Activated>(await services.GetRequiredService<Activations>().ActivateAsync(await supplier.LinkAsync(services), Registrant.Password));
        var mailbox = (await services.GetRequiredService<Vault>().OpenAsync<Accounts.Mailbox>(supplier.Person, For.Account)).OrNull!.Address;
        await visit.SignInAsync(mailbox, Registrant.Password);
        return mailbox;
    }
}
