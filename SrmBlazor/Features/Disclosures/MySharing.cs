using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Disclosures;

/// <summary>A supplier sends their own profile to an affiliate. The person is always the one who acts; what does not stand on their consent does not leave.</summary>
public sealed class MySharing(Store store, Vault vault, RecipientRegister register, ConsentBook consents, Outbox outbox, Letterhead letterhead)
{
    // an assessment ends with the day of the default clock row, China's, which has no summer time
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private static readonly Purpose Sharing = For.ShareAffiliate;

    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public IReadOnlyList<Affiliate> Affiliates(Act act)
    {
        act.Demand(Role.Supplier);
        return [.. register.All.Where(MayReceive).Select(one => new Affiliate(one, register.IsAbroad(one), one.IsAssessed(DayOf(act.On))))];
    }

    /// <summary>Opens what would go to the recipient. Nothing is sent or written down.</summary>
    /// <param name="recipient">The recipient's key.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Offering> OfferAsync(string recipient, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        if (await ObstacleAsync(db, register.Find(recipient), act) is { } obstacle)
        {
            return new Offering(null, obstacle);
        }

        var values = await ValuesAsync(register.Find(recipient)!, act);
        return values.Count == 0 ? new Offering(null, Obstacle.Nothing) : new Offering(new Offer(Guid.NewGuid(), recipient, values), null);
    }

    /// <summary>Sends exactly what was shown, in one letter, and writes down that it was disclosed.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Sending> SendAsync(Offer offer, Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var recipient = register.Find(offer.Recipient);
        if (await ObstacleAsync(work.Db, recipient, on) is { } obstacle)
        {
            return new Sending(false, obstacle);
        }

        if (await work.Db.Set<Disclosure>().AnyAsync(one => one.Id == offer.Number))
        {
            return new Sending(true, null);
        }

        var values = await ValuesAsync(recipient!, on);
        if (values.Count == 0 || !values.SequenceEqual(offer.Values))
        {
            return new Sending(false, values.Count == 0 ? Obstacle.Nothing : Obstacle.Changed);
        }

        var mail = await outbox.SendAsync(work, act.Who, LetterOf(recipient!, values, offer.Number), on, [.. NeededFor(recipient!)]);
        work.Db.Add(Disclosure.Of(offer, Sharing, mail, on));
        work.Record(on, "profile.disclosed", act.Who, $"{offer.Number:N} {recipient!.Key} {values.Count}");
        work.Announce(Topics.Person(act.Who));
        await work.CommitAsync();
        return new Sending(true, null);
    }

    /// <summary>Everything that was ever sent, newest first.</summary>
    /// <param name="language">For the recipients' names.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<PastDisclosure>> PastAsync(string language, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var rows = await db.Set<Disclosure>().AsNoTracking().Where(one => one.PersonId == act.Who).OrderByDescending(one => one.On).ThenBy(one => one.Id)
            .Join(db.Set<OutboxMail>(), one => one.MailId, mail => mail.Id, (one, mail) => new { one.Id, one.RecipientKey, one.Items, one.On, mail.State }).ToListAsync();
        return [.. rows.Select(row => new PastDisclosure(row.Id, register.Find(row.RecipientKey)?.Name.In(language) ?? row.RecipientKey, row.Items.Split(' '), row.On, row.State))];
    }

    /// <summary>Which recipients were told of a correction, deletion or withdrawal, newest first.</summary>
    /// <inheritdoc cref="PastAsync"/>
    public async Task<IReadOnlyList<PastNotice>> NoticesAsync(string language, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var rows = await db.Set<RecipientNotice>().AsNoTracking().Where(one => one.PersonId == act.Who).OrderByDescending(one => one.SentOn).ThenBy(one => one.RecipientKey).ToListAsync();
        return [.. rows.Select(one => new PastNotice(one.Id, register.Find(one.RecipientKey)?.Name.In(language) ?? one.RecipientKey, one.Cause, one.State, one.Reason, one.SentOn, one.AnswerBy, one.AnsweredOn))];
    }

    private static bool MayReceive(Recipient recipient) => recipient.Purposes.Contains(Sharing.Key);

    private IEnumerable<Purpose> NeededFor(Recipient recipient) => register.IsAbroad(recipient) ? [Sharing, For.CrossBorder] : [Sharing];

    private async Task<Obstacle?> ObstacleAsync(SrmDbContext db, Recipient? recipient, Act act)
    {
        if (recipient is null || !MayReceive(recipient))
        {
            return Obstacle.Unknown;
        }

        if (!recipient.IsAssessed(DayOf(act.On)))
        {
            return Obstacle.NotAssessed;
        }

        var ledger = await db.LedgerAsync(act.Who);
        foreach (var purpose in NeededFor(recipient))
        {
            if (!ledger.IsLive(purpose, null, act.On))
            {
                return purpose == Sharing ? Obstacle.NoConsent : Obstacle.NoBorderConsent;
            }

            // a consent reaches no further than the notice it was given to (PIPL 14, 23)
            if ((await consents.BehindAsync(db, act.Who, purpose))?.Named?.Any(named => named.Covers(recipient.Key, recipient.Country, recipient.Items)) != true)
            {
                return Obstacle.NotNamed;
            }
        }

        return await ScreeningGate.AskAsync(db, act.Who) == GateAnswer.Allowed ? null : Obstacle.NotCleared;
    }

    /// <summary>What is held of the items the recipient may receive, in the register's order; of several records of a kind the newest.</summary>
    private async Task<IReadOnlyList<ProfileValue>> ValuesAsync(Recipient recipient, Act act)
    {
        var held = await vault.OpenEverythingAsync(act.Who, Sharing, kind => kind.ItemsOf(Sharing).Any(item => recipient.Items.Contains(Id(kind, item))));
        var values =
            from holding in held
            where holding.Record is not null
            from item in holding.Kind.ItemsOf(Sharing)
            let value = ItemValue.Of(holding.Record!, item.Property)?.ToString()
            where !string.IsNullOrEmpty(value)
            select new ProfileValue(Id(holding.Kind, item), value);
        var newest = values.GroupBy(value => value.Item, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return [.. recipient.Items.Select(newest.GetValueOrDefault).OfType<ProfileValue>()];
    }

    private Letter LetterOf(Recipient recipient, IReadOnlyList<ProfileValue> values, Guid number)
    {
        var words = new PolicyWords(recipient.Language);
        return Letters.SupplierProfile(new Addressee(recipient.Mailbox, recipient.Language), letterhead.In(recipient.Language), letterhead.Link("/policy#sharing"), Disclosure.ReferenceOf(number),
            [.. values.Select(value => words.Of(words.ItemLabel(value.Item), value.Value))]);
    }

    private static string Id(RecordKind kind, Item item) => $"{kind.Name}.{item.Property}";

    private static DateOnly DayOf(DateTime on) => DateOnly.FromDateTime(on + China);
}
