using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.News;

/// <summary>Writes news and reads what becomes of it, as staff and suppliers would.</summary>
internal sealed partial class Newsroom(IServiceProvider services, FakeTimeProvider clock)
{
    public static readonly NewsText Text = new("Harbour closed", "The harbour is closed on Monday.\n\nPlease deliver on Tuesday.\nGate 2 is open.", "港口关闭", "港口周一关闭。\n\n请于周二送货。");

    private readonly Guid coordinator = Guid.NewGuid();

    public NewsDesk Desk => Get<NewsDesk>();

    public Act Coordinator => new(coordinator, Role.Coordinator, clock.Now());

    /// <summary>A supplier with an account who decided about these purposes as their page does it.</summary>
    public async Task<Guid> SupplierAsync(string mailbox, string language = "en", params Purpose[] agreesTo)
    {
        var person = await new Population(services, clock).RegisterAsync(mailbox, Role.Supplier, language);
        foreach (var purpose in agreesTo)
        {
            await DecideAsync(person, purpose, give: true);
        }

        return person;
    }

    public async Task DecideAsync(Guid person, Purpose purpose, bool give)
    {
        var act = new Act(person, Role.Supplier, clock.Now());
        var panel = (await Get<MyConsents>().OpenAsync(purpose.Key, "en", "/privacy/consents", act))!;
        Assert.True(await Get<MyConsents>().DecideAsync(purpose.Key, give, panel.Served, act));
    }

    /// <summary>Written and confirmed; its letters are still to be written.</summary>
    public async Task<Guid> ConfirmAsync(NewsText? text = null)
    {
        var news = await Desk.WriteAsync(text ?? Text, Coordinator);
        Assert.Equal(NewsOutcome.Done, await Desk.SendAsync(news, 1, Coordinator));
        return news;
    }

    public async Task<Guid> SendAsync()
    {
        var news = await ConfirmAsync();
        await Get<NewsRound>().RunAsync();
        return news;
    }

    public async Task<NewsFigures> FiguresAsync(Guid news) => (await Desk.FindAsync(news, Coordinator))!.Figures!;

    public async Task<IReadOnlyList<NewsDelivery>> DeliveriesAsync()
    {
        await using var db = Get<Store>().Read();
        return await db.Set<NewsDelivery>().AsNoTracking().OrderBy(delivery => delivery.Number).ToListAsync();
    }

    public async Task<IReadOnlyList<NewsOpening>> OpeningsAsync()
    {
        await using var db = Get<Store>().Read();
        return await db.Set<NewsOpening>().AsNoTracking().ToListAsync();
    }

    /// <summary>The news letters that wait in the outbox for a person.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> LettersAsync(Guid person) =>
        [.. (await Get<Vault>().OpenAllAsync<OutgoingMail>(person, For.DeliverMessage)).Select(opened => opened.Record).Where(letter => letter.Unsubscribe is not null)];

    public async Task<bool> AgreesAsync(Guid person, Purpose purpose)
    {
        await using var db = Get<Store>().Read();
        return (await db.LedgerAsync(person)).IsGiven(purpose, Get<TimeProvider>().Now());
    }

    public async Task<IReadOnlyList<ConsentEvent>> DecisionsAsync(Guid person)
    {
        await using var db = Get<Store>().Read();
        return await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.PersonId == person).OrderBy(one => one.Number).ToListAsync();
    }

    /// <summary>The secret in an address.</summary>
    public static string SecretIn(Uri address) => Secret().Match(address.AbsoluteUri).Value;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    [GeneratedRegex("[A-Za-z0-9_-]{43}$")]
    private static partial Regex Secret();
}
