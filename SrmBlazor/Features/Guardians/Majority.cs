using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>
/// Who had a guardian takes over when of age. No date of birth is held: whoever was under the child's age when the guardian consented can be of
/// age no sooner than the years between the two have passed, and says so then.
/// </summary>
public sealed class Majority(Store store, Vault vault, Collector collector, GuardianLetters letters, Ages ages)
{
    /// <summary>The first day on which the person can be of age; null for whoever has no guardian.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<DateOnly?> EarliestAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await EarliestAsync(db, act.Who);
    }

    /// <summary>The guardian's access ends, the guardian is told, and what is kept of the guardian is erased.</summary>
    /// <returns>False where there is no guardian, or it cannot be yet.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> TakeOverAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        var (person, on) = (act.Who, act with { On = work.Now });
        if (await EarliestAsync(work.Db, person) is not { } earliest || DateOnly.FromDateTime(on.On) < earliest
            || await vault.OpenAsync<Residence>(work.Db, person, For.Jurisdiction) is not Opening<Residence>.Opened(var record, var version, var residence)
            || (await vault.OpenAsync<Guardianship>(work.Db, person, For.Guardianship)).OrNull is not { } guardianship
            || await vault.SaveAsync(work, person, record, version, residence with { AgeBand = nameof(AgeBand.Adult) }, For.Jurisdiction, on) != SaveOutcome.Saved)
        {
            return false;
        }

        var ward = new Ward(person, guardianship);
        await letters.EndedAsync(work, person, Letters.ChildIsOfAge, await ward.AddresseeAsync(work.Db), on with { Who = ward.Guardian });
        await Representations.EndGuardiansAsync(work, person);
        work.End(person, For.Guardianship, on, Causes.OfAge);
        work.Record(on, Causes.OfAge, person);
        await collector.CommitAsync(work, person, on, Causes.OfAge);
        return true;
    }

    private async Task<DateOnly?> EarliestAsync(SrmDbContext db, Guid person)
    {
        var since = (await db.LedgerAsync(person)).Lines.LastOrDefault(line => line.Purpose == For.Guardianship.Key);
        var region = await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Region).FirstOrDefaultAsync();
        return since?.Change == PurposeChange.Began
            ? DateOnly.FromDateTime(since.On).AddYears(ages.Majority(region) - ages.ChildUnder(region)).AddDays(1)
            : null;
    }
}
