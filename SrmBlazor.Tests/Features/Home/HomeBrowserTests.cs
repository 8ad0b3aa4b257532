using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Home;

[Collection(BrowserCollection.Name)]
public sealed class HomeBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task From_the_letter_to_the_receipt_pages_are_accessible_quiet_and_fit_a_phone(string language, bool dark)
    {
        var name = $"{language}_{(dark ? "dark" : "light")}";
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        var supplier = await ActivateAsync(scope.ServiceProvider, visit, language, shown: part => visit.CheckAsync($"{part}_{name}"));
        await visit.CheckAsync($"home_{name}");
        await visit.GotoInteractiveAsync("/privacy/data");
        await visit.Page.Locator(".held .card").First.WaitForAsync();
        await visit.Page.Locator(".held details").First.Locator("summary").ClickAsync();
        await visit.Page.Locator(".held .quiet").First.ClickAsync();
        await visit.Page.GetByText(Registrant.Number).WaitForAsync();
        await visit.Page.Locator(".held .secondary").First.ClickAsync();
        await visit.CheckAsync($"data-open_{name}");
        await visit.GotoInteractiveAsync("/home");

        await DecideAsync(scope.ServiceProvider, supplier, (decisions, reference, stamp, act) => decisions.AskCorrectionAsync(reference, stamp, Enum.GetValues<CaseItem>(), "Please look again: name and number differ from the scan.", act));
        await visit.Page.Locator("a[href='/home/correct']").WaitForAsync();
        await visit.CheckAsync($"home-asked_{name}");
        await visit.Page.Locator("a[href='/home/correct']").ClickAsync();
        await visit.Page.Locator("#FullName:enabled").WaitForAsync();
        await visit.Page.FillAsync("#IdNumber", "110105194912310021");
        await visit.Page.Locator("form .actions .button").Last.ClickAsync();
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await visit.CheckAsync($"correct_{name}");
        await visit.Page.FillAsync("#IdNumber", Registrant.Number);
        await visit.Page.SetInputFilesAsync("#scan", new FilePayload { Name = "id.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(640, 400) });
        await visit.Page.Locator(".scan-kept img").WaitForAsync();
        await visit.Page.Locator("form .actions .button").Last.ClickAsync();
        await visit.Page.ArriveAsync("/home$");

        await DecideAsync(scope.ServiceProvider, supplier, (decisions, reference, stamp, act) => decisions.AcceptAsync(reference, stamp, act));
        await visit.Page.Locator("#receipts").WaitForAsync();
        await visit.CheckAsync($"home-verified_{name}");
        await visit.Page.Locator("a[href^='/home/receipts/']").First.ClickAsync();
        await visit.Page.Locator(".answers").WaitForAsync();
        await visit.CheckAsync($"receipt_{name}");
    }

    [BrowserFact]
    [Promise("P-5.7-06")]
    public async Task The_scan_and_the_receipts_of_a_supplier_are_theirs_alone()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var owner = await browser.VisitAsync();
        await using var stranger = await browser.VisitAsync();
        await using var nobody = await browser.VisitAsync();
        var supplier = await ActivateAsync(scope.ServiceProvider, owner, "en");
        await ActivateAsync(scope.ServiceProvider, stranger, "en");

        var own = await owner.Page.Context.APIRequest.GetAsync(browser.Url + HomeFeature.HeldScanPath);
        var refused = await nobody.Page.Context.APIRequest.GetAsync(browser.Url + HomeFeature.HeldScanPath, new() { MaxRedirects = 0 });
        await DecideAsync(scope.ServiceProvider, supplier, (decisions, reference, stamp, act) => decisions.AcceptAsync(reference, stamp, act));
        var receipt = Assert.Single(await scope.ServiceProvider.GetRequiredService<SupplierHome>().ReceiptsAsync(new Act(supplier.Person, Role.Supplier, DateTime.UtcNow)));
        var address = $"{browser.Url}/home/receipts/{receipt.Number}";

        Assert.Equal((200, "no-store"), (own.Status, own.Headers["cache-control"]));
        Assert.NotEqual(200, refused.Status);
        Assert.Equal(200, (await owner.Page.Context.APIRequest.GetAsync(address)).Status);
        Assert.Equal(404, (await stranger.Page.Context.APIRequest.GetAsync(address)).Status);
        Assert.Equal(404, (await owner.Page.Context.APIRequest.GetAsync(browser.Url + HomeFeature.HeldScanPath)).Status);
    }

    [BrowserFact]
    [Promise("P-3.1-07")]
    public async Task Following_the_link_alone_uses_nothing_up_and_a_used_link_says_so()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(script: false);
        var supplier = await Registrant.SubmitAsync(scope.ServiceProvider, Answers());
        var path = $"/account/activate?token={await supplier.LinkAsync(scope.ServiceProvider)}";

        await visit.GotoAsync(path);
        await visit.GotoAsync(path);
        await visit.Page.FillAsync("#password", "short");
        await visit.Page.Locator("form .button").ClickAsync();
        await visit.Page.Locator(".summary").WaitForAsync();
        await visit.Page.FillAsync("#password", Registrant.Password);
        await visit.Page.Locator("form .button").ClickAsync();
        await visit.Page.Locator(".notice.success").WaitForAsync();
        await visit.GotoAsync(path);

        await visit.Page.GetByText("It has already been used").WaitForAsync();
    }

    private static Registration.Answers Answers() => Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example" };

    internal static async Task<Registrant> ActivateAsync(IServiceProvider services, BrowserVisit visit, string language, Func<string, Task>? shown = null, Registration.Answers? given = null)
    {
        var answers = given ?? Answers();
        var supplier = await Registrant.SubmitAsync(services, answers, language);
        await visit.GotoAsync($"/account/activate?token={await supplier.LinkAsync(services)}");
        await (shown?.Invoke("activate") ?? Task.CompletedTask);
        await visit.Page.FillAsync("#password", Registrant.Password);
        await visit.Page.Locator("form .button").ClickAsync();
        await visit.Page.Locator(".notice.success").WaitForAsync();
        await (shown?.Invoke("activated") ?? Task.CompletedTask);
        await visit.Page.Locator("main .button").ClickAsync();
        await visit.Page.FillAsync("#mailbox", answers.Mailbox!);
        await visit.Page.FillAsync("#password", Registrant.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/home$");
        await visit.InteractiveAsync();
        await visit.Page.Locator("#my-data").WaitForAsync();
        return supplier;
    }

    internal static async Task DecideAsync(IServiceProvider services, Registrant supplier, Func<Decisions, string, Guid, Act, Task<DecisionResult>> decide)
    {
        var registration = await supplier.RegistrationAsync(services);
        Assert.IsType<DecisionResult.Done>(await decide(services.GetRequiredService<Decisions>(), registration.Reference, registration.Stamp, new Act(Guid.NewGuid(), Role.Verifier, DateTime.UtcNow)));
    }
}
