using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>An application of their own: a major version would lie over the pages of all other tests.</summary>
public sealed class PolicyBrowser : Browser;

[Collection(BrowserCollection.Name)]
public sealed class PolicyBrowserTests(PolicyBrowser browser) : IClassFixture<PolicyBrowser>
{
    private const string Dialog = "dialog.policy-news:modal";

    [BrowserFact]
    public async Task What_staff_publish_as_major_is_over_the_suppliers_open_page_at_once_until_it_is_read()
    {
        var person = Guid.Empty;
        await using var supplier = await SignInAsync(Role.Supplier, registered: one => person = one);
        await using var officer = await SignInAsync(Role.PrivacyOfficer);
        await AgreeAsync(person);
        Assert.IsType<Opening<Department>.Opened>(await DepartmentAsync(person));
        await supplier.GotoInteractiveAsync("/home");
        await officer.GotoInteractiveAsync("/staff/policy");
        var staff = officer.Page;

        await staff.Locator("main .button, main .notice a").First.ClickAsync();
        await staff.Locator("nav a[href$='section=08-security']").ClickAsync();
        await Expect(staff.Locator("nav a[href$='section=08-security'][aria-current]")).ToBeVisibleAsync();
        await AppendAsync(staff.Locator("#text-en"), "A sentence for the door.");
        await AppendAsync(staff.Locator("#text-zh"), "门上的一句话。");
        await staff.GetByRole(AriaRole.Button, new() { Name = "Save this section" }).ClickAsync();
        await Expect(staff.Locator("ins").Filter(new() { HasText = "A sentence for the door." })).ToBeVisibleAsync();
        await Expect(staff.Locator(".card.policy[lang=en]").First).ToContainTextAsync("A sentence for the door.");
        await Expect(staff.Locator(".card.policy[lang=zh-CN]").First).ToContainTextAsync("门上的一句话。");
        await staff.GetByRole(AriaRole.Checkbox, new() { Name = "Owner or organisation" }).CheckAsync();
        await staff.GetByRole(AriaRole.Checkbox, new() { Name = "Your place at work" }).CheckAsync();
        await staff.FillAsync("#changes-en", "The company has a new owner.");
        await staff.FillAsync("#changes-zh", "公司所有者变更。");
        await staff.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publish version") }).ClickAsync();
        await staff.ArriveAsync(@"/staff/policy\?published=");

        // what was agreed to before is not agreed to any more: nothing of it opens
        Assert.IsType<Opening<Department>.Refused>(await DepartmentAsync(person));
        var dialog = supplier.Page.Locator(Dialog);
        await Expect(dialog).ToContainTextAsync("The company has a new owner.");
        await Expect(dialog).ToHaveAccessibleNameAsync("The privacy policy has changed");
        await supplier.Page.Keyboard.PressAsync("Escape");
        await supplier.Page.Keyboard.PressAsync("Tab");
        Assert.True(await supplier.Page.EvaluateAsync<bool>("document.querySelector('dialog.policy-news').contains(document.activeElement)"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await supplier.GotoInteractiveAsync("/home");
        await Expect(supplier.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(supplier.Page.Locator(".policy-news")).ToHaveCountAsync(0);
        Assert.IsType<Opening<Department>.Refused>(await DepartmentAsync(person));
        await AgreeAsync(person);
        Assert.IsType<Opening<Department>.Opened>(await DepartmentAsync(person));
        await using var db = browser.Services.GetRequiredService<Store>().Read();
        var version = await db.Set<PolicyVersion>().MaxAsync(one => one.Number);
        Assert.True(await db.Set<PolicyNotice>().AnyAsync(notice => notice.Version == version && notice.SeenOn != null && notice.DismissedOn != null));
        Assert.Empty(supplier.Complaints);
        Assert.Empty(officer.Complaints);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_without_a_circuit_announces_it_too_with_and_without_script(bool script)
    {
        await using var supplier = await SignInAsync(Role.Supplier, script: script);
        await PublishAsync(MajorKinds.Rights);

        await supplier.GotoAsync("/policy");
        await Expect(supplier.Page.Locator(script ? Dialog : "dialog.policy-news[open]")).ToContainTextAsync(PolicyStaff.Why.English);
        await supplier.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).ClickAsync();

        await Expect(supplier.Page.Locator("h1")).ToHaveTextAsync("Privacy policy");
        await Expect(supplier.Page.Locator(".policy-news")).ToHaveCountAsync(0);
        Assert.EndsWith("/policy", supplier.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_minor_version_is_a_banner_until_it_is_dismissed()
    {
        await using var supplier = await SignInAsync(Role.Supplier);
        await supplier.GotoInteractiveAsync("/home");
        await ReadAsync(supplier);

        await PublishAsync(MajorKinds.None);

        await Expect(supplier.Page.Locator("aside.policy-news")).ToContainTextAsync("The privacy policy was updated");
        await Expect(supplier.Page.Locator("dialog.policy-news")).ToHaveCountAsync(0);
        await supplier.Page.GetByRole(AriaRole.Button, new() { Name = "Do not show this again" }).ClickAsync();
        await Expect(supplier.Page.Locator(".policy-news")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Of_two_editors_the_second_sees_both_texts_and_loses_nothing()
    {
        await using var one = await SignInAsync(Role.PrivacyOfficer);
        await using var other = await SignInAsync(Role.Administrator);
        await Staff.BeginAsync();
        foreach (var visit in new[] { one, other })
        {
            await visit.GotoInteractiveAsync("/staff/policy/draft?section=06-borders");
            await Expect(visit.Page.Locator("#text-en")).ToBeEnabledAsync();
        }

        await other.Page.FillAsync("#text-en", "# 6 Across borders {#borders}\n\nOf the other.");
        await AppendAsync(one.Page.Locator("#text-en"), "Of the one.");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Save this section" }).ClickAsync();
        await Expect(one.Page.Locator("p.saved")).ToHaveTextAsync("Saved.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Save this section" }).ClickAsync();

        var told = other.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "A colleague saved this section meanwhile" });
        await Expect(told.Locator("del").Filter(new() { HasText = "Of the one." })).ToBeVisibleAsync();
        await Expect(other.Page.Locator("#text-en")).ToHaveValueAsync("# 6 Across borders {#borders}\n\nOf the other.");
        Assert.Empty(await other.ViolationsAsync());
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Expect(told).ToHaveCountAsync(0);
        Assert.Contains("Of the one.", await other.Page.InputValueAsync("#text-en"), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("en", "Discard draft", "Discard it for good", "A colleague discarded the draft")]
    [InlineData("zh-CN", "放弃草稿", "确认放弃", "一位同事已放弃")]
    public async Task A_discarded_draft_is_told_to_the_second_editor_who_keeps_what_was_typed(string language, string discard, string yes, string told)
    {
        await using var one = await SignInAsync(Role.PrivacyOfficer, language);
        await using var other = await SignInAsync(Role.Administrator, language, dark: true);
        await Staff.BeginAsync();
        await Staff.AddAsync("06-borders");
        foreach (var visit in new[] { one, other })
        {
            await visit.GotoInteractiveAsync("/staff/policy/draft?section=06-borders");
            await Expect(visit.Page.Locator("#text-en")).ToBeEnabledAsync();
        }

        await AppendAsync(other.Page.Locator("#text-en"), "Not saved by the other.");
        await other.Page.Locator("#text-zh").FocusAsync();
        await one.Page.GetByRole(AriaRole.Button, new() { Name = discard }).PressAsync("Enter");
        await Expect(one.Page.Locator("[aria-labelledby=discard-sure] li").First).ToBeVisibleAsync();
        await Expect(one.Page.Locator("[aria-labelledby=discard-sure]")).ToBeFocusedAsync();
        await CheckAsync(one, $"policy-discard_{language}");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = yes }).ClickAsync();

        await one.Page.ArriveAsync(@"/staff/policy\?discarded=");
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(told);
        Assert.Contains("Not saved by the other.", await other.Page.InputValueAsync("#kept-en-06-borders"), StringComparison.Ordinal);
        await CheckAsync(other, $"policy-discarded_{language}");
        await CheckAsync(one, $"policy-list-discarded_{language}");
        Assert.Null(await Staff.Desk.OpenAsync(Staff.Act));
    }

    [BrowserFact]
    public async Task A_draft_is_asked_again_and_a_refusal_holds_until_the_next_major_version()
    {
        await using var visit = await browser.VisitAsync();
        await using var refusing = await browser.VisitAsync(script: false);
        await visit.GotoAsync("/register");
        await visit.Page.Locator("button[value=accept]").ClickAsync();
        await visit.Page.Locator("input[type=radio]").Last.CheckAsync();
        await visit.Page.SelectOptionAsync("#country", "CN");
        await visit.Page.Locator("form .actions button").ClickAsync();
        await refusing.GotoAsync("/register");
        await refusing.Page.Locator("button[value=reject]").ClickAsync();

        await PublishAsync(MajorKinds.None);
        await refusing.GotoAsync("/register");
        await Expect(refusing.Page.Locator("h1")).ToHaveTextAsync("You did not accept the privacy policy");
        await visit.GotoAsync("/register");
        await Expect(visit.Page.Locator("button[value=accept]")).ToHaveCountAsync(0);

        await PublishAsync(MajorKinds.Recipients);
        await refusing.GotoAsync("/register");
        await Expect(refusing.Page.Locator("button[value=accept]")).ToBeVisibleAsync();
        await visit.GotoAsync("/register");
        await Expect(visit.Page.GetByText("The policy changed in a major way")).ToBeVisibleAsync();
        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.Locator("button[value=accept]").ClickAsync();
        await Expect(visit.Page.Locator("a.button[href^='/register/']")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task The_pages_of_the_policy_are_accessible_quiet_and_fit_a_phone(string language, bool dark)
    {
        var name = $"{language}_{(dark ? "dark" : "light")}";
        await PublishAsync(MajorKinds.Rights | MajorKinds.ContactChannels, "work-profile");
        await Staff.BeginAsync();
        await Staff.AddAsync("06-borders");
        await using var visitor = await browser.VisitAsync(language, dark: dark);
        await using var supplier = await SignInAsync(Role.Supplier, language, dark);
        await using var officer = await SignInAsync(Role.PrivacyOfficer, language, dark);

        foreach (var (path, page) in new[] { ("/policy/versions", "versions"), ("/policy/versions/1?lang=zh-CN", "version"), ("/policy/changes", "changes"), ("/policy", "policy") })
        {
            await visitor.GotoAsync(path);
            await CheckAsync(visitor, $"policy-{page}_{name}");
        }

        await supplier.GotoInteractiveAsync("/home");
        await supplier.Page.Locator(Dialog).WaitForAsync();
        await CheckAsync(supplier, $"policy-news_{name}", whole: false);
        await ReadAsync(supplier);
        await PublishAsync(MajorKinds.None);
        await supplier.Page.Locator("aside.policy-news").WaitForAsync();
        await CheckAsync(supplier, $"policy-banner_{name}");
        await Staff.BeginAsync();
        await Staff.AddAsync("06-borders");
        await officer.GotoInteractiveAsync("/staff/policy");
        await officer.Page.Locator("main table").WaitForAsync();
        await CheckAsync(officer, $"policy-staff_{name}");
        await officer.GotoInteractiveAsync("/staff/policy/draft?section=06-borders");
        await officer.Page.Locator("#text-en:enabled").WaitForAsync();
        await CheckAsync(officer, $"policy-draft_{name}");
    }

    private PolicyStaff Staff => new(browser.Services.CreateScope().ServiceProvider);

    private Task<int> PublishAsync(MajorKinds kinds, params string[] purposes) => Staff.PublishNewAsync(kinds, purposes);

    /// <summary>Whatever is over the page is read.</summary>
    private static async Task ReadAsync(BrowserVisit visit)
    {
        if (await visit.Page.Locator(".policy-news button").CountAsync() > 0)
        {
            await visit.Page.Locator(".policy-news button").ClickAsync();
            await Expect(visit.Page.Locator(".policy-news")).ToHaveCountAsync(0);
        }
    }

    private static async Task AppendAsync(ILocator text, string sentence) => await text.FillAsync($"{await text.InputValueAsync()}\n\n{sentence}");

    /// <summary>Agrees to the work profile, as its page does it; a department is kept for it.</summary>
    private async Task AgreeAsync(Guid person)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var (services, act) = (scope.ServiceProvider, new Act(person, Role.Supplier, TimeProvider.System.Now()));
        var panel = (await services.GetRequiredService<MyConsents>().OpenAsync(For.WorkProfile.Key, "en", "/privacy/consents", act))!;
        Assert.True(await services.GetRequiredService<MyConsents>().DecideAsync(For.WorkProfile.Key, give: true, panel.Served, act));
        if (!panel.Given)
        {
            await using var work = await services.GetRequiredService<Store>().WriteAsync();
            await services.GetRequiredService<Vault>().SealAsync(work, person, new Department("Harbour lights"), For.WorkProfile, act, "test");
            await work.CommitAsync();
        }
    }

    private async Task<Opening<Department>> DepartmentAsync(Guid person)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Vault>().OpenAsync<Department>(person, For.WorkProfile);
    }

    private async Task<BrowserVisit> SignInAsync(Role role, string language = "en", bool dark = false, bool script = true, Action<Guid>? registered = null)
    {
        var mailbox = $"{Guid.NewGuid():N}@policy.example";
        var person = await new Population(browser.Services, new FakeTimeProvider(TimeProvider.System.GetUtcNow())).RegisterAsync(mailbox, role);
        registered?.Invoke(person);
        var visit = await browser.VisitAsync(language, dark: dark, script: script);
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", Population.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.LeaveSignInAsync();
        return visit;
    }

    private static async Task CheckAsync(BrowserVisit visit, string name, bool whole = true)
    {
        await visit.PictureAsync(name + "_1280", whole);
        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.PictureAsync(name + "_390", whole);
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
        await visit.Page.SetViewportSizeAsync(1280, 900);
    }
}
