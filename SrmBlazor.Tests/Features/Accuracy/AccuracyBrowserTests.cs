using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Position = SrmBlazor.Features.Registration.Records.Position;

namespace SrmBlazor.Features.Accuracy;

[Collection(BrowserCollection.Name)]
public sealed class AccuracyBrowserTests(Browser browser)
{
    private const string NewName = "Qvarnström Zylphia Maria";

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task A_supplier_corrects_adds_empties_proposes_and_sets_aside(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        var supplier = await Home.HomeBrowserTests.ActivateAsync(scope.ServiceProvider, visit, language, given: Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example", Position = null });
        await visit.Page.ClickAsync("a[href='/privacy/correct']");
        await visit.Page.FillAsync("#Phone:enabled", "12");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await visit.CheckAsync($"correct-data-fault_{language}");
        await visit.Page.FillAsync("#Phone", "139 1234 5678");
        await visit.Page.FillAsync("#Department", "");
        await visit.Page.FillAsync("#Position", "Keeper");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator("[role=status]:focus .notice.success").WaitForAsync();
        await visit.CheckAsync($"correct-data_{language}");
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        Assert.Equal("+8613912345678", (await vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull!.Number);
        Assert.Equal("Keeper", (await vault.OpenAsync<Position>(supplier.Person, For.WorkProfile)).OrNull!.Name);
        Assert.IsType<Opening<Department>.Erased>(await vault.OpenAsync<Department>(supplier.Person, For.WorkProfile));

        await visit.Page.ClickAsync("a[href='/privacy/correct/checked']");
        await visit.Page.FillAsync("#FullName:enabled", NewName);
        await visit.Page.FillAsync("#note", "Since my wedding.");
        await visit.CheckAsync($"propose_{language}");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".notice.success:focus").WaitForAsync();
        await visit.CheckAsync($"proposed_{language}");
        Assert.IsType<Opening<Identity>.Refused>(await vault.OpenAsync<Identity>(supplier.Person, For.Account));
        // over HTTP, and not over the circuit
        var picture = new FilePayload { Name = "certificate.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(640, 480) };
        await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.SetInputFilesAsync("#evidence:enabled", picture), answer => answer.Request.Method == "PUT" && answer.Ok);
        await Assertions.Expect(visit.Page.Locator(".saved")).ToHaveTextAsync(language == "en" ? "The picture has arrived." : "图片已收到。");
        await visit.CheckAsync($"proposed-shown_{language}");
        await LookAsync(language, dark, await visit.Page.Locator(".notice.success a").InnerTextAsync());

        await visit.GotoInteractiveAsync("/privacy/restrict");
        await visit.Page.Locator("input[type=checkbox]:enabled").First.CheckAsync();
        await visit.Page.FillAsync("#reason", "It is another one.");
        await visit.CheckAsync($"restrict_{language}");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator("[role=status]:focus .notice.success").WaitForAsync();
        await visit.Page.Locator(".cards .button").First.ClickAsync();
        await visit.CheckAsync($"restricted_{language}");
        await visit.GotoInteractiveAsync("/privacy/data");
        await visit.Page.Locator(".held .notice.info").First.WaitForAsync();
        await visit.CheckAsync($"data-set-aside_{language}");
        Assert.Empty(Canary.Search("addresses", visit.Addresses, "Zylphia"));
    }

    /// <summary>Staff open the case, find the picture in it, and what they could set aside in words.</summary>
    private async Task LookAsync(string language, bool dark, string reference)
    {
        await using var staff = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        await staff.GotoInteractiveAsync($"/staff/requests/{reference}");
        await staff.CheckAsync($"staff-proposal_{language}");
        var picture = await staff.Page.APIRequest.GetAsync(new Uri(new Uri(staff.Page.Url), await staff.Page.Locator(".timeline a[target=_blank]").GetAttributeAsync("href")).ToString());
        Assert.Equal((200, "image/jpeg"), (picture.Status, picture.Headers["content-type"]));
        await staff.Page.CheckAsync("input[value=Claim]:enabled");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await staff.Page.CheckAsync("input[value=Restrict]:enabled");
        await staff.Page.Locator("input[type=checkbox]").First.WaitForAsync();
        // what can be set aside is called as the person calls it
        Assert.All(await staff.Page.Locator("label:has(input[type=checkbox])").AllInnerTextsAsync(), kind => Assert.DoesNotMatch("^[a-z-]+$", kind));
        await staff.CheckAsync($"staff-restrict_{language}");
    }
}
