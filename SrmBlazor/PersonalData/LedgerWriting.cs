using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>Reading the ledger and adding lines to it, within the transaction that does what the line tells.</summary>
public static class LedgerWriting
{
    public static void Begin(this Writing work, Guid person, Purpose purpose, Act act, string cause, Guid? record = null) =>
        work.Add(person, purpose, record, PurposeChange.Began, act, cause);

    /// <param name="record">Where the purpose covers all records of its kinds: it ends for this one, which is let go, and goes on for the others.</param>
    public static void End(this Writing work, Guid person, Purpose purpose, Act act, string cause, Guid? record = null) =>
        work.Add(person, purpose, record, PurposeChange.Ended, act, cause);

    /// <summary>The person consents to what the purpose has become.</summary>
    public static void Renew(this Writing work, Guid person, Purpose purpose, Act act, string cause) =>
        work.Add(person, purpose, null, PurposeChange.Renewed, act, cause);

    /// <summary>
    /// What people consented to changes with this version of the policy: from the commit on the purpose is live only for who consents anew.
    /// </summary>
    /// <exception cref="ArgumentException">The purpose does not rest on consent.</exception>
    public static async Task ReviseAsync(this Writing work, Purpose purpose, int version, Act act)
    {
        if (!purpose.ByConsent)
        {
            throw new ArgumentException($"Nobody was asked for a consent to {purpose}.", nameof(purpose));
        }

        var after = await work.Db.Set<PurposeEvent>().MaxAsync(line => (long?)line.Number) ?? 0;
        work.Db.Add(PurposeRevision.Of(purpose, version, after, act.On));
    }

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
        return new Ledger(saved, await db.RevisedAsync(stop));
    }

    /// <summary>The ledgers of several people as saved. Whoever has no line has no entry.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Ledger>> LedgersAsync(this SrmDbContext db, IReadOnlyCollection<Guid> persons, CancellationToken stop = default)
    {
        var lines = await db.Set<PurposeEvent>().AsNoTracking().Where(line => line.PersonId != null && persons.Contains(line.PersonId.Value)).OrderBy(line => line.Number).ToListAsync(stop);
        var revised = await db.RevisedAsync(stop);
        return lines.GroupBy(line => line.PersonId!.Value).ToDictionary(own => own.Key, own => new Ledger([.. own], revised));
    }

    /// <summary>Everybody for whom a purpose that is not kept per record may be named now.</summary>
    public static async Task<IReadOnlyList<Guid>> LiveForAsync(this SrmDbContext db, Purpose purpose, DateTime now, CancellationToken stop = default)
    {
        var lines = await db.Set<PurposeEvent>().AsNoTracking().Where(line => line.Purpose == purpose.Key && line.PersonId != null).OrderBy(line => line.Number).ToListAsync(stop);
        var revised = await db.RevisedAsync(stop);
        return [.. lines.GroupBy(line => line.PersonId!.Value).Where(ledger => new Ledger([.. ledger], revised).IsLive(purpose, null, now)).Select(ledger => ledger.Key)];
    }

    private static async Task<IReadOnlyDictionary<string, long>> RevisedAsync(this SrmDbContext db, CancellationToken stop) =>
        (await db.Set<PurposeRevision>().AsNoTracking().Select(revision => new { revision.Purpose, revision.After }).ToListAsync(stop))
            .GroupBy(revision => revision.Purpose, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(revision => revision.After), StringComparer.Ordinal);

    private static void Add(this Writing work, Guid person, Purpose purpose, Guid? record, PurposeChange change, Act act, string cause)
    {
        if (purpose.PerRecord != (record is not null) && !(purpose is { PerRecord: true, ByConsent: true }) && !(record is not null && change == PurposeChange.Ended))
        {
            throw new ArgumentException($"The purpose {purpose} is {(purpose.PerRecord ? "" : "not ")}kept per record.", nameof(record));
        }

        work.Db.Add(PurposeEvent.Of(person, purpose, record, change, act.On, cause));
        work.Announce(Topics.Person(person));
    }
}
