using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

[Collection(BrowserCollection.Name)]
public sealed class NewsBrowserTests(Browser browser)
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task From_writing_to_sending_the_pages_are_accessible_quiet_and_fit_a_phone(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var room = new Newsroom(scope.ServiceProvider, clock);
        var name = $"{language}_{(dark ? "dark" : "light")}";
        await using var visit = await SignInAsync(Role.Coordinator, language, dark);
        var subject = $"Harbour {Guid.NewGuid():N}";

        await visit.GotoInteractiveAsync("/staff/news");
        await CheckAsync(visit, $"news_{name}");
        await visit.Page.Locator("a[href='/staff/news/write']").ClickAsync();
        await visit.Page.FillAsync("#EnglishSubject", subject);
        await visit.Page.Locator(".languages ~ .actions .button[type=submit]").ClickAsync();
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await CheckAsync(visit, $"news-flaws_{name}");
        await visit.Page.FillAsync("#EnglishText", Newsroom.Text.EnglishText);
        await visit.Page.FillAsync("#ChineseSubject", subject);
        await visit.Page.FillAsync("#ChineseText", Newsroom.Text.ChineseText);
        await visit.Page.Locator(".languages ~ .actions .button[type=submit]").ClickAsync();
        await visit.Page.Locator("#preview-en").WaitForAsync();
        await visit.Page.Locator("[lang=zh-CN] .paragraph").First.WaitForAsync();
        await CheckAsync(visit, $"news-preview_{name}");
        await visit.Page.Locator(".actions .button").First.ClickAsync();
        await visit.Page.Locator("[aria-labelledby=send-title]:focus").WaitForAsync();
        await CheckAsync(visit, $"news-confirm_{name}");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".notice.success:focus").WaitForAsync();
        await CheckAsync(visit, $"news-sent_{name}");

        Assert.Equal(0, await visit.Page.Locator("button").Filter(new() { HasText = language == "en" ? "Send" : "发送" }).CountAsync());
        var piece = (await room.Desk.ListAsync(room.Coordinator)).Single(one => one.Text.EnglishSubject == subject);
        Assert.NotNull(piece.ConfirmedOn);
        Assert.Equal(Newsroom.Text.ChineseText, piece.Text.ChineseText);
        await visit.GotoInteractiveAsync("/staff/news");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = subject }).WaitForAsync();
        await CheckAsync(visit, $"news-list_{name}");
    }

    [BrowserFact]
    public async Task An_auditor_reads_and_finds_nothing_to_press()
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var room = new Newsroom(scope.ServiceProvider, clock);
        var news = await room.Desk.WriteAsync(Newsroom.Text, room.Coordinator);
        await using var visit = await SignInAsync(Role.Auditor);

        await visit.GotoInteractiveAsync("/staff/news");
        Assert.Equal(0, await visit.Page.Locator("a[href='/staff/news/write']").CountAsync());
        await visit.GotoInteractiveAsync($"/staff/news/{news}");

        await visit.Page.Locator("#preview-en").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator("main .button").CountAsync());
    }

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    [Promise("P-3.1-08")]
    public async Task Without_script_or_sign_in_opening_the_link_changes_nothing_and_its_button_unsubscribes(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var room = new Newsroom(scope.ServiceProvider, clock);
        var person = await room.SupplierAsync($"{Guid.NewGuid():N}@supplier.test", language, For.News);
        var news = await room.Desk.WriteAsync(Newsroom.Text, room.Coordinator);
        var delivery = NewsDelivery.Queue(news, person, clock.Now());
        var secret = delivery.Write(clock.Now());
        await using (var work = await room.Get<Store>().WriteAsync())
        {
            work.Db.Add(delivery);
            await work.CommitAsync();
        }

        await using var visit = await browser.VisitAsync(language, dark: dark, script: false);
        await visit.GotoAsync($"{NewsFeature.UnsubscribePath}?token={secret}");
        await visit.PictureAsync($"unsubscribe_{language}_{dark}");
        var agreed = await room.AgreesAsync(person, For.News);
        await visit.Page.Locator("main button").ClickAsync();
        await visit.Page.GetByText(language == "en" ? "You are unsubscribed" : "已退订", new() { Exact = true }).WaitForAsync();
        await visit.PictureAsync($"unsubscribed_{language}_{dark}");

        Assert.True(agreed);
        Assert.False(await room.AgreesAsync(person, For.News));
        Assert.DoesNotContain(secret, visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
        await using var withScript = await browser.VisitAsync(language, dark: dark);
        foreach (var path in new[] { NewsFeature.UnsubscribePath, $"{NewsFeature.UnsubscribePath}?token={secret}", $"{NewsFeature.UnsubscribePath}?done=yes" })
        {
            await withScript.GotoAsync(path);
            await CheckAsync(withScript, "");
        }
    }

    private async Task<BrowserVisit> SignInAsync(Role role, string language = "en", bool dark = false)
    {
        var mailbox = $"{Guid.NewGuid():N}@staff.test";
        await new Population(browser.Services, clock).RegisterAsync(mailbox, role);
        var visit = await browser.VisitAsync(language, dark: dark);
        await visit.SignInAsync(mailbox, Population.Password);
        return visit;
    }

    private static async Task CheckAsync(BrowserVisit visit, string picture)
    {
        if (picture.Length > 0)
        {
            await visit.PictureAsync(picture);
        }

        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await visit.OverflowAsync());
        if (picture.Length > 0)
        {
            await visit.PictureAsync($"{picture}_phone");
        }

        await visit.Page.SetViewportSizeAsync(1280, 900);
        Assert.Empty(visit.Complaints);
    }
}
