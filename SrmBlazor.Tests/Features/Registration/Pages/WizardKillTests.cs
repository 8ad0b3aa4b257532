using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>Somebody fills the wizard while the server is killed and comes back at the same address.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WizardKillTests(Browser browser)
{
    private const string Continue = "main form button[type=submit]";

    private static readonly Answers Typed = A.InRussia with
    {
        CommunicationAddress = "наб. реки Мойки, 12",
        City = "Санкт-Петербург",
        Department = "Harbour lights",
        Position = "Keeper",
    };

    [BrowserFact]
    public async Task At_every_step_the_server_may_be_killed_and_everything_typed_is_there_again()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = new ServerProcess(stores);
        await server.StartAsync();
        await using var visit = await browser.VisitAsync(by: server.Url);
        var page = visit.Page;
        await AnswerFirstAsync(page);
        await RestartAsync(server);
        await page.Locator("form .actions button").ClickAsync();

        foreach (var step in Step.All)
        {
            await page.ArriveAsync($"/register/{step.Slug}$");
            await FillAsync(page, step);
            await Expect(page.Locator("[data-state=Saved]")).ToBeAttachedAsync();
            page = await KillAsync(server, page);

            Assert.Equal(Wanted(step), await ShownAsync(page, step));
            Assert.Equal(step == Step.IdentityDocument, await page.Locator("img.preview").IsVisibleAsync());
            if (step == Step.Review)
            {
                var review = await page.Locator("main").InnerTextAsync();
                Assert.All(Lines, line => Assert.Contains(line, review, StringComparison.Ordinal));
            }

            await page.ClickAsync(Continue);
        }

        await page.ArriveAsync("/register/done$");
        await server.KillAsync();
        await using var house = await House.OpenAsync(stores);
        await using var db = house.Store.Read();
        Assert.Equal(RegistrationState.Submitted, (await db.Set<SupplierRegistration>().SingleAsync()).State);
        Assert.Equal("Activation", (await db.Set<Notifications.OutboxMail>().SingleAsync()).Letter);
    }

    [BrowserFact]
    public async Task Killed_while_somebody_types_without_a_pause_the_page_returns_with_all_that_it_had_called_saved()
    {
        const string start = "zylphia@harbour.example", label = ".example";
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = new ServerProcess(stores);
        await server.StartAsync();
        await using var visit = await browser.VisitAsync(by: server.Url);
        var page = visit.Page;
        await AnswerFirstAsync(page);
        await page.Locator("form .actions button").ClickAsync();
        var mailbox = page.Locator("#Mailbox:enabled");
        // the heading takes the focus when the page is complete
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("Saved");
        await mailbox.FillAsync(start);
        await Expect(page.Locator(".right:has(#Mailbox)")).ToBeAttachedAsync();
        await mailbox.PressAsync("End");
        await page.EvaluateAsync(Witness);

        using var killed = new CancellationTokenSource();
        var typing = TypeAsync(page.Keyboard, string.Concat(Enumerable.Repeat(label, 28)), killed.Token);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-kept", new Regex("^([3-9]|[12][0-9])$"), new() { Timeout = 30_000 });
        await server.KillAsync();
        await killed.CancelAsync();
        var typed = start + await typing;
        var kept = int.Parse((await page.Locator("html").GetAttributeAsync("data-kept"))!, CultureInfo.InvariantCulture);
        await server.StartAsync();
        await Expect(page.Locator("html:not([data-kept])").Locator("#Mailbox:enabled")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var found = await page.Locator("#Mailbox").InputValueAsync();
        Assert.StartsWith(found, typed, StringComparison.Ordinal);
        Assert.InRange(found.Length, start.Length + ((kept - 1) * label.Length) + ".ex".Length, typed.Length);
    }

    /// <summary>
    /// Notes on the page how much it has called saved. The mailbox becomes right with the second letter of each label and wrong with the next dot, so
    /// each turn to right says that the server has heard one label more; what it had heard when the page turned to saved is what must not be lost.
    /// </summary>
    private const string Witness = """
        () => {
          const field = document.querySelector('.field:has(#Mailbox)'), status = document.querySelector('[data-state]');
          let heard = 0;
          const witness = new MutationObserver(changes => changes.forEach(({ target, oldValue }) => {
            if (target === field) heard += oldValue.includes('right') ? 0 : 1;
            else if (oldValue !== 'Saved') document.documentElement.dataset.kept = heard;
          }));
          witness.observe(field, { attributeFilter: ['class'], attributeOldValue: true });
          witness.observe(status, { attributeFilter: ['data-state'], attributeOldValue: true });
        }
        """;

    /// <returns>What was typed before it was told to stop.</returns>
    private static async Task<string> TypeAsync(IKeyboard keyboard, string text, CancellationToken stop)
    {
        var typed = 0;
        while (typed < text.Length && !stop.IsCancellationRequested)
        {
            await keyboard.PressAsync(text[typed++].ToString(), new() { Delay = 40 });
        }

        return text[..typed];
    }

    private static async Task AnswerFirstAsync(IPage page)
    {
        await page.GotoAsync("/register");
        await page.Locator("button[value=accept]").ClickAsync();
        await page.Locator("input[name='Begin.Age'][value='18']").CheckAsync();
        await page.SelectOptionAsync("#country", Typed.Country!);
    }

    /// <summary>What was typed in words, which the review repeats as it is.</summary>
    private static IEnumerable<string> Lines => Step.All.SelectMany(Questions).Where(item => Look.Of(item).Shape is FieldShape.Line or FieldShape.Paragraph).Select(item => Typed[item]!);

    private static IEnumerable<Item> Questions(Step step) => step.Items.Where(item => item != Item.Country);

    private static List<string?> Wanted(Step step) => [.. Questions(step).Select(item => Typed[item])];

    /// <summary>Answers every question of the step; each has been judged by the server when this ends, so that what the page says of saving is said of all of them.</summary>
    private static async Task FillAsync(IPage page, Step step)
    {
        if (step == Step.IdentityDocument)
        {
            await page.Locator("#sensitive button:enabled").First.ClickAsync();
        }

        foreach (var item in Questions(step))
        {
            await AnswerAsync(page, item, Typed[item]!);
            await Expect(page.Locator($".right#{item}, .right:has(#{item})")).ToBeAttachedAsync();
        }

        if (step == Step.IdentityDocument)
        {
            await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "scan.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(600, 400) });
            await page.Locator("img.preview").WaitForAsync();
        }
    }

    private static async Task AnswerAsync(IPage page, Item item, string answer)
    {
        switch (Look.Of(item).Shape)
        {
            case FieldShape.Choice:
                await page.Locator($"#{item} input[value={answer}]:enabled").CheckAsync();
                break;
            case FieldShape.Country:
                await page.Locator($"#{item}:enabled").SelectOptionAsync(answer);
                break;
            case FieldShape.Line:
            case FieldShape.Paragraph:
                await page.Locator($"#{item}:enabled").FillAsync(answer);
                break;
        }
    }

    private static async Task<List<string?>> ShownAsync(IPage page, Step step)
    {
        List<string?> shown = [];
        foreach (var item in Questions(step))
        {
            var field = Look.Of(item).Shape == FieldShape.Choice ? page.Locator($"#{item} input:checked") : page.Locator($"#{item}");
            shown.Add(await field.InputValueAsync());
        }

        return shown;
    }

    private static async Task RestartAsync(ServerProcess server)
    {
        await server.KillAsync();
        await server.StartAsync();
    }

    /// <summary>The tab is closed over a dead server; a new one opens the address when the server is back.</summary>
    private static async Task<IPage> KillAsync(ServerProcess server, IPage page)
    {
        await server.KillAsync();
        var (context, address) = (page.Context, page.Url);
        await page.CloseAsync();
        await server.StartAsync();
        var again = await context.NewPageAsync();
        await again.GotoAsync(address);
        await Expect(again.Locator($"{Continue}:enabled")).ToBeVisibleAsync();
        return again;
    }
}
