using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Cessations;

/// <summary>
/// One letter to everybody whose service ends. A batch is one transaction with the mark of how far it came, so that whoever takes over after a crash
/// goes on there and nobody has two.
/// </summary>
public sealed class CessationMails(Store store, Vault vault, Outbox outbox, Letterhead letterhead, DataMap map, FailPoints faults, TimeProvider clock)
{
    public const int Batch = 50;

    public async Task SendAsync(CancellationToken stop)
    {
        List<Guid> open;
        await using (var db = store.Read())
        {
            open = await db.Set<Cessation>().Where(one => one.DoneOn == null && one.MailedOn == null).Select(one => one.Id).ToListAsync(stop);
        }

        foreach (var cessation in open)
        {
            while (await BatchAsync(cessation, stop))
            {
                faults.Reach("cessation-mails.between");
            }
        }
    }

    /// <returns>False when nobody is left.</returns>
    private async Task<bool> BatchAsync(Guid id, CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        var act = Act.OfSystem(clock) with { On = work.Now };
        var cessation = await work.Db.Set<Cessation>().SingleAsync(one => one.Id == id, stop);
        var service = EndingService.Of(cessation.Service, map);
        var accounts = work.Db.Set<Account>().Where(account => account.ActivatedOn != null && account.ClosedOn == null && (account.Roles & Role.Supplier) != Role.None);
        var persons = await work.Db.Set<Person>().AsNoTracking().Where(person => person.Id.CompareTo(cessation.MailedUpTo) > 0 && accounts.Any(account => account.Id == person.Id))
            .OrderBy(person => person.Id).Take(Batch).ToListAsync(stop);
        foreach (var person in persons)
        {
            if (service.EndsOf(await work.Db.LedgerAsync(person.Id, stop), act.On).Any()
                && (await vault.OpenAsync<Mailbox>(work.Db, person.Id, For.Account)).OrNull is { } mailbox)
            {
                await outbox.SendAsync(work, person.Id, LetterTo(new Addressee(mailbox.Address, person.Language), cessation), act);
            }
        }

        cessation.Mailed(persons.Count > 0 ? persons[^1].Id : null, act.On);
        faults.Reach("cessation-mails.before-commit");
        await work.CommitAsync(stop);
        return persons.Count > 0;
    }

    private Letter LetterTo(Addressee to, Cessation cessation) =>
        Letters.ServiceEnds(to, letterhead.In(to.Language), letterhead.Link(CessationsFeature.Path), CessationTexts.NameOf(cessation.Service, to.Language), cessation.EraseOn);
}
