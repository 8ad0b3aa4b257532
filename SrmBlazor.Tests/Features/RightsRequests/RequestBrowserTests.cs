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
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Side_by_side_a_question_goes_from_the_supplier_to_staff_and_back_and_is_appealed(string language)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var supplier = await browser.VisitAsync(language);
        await using var staff = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark: true);
        await supplier.SignInSupplierAsync(scope.ServiceProvider, language);

        await supplier.GotoInteractiveAsync("/privacy/requests");
        await supplier.CheckAsync($"requests-none_{language}");
        await supplier.Page.ClickAsync("a[href='/privacy/requests/new']");
        await supplier.Page.Locator("input[name=kind]:enabled").First.WaitForAsync();
        // what one does alone is there as a page and not as something to wait for
        Assert.Equal(
            ["/privacy/data", "/privacy/data#copy", "/privacy/transfer", "/privacy/correct", "/privacy/delete", "/privacy/close", "/privacy/restrict", "/privacy/restrict"],
            await supplier.Page.Locator(".own-pages a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        Assert.Equal(
            ["ChangeConsents", "Explain", "Complaint", "NextOfKin", "Other"],
            await supplier.Page.Locator("input[name=kind]").EvaluateAllAsync<string[]>("kinds => kinds.map(kind => kind.value)"));
        await supplier.Page.CheckAsync("input[value=Explain]:enabled");
        await supplier.Page.FillAsync("#text", "Why was I asked for the pelican?");
        await supplier.CheckAsync($"requests-new_{language}");
        await supplier.Page.ClickAsync("main .actions button:not(.secondary)");
        await supplier.Page.Locator(".notice.success").WaitForAsync();
        await supplier.InteractiveAsync();
        var reference = new Uri(supplier.Page.Url).Segments[^1];
        await supplier.CheckAsync($"request-sent_{language}");

        await staff.GotoInteractiveAsync("/staff/requests?sort=Newest");
        await staff.CheckAsync($"staff-requests_{language}");
        await staff.Page.ClickAsync($"a[href='/staff/requests/{reference}']");
        await staff.Page.CheckAsync("input[value=Claim]:enabled");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");
        await staff.Page.CheckAsync("input[value=AskClarification]:enabled");
        await staff.Page.FillAsync("#words", "Which of the two pelicans?");
        await staff.CheckAsync($"staff-request_{language}");
        await WhoComesFirstAsync(staff);
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        // the supplier's open page tells it by itself
        await Expect(supplier.Page.Locator(".timeline")).ToContainTextAsync("Which of the two pelicans?");
        await supplier.Page.FillAsync("#message", "The white one.");
        await supplier.CheckAsync($"request-asked_{language}");
        await supplier.Page.ClickAsync("#message >> xpath=ancestor::div[contains(@class,'field')]/following-sibling::p//button");
        await Expect(staff.Page.Locator(".timeline")).ToContainTextAsync("The white one.");
        await staff.Page.CheckAsync("input[value=Answer]:enabled");
        await staff.Page.FillAsync("#words", "Because the rule says so.");
        await staff.Page.ClickAsync("main .actions button:not(.secondary, .quiet)");

        await Expect(supplier.Page.Locator(".timeline")).ToContainTextAsync("Because the rule says so.");
        await supplier.CheckAsync($"request-answered_{language}");
        await supplier.Page.FillAsync("#appeal", "It does not.");
        await supplier.Page.ClickAsync("#appeal >> xpath=ancestor::div[contains(@class,'field')]/following-sibling::p//button");
        await Expect(staff.Page.Locator(".timeline")).ToContainTextAsync("It does not.");
        // who answered is not offered to hear the appeal
        Assert.Equal(0, await staff.Page.Locator("input[value=Uphold], input[value=Overturn], input[value=Claim]").CountAsync());
        await staff.GotoInteractiveAsync("/staff/requests/new");
        await staff.CheckAsync($"staff-entry_{language}");
        await EnterLetterAsync(staff, language);
        Assert.Empty(Canary.Search("addresses", [.. supplier.Addresses, .. staff.Addresses], "pelican"));
    }

    /// <summary>A letter is entered, and then its picture.</summary>
    private static async Task EnterLetterAsync(BrowserVisit staff, string language)
    {
        await staff.Page.FillAsync("#mailbox", "sender@letters.example");
        await staff.Page.FillAsync("#text", "By letter: what do you keep of me?");
        await staff.Page.ClickAsync("main .actions button");
        await staff.Page.Locator(".notice.success:focus").WaitForAsync();
        var picture = new FilePayload { Name = "letter.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(640, 480) };
        var sent = await staff.Page.RunAndWaitForResponseAsync(
            () => staff.Page.SetInputFilesAsync("#evidence:enabled", picture), answer => answer.Request.Method == "PUT" && answer.Url.EndsWith("/evidence", StringComparison.Ordinal));
        Assert.Equal(200, sent.Status);
        await Expect(staff.Page.Locator(".saved")).ToHaveTextAsync(language == "en" ? "The picture has arrived." : "图片已收到。");
        await staff.CheckAsync($"staff-entered_{language}");
        await staff.Page.ClickAsync("main .actions a.button");
        await staff.Page.Locator(".timeline a[target=_blank]").WaitForAsync();
    }

    /// <summary>Who asks and until when: above what is to do on a phone and wherever the page is enlarged, beside it on a desk.</summary>
    private static async Task WhoComesFirstAsync(BrowserVisit staff)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await staff.Page.SetViewportSizeAsync(width, 900);
            var (aside, work) = (await BoxAsync(".case-split > aside"), await BoxAsync(".case-split > aside + *"));
            Assert.True(width == 390 ? aside.Y + aside.Height < work.Y : aside.X > work.X + work.Width && Math.Abs(aside.Y - work.Y) < 1);
        }

        async Task<LocatorBoundingBoxResult> BoxAsync(string what) => (await staff.Page.Locator(what).BoundingBoxAsync())!;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
