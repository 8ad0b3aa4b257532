using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>Reading the ledger and adding lines to it, within the transaction that does what the line tells.</summary>
public static class LedgerWriting
{
    public static void Begin(this Writing work, Guid person, Purpose purpose, Act act, string cause, Guid? record = null) =>
        work.Add(person, purpose, record, PurposeChange.Began, act, cause);

    public static void End(this Writing work, Guid person, Purpose purpose, Act act, string cause, Guid? record = null) =>
        work.Add(person, purpose, record, PurposeChange.Ended, act, cause);

    public static void Restrict(this Writing work, Guid person, Guid record, Act act, string cause) =>
        work.Db.Add(PurposeEvent.Of(person, For.Accountability, record, PurposeChange.Restricted, act.On, cause));

    public static void Release(this Writing work, Guid person, Guid record, Act act, string cause) =>
        work.Db.Add(PurposeEvent.Of(person, For.Accountability, record, PurposeChange.Released, act.On, cause));

    /// <summary>The ledger as saved, followed by the lines this context is about to save.</summary>
    public static async Task<Ledger> LedgerAsync(this SrmDbContext db, Guid person, CancellationToken stop = default)
    {
        var saved = await db.Set<PurposeEvent>().AsNoTracking().Where(line => line.PersonId == person).OrderBy(line => line.Number).ToListAsync(stop);
        saved.AddRange(db.ChangeTracker.Entries<PurposeEvent>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.PersonId == person)
            .OrderBy(entry => entry.Property(line => line.Number).CurrentValue).Select(entry => entry.Entity));
        return new Ledger(saved);
    }

    private static void Add(this Writing work, Guid person, Purpose purpose, Guid? record, PurposeChange change, Act act, string cause)
    {
        if (purpose.PerRecord != (record is not null))
        {
            throw new ArgumentException($"The purpose {purpose} is {(purpose.PerRecord ? "" : "not ")}kept per record.", nameof(record));
        }

        work.Db.Add(PurposeEvent.Of(person, purpose, record, change, act.On, cause));
        work.Announce(Topics.Person(person));
    }
}
