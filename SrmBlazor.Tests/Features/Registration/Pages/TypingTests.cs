using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SrmBlazor.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>Typing without any pause over a line that takes a tenth of a second each way, as eight suppliers do it at once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TypingTests(Browser browser, ITestOutputHelper output)
{
    private const int FieldsEach = 125;

    private static readonly TimeSpan EachWay = TimeSpan.FromMilliseconds(100);

    private static readonly Item[] Contact = [Item.Phone, Item.Postcode, Item.ScreeningAddress, Item.CommunicationAddress, Item.City];
    private static readonly Item[] AboutYou = [Item.Mailbox, Item.FullName, Item.BirthYear];
    private static readonly Item[] Work = [Item.Department, Item.Position];

    private static readonly (string Step, Item[] Fields)[] Suppliers =
    [
        ("contact", Contact), ("contact", Contact), ("contact", Contact), ("contact", Contact),
        ("about-you", AboutYou), ("about-you", AboutYou), ("work", Work), ("work", Work),
    ];

    [BrowserFact]
    public async Task Of_a_thousand_fields_typed_at_full_speed_over_a_slow_line_no_character_is_lost()
    {
        await using var line = new SlowLine(browser.Url, EachWay);
        var since = Stopwatch.GetTimestamp();

        var typed = await Task.WhenAll(Suppliers.Select(supplier => FillAsync(line, supplier.Step, supplier.Fields)));

        output.WriteLine($"{typed.Sum(one => one.Fields)} fields, {typed.Sum(one => one.Characters)} characters, {typed.Sum(one => one.Wrong.Count)} fields wrong, {Stopwatch.GetElapsedTime(since)}");
        Assert.Equal(1000, typed.Sum(one => one.Fields));
        Assert.Empty(typed.SelectMany(one => one.Wrong));
    }

    [BrowserFact]
    public async Task A_field_that_sets_its_value_from_the_server_loses_characters_on_the_same_line()
    {
        await using var site = await LossyAsync();
        await using var line = new SlowLine(site.Urls.First(), EachWay);
        await using var visit = await browser.VisitAsync(by: line.Url);
        var page = visit.Page;
        await visit.GotoAsync("/");
        await page.Locator("#lossy:enabled").WaitForAsync();
        var (characters, lost) = (0, 0);
        for (var field = 1; field <= 10; field++)
        {
            await EnterAsync(page, "lossy");
            var text = await TypeAsync(page, 3 * EachWay);
            await HeardAsync(page, field);

            characters += text.Length;
            lost += text.Length - (await page.InputValueAsync("#lossy")).Length;
        }

        output.WriteLine($"10 fields, {characters} characters, {lost} lost");
        Assert.True(lost > 0);
    }

    [BrowserFact]
    public async Task Whoever_types_as_soon_as_the_page_lets_them_stays_in_their_field()
    {
        await using var line = new SlowLine(browser.Url, EachWay);
        await using var visit = await browser.VisitAsync(by: line.Url);
        await BeginAsync(visit.Page);

        await EnterAsync(visit.Page, "Mailbox");
        var text = await TypeAsync(visit.Page, 20 * EachWay);

        Assert.Equal(text, await visit.Page.InputValueAsync("#Mailbox"));
    }

    private async Task<(int Fields, int Characters, List<string> Wrong)> FillAsync(SlowLine line, string step, Item[] fields)
    {
        await using var visit = await browser.VisitAsync(by: line.Url);
        var page = visit.Page;
        await BeginAsync(page);
        await page.Locator("input[value=PersonnelLeasing]").CheckAsync();
        await page.Locator("#BirthYear").WaitForAsync();
        await page.Locator($"ol.steps a[href='/register/{step}']").ClickAsync();
        await page.Locator($"#{fields[0]}").WaitForAsync();
        var (expected, wrong, characters) = (fields.ToDictionary(field => field, _ => ""), new List<string>(), 0);
        for (var number = 0; number < FieldsEach; number++)
        {
            var field = fields[number % fields.Length];
            // another field was typed since, for longer than a round trip: all that was answered to this one has come
            Compare(field, await EnterAsync(page, field.ToString()));
            expected[field] = await TypeAsync(page, 3 * EachWay);
            characters += expected[field].Length;
        }

        // an answer that comes after all the others
        await page.Locator("details.why summary").First.ClickAsync();
        await page.Locator("dl.facts").WaitForAsync();
        foreach (var field in fields)
        {
            Compare(field, await EnterAsync(page, field.ToString()));
        }

        await page.Locator("ol.steps a[href='/register/review']").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Check and submit");
        var stored = await StoredAsync(page);
        wrong.AddRange(fields.Where(field => stored[field] != expected[field]).Select(field => $"{field} in the store: {expected[field]} became {stored[field]}"));
        return (FieldsEach, characters, [.. wrong, .. visit.Complaints]);

        void Compare(Item field, string was)
        {
            if (was != expected[field])
            {
                wrong.Add($"{field}: {expected[field]} became {was}");
            }
        }
    }

    /// <summary>Goes into a field and selects what is there, so that the next key replaces it. Answers what was there.</summary>
    private static Task<string> EnterAsync(IPage page, string field) =>
        page.EvaluateAsync<string>("id => { const field = document.getElementById(id); field.focus(); field.select(); return field.value; }", field);

    /// <summary>Letters and digits, key by key, until the answers to the first keys have come while later ones were typed.</summary>
    private static async Task<string> TypeAsync(IPage page, TimeSpan atLeast)
    {
        var (text, since) = (new StringBuilder(), Stopwatch.GetTimestamp());
        while (text.Length < 8 || Stopwatch.GetElapsedTime(since) < atLeast)
        {
            var key = RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyz23456789", 1);
            await page.Keyboard.TypeAsync(key);
            text.Append(key);
        }

        return text.ToString();
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='18']").CheckAsync();
        await page.SelectOptionAsync("#country", "RU");
        await page.Locator("form .actions button").ClickAsync();
        await page.Locator("#Mailbox:enabled").WaitForAsync();
    }

    private async Task<Answers> StoredAsync(IPage page)
    {
        var secret = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "draft").Value;
        await using var scope = browser.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Drafts>().LoadAsync(DraftKey.Of(secret)!))!.Answers;
    }

    private static async Task HeardAsync(IPage page, int times)
    {
        await page.Locator("button").ClickAsync();
        await Expect(page.Locator("button")).ToHaveTextAsync($"{times}");
    }

    private async Task<WebApplication> LossyAsync()
    {
        using var client = browser.Client();
        var script = await client.GetByteArrayAsync("/_framework/blazor.web.js");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapGet("/_framework/blazor.web.js", () => Results.Bytes(script, "text/javascript"));
        app.MapRazorComponents<LossySite>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }
}
