using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Screening.Cases;

[Collection(BrowserCollection.Name)]
public sealed class ScreeningBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, "Clear", "Propose to confirm", "Agree: confirm it", "under review", "contest it here")]
    [InlineData("zh-CN", true, "排除", "建议确认", "同意确认", "正在审查中", "提出异议")]
    public async Task One_hit_is_cleared_by_a_screener_another_confirmed_by_a_second_and_the_supplier_only_sees_a_review(
        string language, bool dark, string clear, string propose, string agree, string underReview, string decided)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var supplier = await browser.VisitAsync(language, dark: dark);
        var registrant = await supplier.SignInSupplierAsync(services, language, Registrant.Everything with { FullName = Subjects.Listed, Nationality = "RU" });
        var reference = await ScreenedAsync(services, registrant);
        await using var screener = await browser.VisitAsAsync(Role.Screener, language, dark);
        await using var second = await browser.VisitAsAsync(Role.Screener, language, dark);

        await supplier.GotoInteractiveAsync("/home");
        await Expect(supplier.Page.Locator("[aria-labelledby=review-title]")).ToContainTextAsync(underReview);
        await supplier.CheckAsync($"screening-home_{language}");
        await screener.GotoInteractiveAsync("/staff/screening");
        await screener.Page.GetByRole(AriaRole.Link, new() { Name = reference }).WaitForAsync();
        await screener.CheckAsync($"screening-queue_{language}");
        await screener.GotoInteractiveAsync($"/staff/screening/{reference}");
        var near = screener.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Odrina Zantropow" });
        await near.Locator("select:enabled").WaitForAsync();
        await screener.CheckAsync($"screening-case_{language}");
        await near.Locator("select").SelectOptionAsync(nameof(DecisionReason.OtherName));
        await near.Locator("textarea").FillAsync("Looked at the document.");
        await near.GetByRole(AriaRole.Button, new() { Name = clear, Exact = true }).ClickAsync();
        await Expect(near.Locator("textarea")).ToHaveCountAsync(0);
        var same = screener.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = Subjects.Listed });
        await same.Locator("select:enabled").SelectOptionAsync(nameof(DecisionReason.SamePerson));
        await same.Locator("textarea").FillAsync("Everything agrees.");
        await same.GetByRole(AriaRole.Button, new() { Name = propose }).ClickAsync();
        await Expect(same.Locator("textarea")).ToHaveCountAsync(0);
        await Expect(supplier.Page.Locator("[aria-labelledby=review-title]")).ToContainTextAsync(underReview);
        await second.GotoInteractiveAsync($"/staff/screening/{reference}");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = agree }).ClickAsync();

        await Expect(supplier.Page.Locator("[aria-labelledby=review-title]")).ToContainTextAsync(decided);
        await supplier.CheckAsync($"screening-decided_{language}");
        await using var db = services.GetRequiredService<Store>().Read();
        var own = await db.Set<ScreeningCase>().Include(one => one.Hits).SingleAsync(one => one.Reference == reference);
        Assert.Equal((ScreeningState.Confirmed, 2), (own.State, own.Hits.Count));
        Assert.Equal([HitState.Cleared, HitState.Confirmed], own.Hits.Select(hit => hit.State).Order());
        Assert.Empty(Canary.Search("addresses", [.. screener.Addresses, .. second.Addresses], Subjects.Listed, "Zantropov"));
    }

    [BrowserTheory]
    [InlineData("en", true, "Odrina Zantropow · cleared", "people had yet to decide about 1 of 2 hits", "the same answer.")]
    [InlineData("zh-CN", false, "Odrina Zantropow · 已排除", "2 项匹配中有 1 项尚待决定", "结果相同。")]
    public async Task A_screener_clears_what_one_person_may_and_asks_why_by_the_keyboard_alone(string language, bool dark, string cleared, string state, string same)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var supplier = await browser.VisitAsync(language);
        var reference = await ScreenedAsync(services, await supplier.SignInSupplierAsync(services, language, Registrant.Everything with { FullName = Subjects.Listed, Nationality = "RU" }));
        await using var screener = await browser.VisitAsAsync(Role.Screener, language, dark);
        var (page, together) = (screener.Page, screener.Page.Locator("[aria-labelledby=together]"));

        await screener.GotoInteractiveAsync($"/staff/screening/{reference}");
        await page.Locator("#each-reason:enabled").WaitForAsync();
        await PressAsync(page, together.GetByRole(AriaRole.Button).First, "Enter");
        await Expect(together.Locator(":checked[type=checkbox]")).ToHaveCountAsync(1);
        await PressAsync(page, page.Locator("#each-reason"), "ArrowDown");
        await Expect(page.Locator("#each-reason")).ToHaveValueAsync(nameof(DecisionReason.OtherNationality));
        await screener.CheckAsync($"screening-together_{language}");
        await PressAsync(page, page.Locator("#each-note"), "X");
        await PressAsync(page, together.GetByRole(AriaRole.Button).Last, "Enter");
        await page.Locator("#each-done:focus").WaitForAsync();
        await Expect(page.Locator("[aria-labelledby=each-done]")).ToContainTextAsync(cleared);
        await screener.CheckAsync($"screening-together-done_{language}");
        await PressAsync(page, page.Locator(".past-form button"), "Enter");
        await page.Locator(".past .notice.success").WaitForAsync();
        await Expect(page.Locator(".past")).ToContainTextAsync(state);
        await Expect(page.Locator(".past")).ToContainTextAsync(same);
        await screener.CheckAsync($"screening-why_{language}");

        await using var db = services.GetRequiredService<Store>().Read();
        var own = await db.Set<ScreeningCase>().Include(one => one.Hits).SingleAsync(one => one.Reference == reference);
        Assert.Equal([HitState.Open, HitState.Cleared], own.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.State));
        Assert.Empty(Canary.Search("addresses", [.. screener.Addresses], Subjects.Listed, "Zantropov"));
    }

    /// <summary>Goes there by Tab and presses a key.</summary>
    private static async Task PressAsync(IPage page, ILocator target, string key)
    {
        await page.TabToAsync(target);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>The identity check is passed, and two names of a list are near.</summary>
    private static async Task<string> ScreenedAsync(IServiceProvider services, Registrant registrant)
    {
        var (now, desk) = (services.GetRequiredService<TimeProvider>().Now(), services.GetRequiredService<ListDesk>());
        var keeper = new Act(Guid.NewGuid(), Role.Screener, now);
        var list = Subjects.ListOf(Subjects.Row(Subjects.Listed), Subjects.Row("Odrina Zantropow", "BY"), Subjects.Row("Quella Morbennik", "KZ", $"{Guid.NewGuid()}"));
        var check = Assert.IsType<CheckResult.Ready>(await desk.CheckAsync(ListSource.Own, new MemoryStream(list), null, deliberate: true, keeper)).Check;
        Assert.Equal(TakeOutcome.Live, await desk.TakeAsync(check, keeper));
        var registration = await registrant.RegistrationAsync(services);
        Assert.IsType<DecisionResult.Done>(await services.GetRequiredService<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, new Act(Guid.NewGuid(), Role.Verifier, now)));
        Assert.True(await services.GetRequiredService<Screenings>().ScreenAsync(registrant.Person, ScreeningCause.Registration));
        await using var db = services.GetRequiredService<Store>().Read();
        return (await Screenings.FindAsync(db, registrant.Person))!.Reference;
    }
}
