using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>
/// "Who looked at my data". A line is committed before anything is shown; where it cannot be written nothing is shown.
/// </summary>
public sealed class AccessLedger(Store store, Vault vault)
{
    /// <summary>One line for a person, a staff member and a case on a day: the opening of a case with masked values.</summary>
    public async Task RecordCaseAsync(Guid person, Guid subject, Act act)
    {
        // an open case renews itself all day: once the line is there it waits for no writer
        await using (var db = store.Read())
        {
            if ((await MissingAsync(db, [(person, subject)], RevealReason.CaseOpened, act)).Count == 0)
            {
                return;
            }
        }

        await RecordAsync([(person, subject)], RevealReason.CaseOpened, act);
    }

    /// <summary>The same for several persons who are their own case, as colleagues are, at once.</summary>
    internal Task RecordCasesAsync(IEnumerable<Guid> persons, Act act) => RecordAsync([.. persons.Select(person => (person, person))], RevealReason.CaseOpened, act);

    /// <summary>One line for each of these persons, a staff member and a day: somebody looked for their name and found them.</summary>
    public Task RecordSearchAsync(IEnumerable<Guid> persons, Act act) => RecordAsync([.. persons.Select(person => (person, person))], RevealReason.NameSearched, act);

    private async Task RecordAsync(IReadOnlyList<(Guid Person, Guid Subject)> seen, RevealReason reason, Act act)
    {
        await using var work = await store.WriteAsync();
        foreach (var (person, subject) in await MissingAsync(work.Db, seen, reason, act))
        {
            work.Db.Add(AccessEntry.Of(person, act, subject, "", reason));
            work.Announce(Topics.Person(person));
        }

        await work.CommitAsync();
    }

    /// <summary>Writes the line, then opens the record in clear.</summary>
    /// <exception cref="DbUpdateException">The line could not be written; nothing was opened.</exception>
    public async Task<Opening<T>> RevealAsync<T>(Guid person, Guid subject, Purpose purpose, RevealReason reason, Act act)
        where T : SealedRecord, IDeclared
    {
        await NoteAsync<T>(person, subject, purpose, reason, act);
        return await vault.OpenAsync<T>(person, purpose);
    }

    /// <summary>The same for one record of several.</summary>
    /// <exception cref="DbUpdateException">The line could not be written; nothing was opened.</exception>
    public async Task<Opening<T>> RevealAsync<T>(Guid person, Guid record, Guid subject, Purpose purpose, RevealReason reason, Act act)
        where T : SealedRecord, IDeclared
    {
        await NoteAsync<T>(person, subject, purpose, reason, act);
        return await vault.OpenAsync<T>(person, record, purpose);
    }

    public async Task<IReadOnlyList<AccessLine>> OfAsync(Guid person)
    {
        await using var db = store.Read();
        return await db.Set<AccessEntry>().AsNoTracking().Where(entry => entry.PersonId == person).OrderByDescending(entry => entry.On)
            .Select(entry => new AccessLine(entry.On, entry.Role, entry.Kind, entry.Reason)).ToListAsync();
    }

    private static async Task<IReadOnlyList<(Guid Person, Guid Subject)>> MissingAsync(SrmDbContext db, IReadOnlyList<(Guid Person, Guid Subject)> seen, RevealReason reason, Act act)
    {
        var day = DateOnly.FromDateTime(act.On);
        var persons = seen.Select(one => one.Person).ToList();
        var told = await db.Set<AccessEntry>().Where(entry => entry.PersonId != null && persons.Contains(entry.PersonId.Value) && entry.StaffId == act.Who && entry.Day == day && entry.Reason == reason)
            .Select(entry => new { entry.PersonId, entry.CaseId }).ToListAsync();
        return [.. seen.Where(one => !told.Exists(line => line.PersonId == one.Person && line.CaseId == one.Subject))];
    }

    private async Task NoteAsync<T>(Guid person, Guid subject, Purpose purpose, RevealReason reason, Act act)
        where T : SealedRecord, IDeclared
    {
        await using var work = await store.WriteAsync();
        work.Db.Add(AccessEntry.Of(person, act, subject, T.Kind.Name, reason));
        work.Record(act, "record.revealed", person, $"{T.Kind.Name} {purpose} {reason}");
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
    }
}

/// <summary>One line as the person sees it: the role that looked, not the name.</summary>
/// <param name="Kind">The record kind's name; empty for the opening of a case with masked values.</param>
public sealed record AccessLine(DateTime On, Role Role, string Kind, RevealReason Reason);
