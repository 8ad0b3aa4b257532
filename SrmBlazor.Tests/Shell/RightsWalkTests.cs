using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Shell;

/// <summary>The whole life of a person's requests, from both sides: what is held, a checked value corrected, a part deleted, a refusal, a complaint about it, everything deleted.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RightsWalkTests(Browser browser)
{
    private const string NewName = "Qvarnström Zylphia Maria";
    private const string Send = "main .actions button:not(.secondary, .quiet)";

    [BrowserTheory]
    [InlineData("en", "Phone")]
    [InlineData("zh-CN", "电话")]
    [Promise("P-5.7-08")]
    public async Task A_supplier_uses_every_right_and_staff_answer(string language, string phone)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var supplier = await browser.VisitAsync(language);
        await using var first = await browser.VisitAsAsync(Role.PrivacyOfficer, language);
        await using var second = await browser.VisitAsAsync(Role.PrivacyOfficer, language);
        await using var third = await browser.VisitAsAsync(Role.PrivacyOfficer, language);
        var person = (await supplier.SignInSupplierAsync(scope.ServiceProvider, language)).Person;
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        var mailbox = (await vault.OpenAsync<Features.Accounts.Mailbox>(person, For.Account)).OrNull!.Address;

        // what is held
        await supplier.GotoInteractiveAsync("/privacy/data");
        await Expect(supplier.Page.Locator("main")).ToContainTextAsync(Registrant.Name);
        await TakeCopyAsync(supplier);

        // a checked value: nothing changes before two have looked
        var correction = await ProposeNameAsync(supplier);
        await TakeAsync(first, correction);
        await SeePictureAsync(first);
        await DoAsync(first, "Fulfil", language == "en" ? "Your new name stands." : "新姓名已登记。");
        Assert.IsType<Opening<Identity>.Refused>(await vault.OpenAsync<Identity>(person, For.Account));
        await AgreeAsync(second, correction);
        await EndedAsync(supplier, correction);
        Assert.Equal(NewName, (await vault.OpenAsync<Identity>(person, For.Account)).OrNull!.FullName);

        // a part
        var part = await AskDeletionAsync(supplier, phone);
        await TakeAsync(second, part);
        await DoAsync(second, "Fulfil", language == "en" ? "The number goes." : "号码将被删除。");
        await AgreeAsync(first, part);
        await EraseUntilAsync(scope.ServiceProvider, supplier, part);
        Assert.IsType<Opening<Phone>.Erased>(await vault.OpenAsync<Phone>(person, For.LeasingContact));
        Assert.IsType<Opening<Identity>.Opened>(await vault.OpenAsync<Identity>(person, For.Account));

        // a refusal says its ground, its words and where else to turn
        var refused = await AskDeletionAsync(supplier, part: null);
        await TakeAsync(first, refused);
        await first.Page.CheckAsync("input[value=Refuse]:enabled");
        await first.Page.SelectOptionAsync("#ground", nameof(DenialGround.LegalHold));
        await DoAsync(first, "Refuse", language == "en" ? "A court asked us to keep it." : "法院要求我们保存。");
        await AgreeAsync(second, refused);
        await EndedAsync(supplier, refused);
        await ReadRefusalAsync(supplier, language, refused);

        // a complaint is heard by somebody who decided nothing in it
        await supplier.Page.ClickAsync($"a[href*='kind=Complaint'][href*='{refused}']");
        await supplier.InteractiveAsync();
        await supplier.Page.FillAsync("#text", language == "en" ? "There is no such court." : "没有这样的法院。");
        await supplier.Page.ClickAsync("main .actions button:not(.secondary)");
        await supplier.Page.Locator(".notice.success").WaitForAsync();
        var complaint = Reference(supplier);
        await OpenAsync(first, complaint);
        await Expect(first.Page.Locator("input[value=Claim]")).ToHaveCountAsync(0);
        await TakeAsync(third, complaint);
        await DoAsync(third, "Answer", language == "en" ? "You are right, please ask again." : "您说得对，请再次提出。");
        await EndedAsync(supplier, complaint);

        // everything, and with it the account
        var all = await AskDeletionAsync(supplier, part: null);
        await TakeAsync(third, all);
        await DoAsync(third, "Fulfil", language == "en" ? "All of it goes." : "全部删除。");
        await AgreeAsync(first, all);
        await CertifiedAsync(scope.ServiceProvider, supplier, person, mailbox);
        Assert.IsType<Opening<Identity>.Erased>(await vault.OpenAsync<Identity>(person, For.Account));
        await supplier.GotoAsync("/home");
        Assert.Contains("/account/sign-in", supplier.Page.Url, StringComparison.Ordinal);

        Assert.All([supplier, first, second, third], visit =>
        {
            Assert.Empty(visit.Complaints);
            Assert.Empty(Canary.Search("addresses", visit.Addresses, mailbox, Registrant.Name, "Zylphia"));
        });
    }

    /// <summary>The package with everything is made, fetched once and opened.</summary>
    private async Task TakeCopyAsync(BrowserVisit supplier)
    {
        await supplier.Page.Locator(".copy button.button").ClickAsync();
        await supplier.Page.Locator(".copy form button").WaitForAsync();
        var download = await supplier.Page.RunAndWaitForDownloadAsync(() => supplier.Page.Locator(".copy form button").ClickAsync());
        var package = await File.ReadAllBytesAsync(await download.PathAsync());
        await supplier.Page.Locator(".copy form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        var keys = await browser.Services.GetRequiredService<SigningKeys>().PublishedAsync();
        Assert.NotNull(PackageManifest.Verify(package, keys));
        Assert.Contains(PackageZip.Read(package)!, file => file.Name == DossierHtml.Name && Encoding.UTF8.GetString(file.Bytes).Contains(Registrant.Number, StringComparison.Ordinal));
    }

    /// <summary>The picture that shows it, in the open case.</summary>
    private static async Task SeePictureAsync(BrowserVisit officer)
    {
        var link = await officer.Page.Locator(".timeline a[target=_blank]").GetAttributeAsync("href");
        var picture = await officer.Page.APIRequest.GetAsync(new Uri(new Uri(officer.Page.Url), link).ToString());
        Assert.Equal((200, "image/jpeg"), (picture.Status, picture.Headers["content-type"]));
    }

    /// <summary>Ground, words, and where else to turn: on the page and in the letter.</summary>
    private static async Task ReadRefusalAsync(BrowserVisit supplier, string language, string reference)
    {
        var ground = language == "en" ? "needed for a legal claim that is under way" : "正在进行的法律纠纷需要该信息";
        var words = language == "en" ? "A court asked us to keep it." : "法院要求我们保存。";
        var route = ComplaintRoutes.In(language, "CN");
        var notice = supplier.Page.Locator("aside .notice.danger, main .notice.danger").First;
        await Expect(notice).ToContainTextAsync(ground);
        await Expect(notice).ToContainTextAsync(route);
        await Expect(supplier.Page.Locator(".timeline")).ToContainTextAsync(words);
        await supplier.GotoAsync($"/privacy/requests/{reference}/letter");
        var letter = supplier.Page.Locator("article.letter");
        foreach (var said in (string[])[ground, words, route])
        {
            await Expect(letter).ToContainTextAsync(said);
        }

        await supplier.GotoInteractiveAsync($"/privacy/requests/{reference}");
    }

    private static async Task<string> ProposeNameAsync(BrowserVisit supplier)
    {
        await supplier.GotoInteractiveAsync("/privacy/correct/checked");
        await supplier.Page.FillAsync("#FullName:enabled", NewName);
        await supplier.Page.ClickAsync("form .actions .button");
        await supplier.Page.Locator(".notice.success:focus").WaitForAsync();
        var picture = new FilePayload { Name = "certificate.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(640, 480) };
        await supplier.Page.RunAndWaitForResponseAsync(() => supplier.Page.SetInputFilesAsync("#evidence:enabled", picture), answer => answer.Request.Method == "PUT" && answer.Ok);
        await supplier.GotoInteractiveAsync("/privacy/requests");
        var link = supplier.Page.Locator("main a.mono[href^='/privacy/requests/REQ-']").First;
        return (await link.GetAttributeAsync("href"))!.Split('/')[^1];
    }

    /// <param name="part">The words beside a kind of data; null for everything.</param>
    private static async Task<string> AskDeletionAsync(BrowserVisit supplier, string? part)
    {
        await supplier.GotoInteractiveAsync("/privacy/delete");
        await supplier.Page.Locator("input[name=reach]:enabled").Nth(part is null ? 0 : 1).CheckAsync();
        if (part is not null)
        {
            await supplier.Page.Locator("label.choice", new() { HasText = part }).Locator("input").CheckAsync();
        }

        await supplier.Page.Locator("input[name=ground]").Nth(2).CheckAsync();
        await supplier.Page.ClickAsync("form button");
        await supplier.Page.Locator("#plan:focus").WaitForAsync();
        await supplier.Page.ClickAsync("button.danger");
        await supplier.Page.Locator(".notice.success").WaitForAsync();
        return Reference(supplier);
    }

    private static string Reference(BrowserVisit visit) => new Uri(visit.Page.Url).Segments[^1];

    private static async Task OpenAsync(BrowserVisit officer, string reference)
    {
        await officer.GotoInteractiveAsync($"/staff/requests/{reference}");
        await officer.Page.Locator("input[name=task]:enabled").First.WaitForAsync();
    }

    private static async Task TakeAsync(BrowserVisit officer, string reference)
    {
        await OpenAsync(officer, reference);
        await officer.Page.CheckAsync("input[value=Claim]:enabled");
        await officer.Page.ClickAsync(Send);
        await officer.Page.Locator("input[value=Release]:enabled").WaitForAsync();
    }

    private static async Task DoAsync(BrowserVisit officer, string task, string words)
    {
        await officer.Page.CheckAsync($"input[value={task}]:enabled");
        await officer.Page.FillAsync("#words", words);
        await officer.Page.ClickAsync(Send);
        await officer.Page.Locator($"input[value={task}]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task AgreeAsync(BrowserVisit officer, string reference)
    {
        await OpenAsync(officer, reference);
        await officer.Page.CheckAsync("input[value=Approve]:enabled");
        await officer.Page.ClickAsync(Send);
        await officer.Page.Locator("input[value=Approve]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The supplier's page says so by itself or when it is opened.</summary>
    private static async Task EndedAsync(BrowserVisit supplier, string reference)
    {
        await supplier.GotoInteractiveAsync($"/privacy/requests/{reference}");
        await supplier.Page.Locator($"a[href*='kind=Complaint'][href*='{reference}']").WaitForAsync();
    }

    private static async Task EraseUntilAsync(IServiceProvider services, BrowserVisit supplier, string reference)
    {
        await supplier.GotoInteractiveAsync($"/privacy/requests/{reference}");
        var ended = supplier.Page.Locator("a[href^='/privacy/erasure?number=']");
        for (var round = 0; round < 50 && await ended.CountAsync() == 0; round++)
        {
            // the host's own rounds may be at it too: whoever comes second finds it done
            await services.GetRequiredService<ErasureRound>().RunAsync();
        }

        await ended.WaitForAsync();
    }

    /// <summary>The letter leads to the certificate, which nobody has to sign in for.</summary>
    private static async Task CertifiedAsync(IServiceProvider services, BrowserVisit supplier, Guid person, string mailbox)
    {
        const string address = $"{ErasuresFeature.CertificatePath}?token=";
        var folder = services.GetRequiredService<MailFolder>();
        var vault = services.GetRequiredService<Vault>();
        string? Text() => folder.List().FirstOrDefault(letter => letter.To == mailbox && letter.Text.Contains(address, StringComparison.Ordinal))?.Text;
        // the letter about the part goes with everything else: the one that comes afterwards is meant
        for (var round = 0; round < 50 && (await vault.OpenAsync<Identity>(person, For.Account) is not Opening<Identity>.Erased || Text() is null); round++)
        {
            await services.GetRequiredService<ErasureRound>().RunAsync();
            await services.GetRequiredService<MailRound>().RunAsync();
        }

        await supplier.GotoAsync($"{address}{Text()!.Split(address)[1].Split('\n')[0].Trim()}");
        await supplier.Page.Locator("a[download]").WaitForAsync();
    }
}
