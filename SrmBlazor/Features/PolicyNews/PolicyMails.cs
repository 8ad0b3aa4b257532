using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>
/// One letter to every supplier about a major version. A batch is one transaction: the letters are in the outbox together with the rows that say so,
/// or neither is, so that whoever takes over after a crash goes on where it ended.
/// </summary>
public sealed class PolicyMails(Store store, Vault vault, Outbox outbox, Letterhead letterhead, FailPoints faults, TimeProvider clock)
{
    /// <summary>Writers wait for a batch: fifty letters are sealed in a few tenths of a second.</summary>
    public const int Batch = 50;

    /// <summary>Where the reader sees what changed.</summary>
    private const string Place = "/policy/changes";

    public async Task SendAsync(CancellationToken stop)
    {
        PolicyVersion? version;
        await using (var db = store.Read())
        {
            version = await PolicyHistory.NewestMajorAsync(db, stop);
        }

        while (version is not null && await BatchAsync(version, stop))
        {
            faults.Reach("policy-mails.between");
        }
    }

    /// <returns>False when nobody is left.</returns>
    private async Task<bool> BatchAsync(PolicyVersion version, CancellationToken stop)
    {
        await using (var db = store.Read())
        {
            if (!await Waiting(db, version.Number).AnyAsync(stop))
            {
                return false;
            }
        }

        await using var work = await store.WriteAsync(stop);
        var act = Act.OfSystem(clock) with { On = work.Now };
        var persons = await Waiting(work.Db, version.Number).OrderBy(person => person.Id).Take(Batch).ToListAsync(stop);
        var ids = persons.ConvertAll(person => person.Id);
        var notices = await work.Db.Set<PolicyNotice>().Where(notice => notice.Version == version.Number && notice.PersonId != null && ids.Contains(notice.PersonId.Value))
            .ToDictionaryAsync(notice => notice.PersonId!.Value, stop);
        foreach (var person in persons)
        {
            if (!notices.TryGetValue(person.Id, out var notice))
            {
                work.Db.Add(notice = PolicyNotice.To(person.Id, version.Number));
            }

            notice.Mailed(act.On);
            if ((await vault.OpenAsync<Mailbox>(work.Db, person.Id, For.Account)).OrNull is { } mailbox)
            {
                await outbox.SendAsync(work, person.Id, LetterTo(new Addressee(mailbox.Address, person.Language), version), act);
            }
        }

        faults.Reach("policy-mails.before-commit");
        await work.CommitAsync(stop);
        return true;
    }

    private Letter LetterTo(Addressee to, PolicyVersion version) => Letters.PolicyChanged(to, letterhead.In(to.Language), letterhead.Link(Place), PolicyNumber.Of(version.Number),
        new BothLanguages { English = version.ChangesEnglish, Chinese = version.ChangesChinese }.In(to.Language));

    /// <summary>Suppliers with an account that is in use, who neither accepted this version nor had its letter.</summary>
    private static IQueryable<Person> Waiting(SrmDbContext db, int version)
    {
        var accounts = db.Set<Account>().Where(account => account.ActivatedOn != null && account.ClosedOn == null && (account.Roles & Role.Supplier) != Role.None);
        return db.Set<Person>().AsNoTracking().Where(person => accounts.Any(account => account.Id == person.Id)
            && !db.Set<PolicyNotice>().Any(notice => notice.PersonId == person.Id && notice.Version == version && notice.MailedOn != null)
            && !db.Set<PolicyDecision>().Any(decision => decision.PersonId == person.Id && decision.Answer == PolicyAnswer.Accepted && decision.Version >= version));
    }
}
