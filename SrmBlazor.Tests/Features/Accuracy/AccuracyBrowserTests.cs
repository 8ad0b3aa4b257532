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
        await CheckAsync(visit, $"correct-data-fault_{language}");
        await visit.Page.FillAsync("#Phone", "139 1234 5678");
        await visit.Page.FillAsync("#Department", "");
        await visit.Page.FillAsync("#Position", "Keeper");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator("[role=status]:focus .notice.success").WaitForAsync();
        await CheckAsync(visit, $"correct-data_{language}");
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        Assert.Equal("+8613912345678", (await vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact)).OrNull!.Number);
        Assert.Equal("Keeper", (await vault.OpenAsync<Position>(supplier.Person, For.WorkProfile)).OrNull!.Name);
        Assert.IsType<Opening<Department>.Erased>(await vault.OpenAsync<Department>(supplier.Person, For.WorkProfile));

        await visit.Page.ClickAsync("a[href='/privacy/correct/checked']");
        await visit.Page.FillAsync("#FullName:enabled", NewName);
        await visit.Page.FillAsync("#note", "Since my wedding.");
        await CheckAsync(visit, $"propose_{language}");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".notice.success:focus").WaitForAsync();
        await CheckAsync(visit, $"proposed_{language}");
        Assert.IsType<Opening<Identity>.Refused>(await vault.OpenAsync<Identity>(supplier.Person, For.Account));

        await visit.GotoInteractiveAsync("/privacy/restrict");
        await visit.Page.Locator("input[type=checkbox]:enabled").First.CheckAsync();
        await visit.Page.FillAsync("#reason", "It is another one.");
        await CheckAsync(visit, $"restrict_{language}");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator("[role=status]:focus .notice.success").WaitForAsync();
        await visit.Page.Locator(".cards .button").First.ClickAsync();
        await CheckAsync(visit, $"restricted_{language}");
        await visit.GotoInteractiveAsync("/privacy/data");
        await visit.Page.Locator(".held .notice.info").First.WaitForAsync();
        await CheckAsync(visit, $"data-set-aside_{language}");
        Assert.Empty(Canary.Search("addresses", visit.Addresses, "Zylphia"));
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
