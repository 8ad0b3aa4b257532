using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Shell;

/// <summary>The main job from the first page to the verified supplier, as two people at two browsers do it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MainJobTests(Browser browser)
{
    private const string Password = "two quiet herons wade at dusk";
    private const string Continue = "main form button[type=submit]";

    [BrowserTheory]
    [InlineData("en", 1280, "Marta Qvarnström", "SE", "Passport", "AB1234567")]
    [InlineData("zh-CN", 390, "欧阳青禾", "CN", "ResidentId", "11010519491231002X")]
    [Promise("P-1.1.1-04", "P-8.1-04")]
    public async Task A_supplier_registers_is_verified_and_sees_it_happen(string language, int width, string name, string country, string type, string number)
    {
        var mailbox = $"canary-{Guid.NewGuid():N}@supplier.example";
        await using var supplier = await browser.VisitAsync(language, width);
        await using var verifier = await browser.VisitAsync(language);

        await RegisterAsync(supplier, mailbox, name, country, type, number);
        var letter = await LinkAsync(supplier, mailbox);
        await ActivateAsync(supplier, letter, mailbox);
        await supplier.PictureAsync($"home-waiting-{language}");
        await DecideAsync(verifier, mailbox);

        // the open page changes by itself
        await Expect(supplier.Page.Locator(".lede")).ToHaveTextAsync(language == "en" ? "Your identity is verified." : "您的身份已通过核验。");
        await supplier.PictureAsync($"home-{language}", whole: false);
        Assert.Equal(0, await supplier.OverflowAsync());
        Assert.Empty(await supplier.ViolationsAsync());
        Assert.Empty(supplier.Complaints);
        Assert.Empty(verifier.Complaints);
        await CheckStoresAsync(mailbox, name, number);
        Assert.All([supplier, verifier], visit => Assert.Empty(Canary.Search("addresses", visit.Addresses, mailbox, name, number, Password)));
        CheckThatALeakWouldBeFound();
    }

    private static async Task RegisterAsync(BrowserVisit visit, string mailbox, string name, string country, string type, string number)
    {
        var page = visit.Page;
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='18']").CheckAsync();
        await page.SelectOptionAsync("#country", country);
        await page.Locator("form .actions button").ClickAsync();

        await page.Locator("#Mailbox:enabled").FillAsync(mailbox);
        await page.FillAsync("#FullName", name);
        await page.SelectOptionAsync("#Nationality", country);
        await page.Locator("input[value=Subcontracting]").CheckAsync();
        await visit.PictureAsync($"wizard-{country}");
        await page.ClickAsync(Continue);

        await page.Locator("#sensitive button").First.ClickAsync();
        await page.Locator($"input[value={type}]").CheckAsync();
        if (type == "Passport")
        {
            await page.SelectOptionAsync("#IdCountry", country);
        }

        await page.FillAsync("#IdNumber", number);
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "scan.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(900, 600) });
        await page.Locator("img.preview").WaitForAsync();
        await page.ClickAsync(Continue);
        await Expect(page).ToHaveURLAsync(new Regex("/register/contact"));
        await page.ClickAsync(Continue);
        await Expect(page).ToHaveURLAsync(new Regex("/register/work"));
        await page.ClickAsync(Continue);
        await Expect(page).ToHaveURLAsync(new Regex("/register/review"));
        await page.ClickAsync(Continue);
        await page.ArriveAsync("/register/done$");
    }

    /// <summary>The letter leaves by the outbox: its topic is announced when the round has sent it.</summary>
    private async Task<string> LinkAsync(BrowserVisit visit, string mailbox)
    {
        await browser.Services.GetRequiredService<Features.Notifications.MailRound>().RunAsync();
        await visit.GotoAsync("/dev/mail");
        await visit.Page.Locator("tr").Filter(new() { HasText = mailbox }).GetByRole(AriaRole.Link).First.ClickAsync();
        return (await visit.Page.Locator("a[href*='/account/activate']").GetAttributeAsync("href"))!;
    }

    private static async Task ActivateAsync(BrowserVisit visit, string link, string mailbox)
    {
        await visit.GotoAsync(link);
        await visit.Page.FillAsync("#password", Password);
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.Page.Locator("main a[href^='/account/sign-in']").ClickAsync();
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/home$");
        await visit.InteractiveAsync();
    }

    private async Task DecideAsync(BrowserVisit verifier, string mailbox)
    {
        var person = await browser.Services.GetRequiredService<AccountRegister>().FindByMailboxAsync(mailbox);
        await using var db = browser.Services.GetRequiredService<Store>().Read();
        var reference = await db.Set<SupplierRegistration>().Where(one => one.PersonId == person).Select(one => one.Reference).SingleAsync();

        await verifier.GotoAsync($"/staff/verifications/{reference}");
        await verifier.Page.FillAsync("#mailbox", "verifier@demo.example");
        await verifier.Page.FillAsync("#password", DemoAccounts.Password);
        await verifier.Page.Keyboard.PressAsync("Enter");
        await verifier.Page.ArriveAsync($"/{reference}$");
        await verifier.InteractiveAsync();
        await verifier.Page.Locator(".case .empty .button").ClickAsync();
        await verifier.Page.Locator(".scan-stage img").WaitForAsync();
        await verifier.PictureAsync($"verification-{await verifier.Page.Locator("html").GetAttributeAsync("lang")}", whole: false);
        await verifier.Page.Locator("input[value=Accept]").CheckAsync();
        await verifier.Page.Locator(".card > .actions .button:not(.secondary)").ClickAsync();
        await verifier.Page.Locator("[aria-labelledby=confirm-title] .button").First.ClickAsync();
        await verifier.Page.Locator(".notice.success").WaitForAsync();
    }

    /// <summary>What database, key store, logs and mail folder hold when all is done.</summary>
    private async Task CheckStoresAsync(string mailbox, string name, string number)
    {
        var (services, stores) = (browser.Services, browser.Folder);
        var person = (await services.GetRequiredService<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        var vault = services.GetRequiredService<Vault>();

        Assert.Equal(name, (await vault.OpenAsync<Identity>(person, For.Account)).OrNull!.FullName);
        Assert.IsType<Opening<IdentityScan>.Erased>(await vault.OpenAsync<IdentityScan>(person, For.IdentityCheck));
        await using var db = services.GetRequiredService<Store>().Read();
        var scan = await db.Set<SealedRow>().SingleAsync(row => row.PersonId == person && row.Kind == IdentityScan.Kind.Name);
        Assert.Null(scan.Ciphertext);
        Assert.Null(await services.GetRequiredService<KeyStore>().FindAsync(scan.Id));
        Assert.Null((await AuditChain.VerifyAsync(db, services.GetRequiredService<RootSecret>())).Broken);
        Assert.Empty(Canary.Search([stores], name, number, Password));
        // a letter lies in the development folder for its reader; nowhere else is the mailbox found
        Assert.All(Canary.Search([stores], mailbox), finding => Assert.Contains(".eml", finding.File, StringComparison.Ordinal));
    }

    /// <summary>What a careless line of code would do: a name in a log.</summary>
    private void CheckThatALeakWouldBeFound()
    {
        var leak = $"Leaky Lena {Guid.NewGuid():N}";

        browser.Services.GetRequiredService<ILoggerFactory>().CreateLogger<MainJobTests>().Log(LogLevel.Information, default, leak, null, (name, _) => $"Registered {name}");

        Assert.Contains(Canary.Search([browser.Folder], leak), finding => finding.File.EndsWith(".log", StringComparison.Ordinal));
    }
}
