using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

[Collection(BrowserCollection.Name)]
public sealed class SharingBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task From_two_questions_of_their_own_to_one_letter_abroad_the_pages_are_accessible_and_quiet(string language, bool dark)
    {
        var name = $"{language}_{(dark ? "dark" : "light")}";
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        var supplier = await SignInAsync(scope.ServiceProvider, visit, language);
        await Subjects.ClearedAsync(scope.ServiceProvider, supplier.Person);
        await visit.GotoInteractiveAsync("/home");
        await visit.Page.Locator("a[href='/privacy/sharing']").First.ClickAsync();
        var card = visit.Page.Locator(".card", new() { Has = visit.Page.Locator("#to-example-works") });
        await card.Locator("button.secondary:enabled").ClickAsync();

        await card.Locator(".actions.equal").WaitForAsync();
        await visit.CheckAsync($"sharing-ask_{name}");
        await card.Locator(".actions.equal button").First.ClickAsync();
        await Expect(card.Locator("h4")).ToHaveTextAsync(language == "en" ? "Sending your data abroad" : "向境外提供您的信息");
        await visit.CheckAsync($"sharing-border_{name}");
        await card.Locator(".actions.equal button").First.ClickAsync();
        await card.Locator(".answers").WaitForAsync();
        Assert.Equal(4, await card.Locator(".answers > div").CountAsync());
        await visit.CheckAsync($"sharing-offer_{name}");
        await card.Locator("button:not(.secondary, .quiet)").ClickAsync();
        await visit.Page.Locator("#past ~ .stacked tbody tr").WaitForAsync();
        await visit.CheckAsync($"sharing-sent_{name}");
        await CorrectAsync(visit, name);
        await using var staff = await browser.VisitAsAsync(Role.PrivacyOfficer, language, dark);
        await staff.GotoInteractiveAsync("/staff/recipients");
        await staff.Page.Locator("tbody select:enabled").First.WaitForAsync();
        await staff.CheckAsync($"recipients_{name}");

        await visit.GotoAsync("/suppliers");
        await visit.CheckAsync($"suppliers_{name}");

        var disclosure = await DisclosureAsync(scope.ServiceProvider, supplier.Person);
        Assert.Equal(("example-works", "identity.FullName mailbox.Address position.Name city.Name"), (disclosure.RecipientKey, disclosure.Items));
        Assert.Empty(Canary.Search("addresses", visit.Addresses, Registrant.Name, "Shenzhen", "Keeper"));
    }

    [BrowserFact]
    public async Task A_no_in_Chinese_leaves_one_quiet_line_and_the_keyboard_where_it_was()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync("zh-CN");
        await SignInAsync(scope.ServiceProvider, visit, "zh-CN");
        await visit.GotoInteractiveAsync("/privacy/sharing");
        var card = visit.Page.Locator(".card", new() { Has = visit.Page.Locator("#to-example-components") });
        await card.Locator("button.secondary:enabled").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await card.Locator(".actions.equal button").Last.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(card.Locator(".ask-first")).ToContainTextAsync("您没有同意“向关联公司提供您的资料”");
        await Expect(card.Locator(".ask-first")).ToBeFocusedAsync();
        Assert.Equal(0, await card.Locator(".ask-first button").CountAsync());
        await visit.CheckAsync("sharing-no_zh-CN");
        await card.Locator("button.quiet").ClickAsync();
        await Expect(card.Locator("button.secondary")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_public_list_shows_who_agreed_without_script_and_is_not_for_search_engines(string language)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, script: false);
        var listed = $"Qvarnström {string.Concat(Guid.NewGuid().ToByteArray().Select(octet => (char)('a' + octet % 26)))}";
        var supplier = await ActivateAsync(scope.ServiceProvider, language, listed);
        var act = new Act(supplier.Person, Role.Supplier, DateTime.UtcNow);
        var registration = await supplier.RegistrationAsync(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, new Act(Guid.NewGuid(), Role.Verifier, DateTime.UtcNow));
        await DecideAsync(scope.ServiceProvider, act, give: true);

        await visit.GotoAsync("/suppliers");
        await visit.PictureAsync($"suppliers_{language}");
        var before = await visit.Page.GetByText(listed).CountAsync();
        var robots = await visit.Page.Locator("meta[name=robots]").GetAttributeAsync("content");
        await DecideAsync(scope.ServiceProvider, act, give: false);
        await visit.GotoAsync("/suppliers");

        Assert.Equal(1, before);
        Assert.Contains("noindex", robots, StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.GetByText(listed).CountAsync());
    }

    /// <summary>What was sent is corrected: the receipt says who is told.</summary>
    private static async Task CorrectAsync(BrowserVisit visit, string name)
    {
        await visit.GotoInteractiveAsync("/privacy/correct");
        await visit.Page.FillAsync("#Position:enabled", "Warden");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".notice.success a[href='/privacy/sharing#told']").WaitForAsync();
        await visit.CheckAsync($"corrected-told_{name}");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task DecideAsync(IServiceProvider services, Act act, bool give)
    {
        var consents = services.GetRequiredService<Consents.MyConsents>();
        var panel = await consents.OpenAsync(For.PublicListing.Key, "en", "/privacy/consents", act);
        Assert.True(await consents.DecideAsync(For.PublicListing.Key, give, panel!.Served, act));
    }

    private static async Task<Disclosure> DisclosureAsync(IServiceProvider services, Guid person)
    {
        await using var db = services.GetRequiredService<Store>().Read();
        return await db.Set<Disclosure>().AsNoTracking().SingleAsync(one => one.PersonId == person);
    }

    private static async Task<Registrant> ActivateAsync(IServiceProvider services, string language, string name)
    {
        var supplier = await Registrant.SubmitAsync(services, Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example", FullName = name }, language);
        Assert.IsType<ActivationResult.Activated>(await services.GetRequiredService<Activations>().ActivateAsync(await supplier.LinkAsync(services), Registrant.Password));
        return supplier;
    }

    private static async Task<Registrant> SignInAsync(IServiceProvider services, BrowserVisit visit, string language)
    {
        var supplier = await ActivateAsync(services, language, Registrant.Name);
        var mailbox = (await services.GetRequiredService<Vault>().OpenAsync<Accounts.Mailbox>(supplier.Person, For.Account)).OrNull!.Address;
        await visit.SignInAsync(mailbox, Registrant.Password);
        return supplier;
    }
}
