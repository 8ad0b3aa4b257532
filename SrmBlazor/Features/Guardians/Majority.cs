using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>
/// Who had a guardian takes over when of age: by themselves from the first day on which it can be, and without doing anything on the day on which it is certain.
/// </summary>
public sealed class Majority(Store store, Vault vault, Collector collector, GuardianLetters letters, AccountLetters accounts, ComingOfAge majority, TimeProvider clock)
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
        return await EarliestAsync(work.Db, act.Who) is { } earliest && earliest <= clock.Today() && await HandOverAsync(work, act.Who, act with { On = work.Now }, tell: false);
    }

    /// <summary>Everybody who is of age for certain takes over, and is told. Each in a transaction of its own; safe to repeat.</summary>
    public async Task EndAsync(CancellationToken stop)
    {
        List<Guid> grown = [];
        await using (var db = store.Read())
        {
            foreach (var person in await db.LiveForAsync(For.Guardianship, clock.Now(), stop))
            {
                if (await majority.IsOfAgeAsync(db, person))
                {
                    grown.Add(person);
                }
            }
        }

        foreach (var person in grown)
        {
            await using var work = await store.WriteAsync(stop);
            await HandOverAsync(work, person, Act.OfSystem(clock) with { On = work.Now }, tell: true);
        }
    }

    /// <param name="tell">The person did not do it, and hears of it.</param>
    private async Task<bool> HandOverAsync(Writing work, Guid person, Act on, bool tell)
    {
        if (await vault.OpenAsync<Residence>(work.Db, person, For.Jurisdiction) is not Opening<Residence>.Opened(var record, var version, var residence)
            || (await vault.OpenAsync<Guardianship>(work.Db, person, For.Guardianship)).OrNull is not { } guardianship
            || await vault.SaveAsync(work, person, record, version, residence with { AgeBand = nameof(AgeBand.Adult) }, For.Jurisdiction, on) != SaveOutcome.Saved)
        {
            return false;
        }

        var ward = new Ward(person, guardianship);
        await letters.EndedAsync(work, person, Letters.ChildIsOfAge, await ward.AddresseeAsync(work.Db), on with { Who = ward.Guardian });
        if (tell)
        {
            await accounts.OfAgeAsync(work, person, on);
        }

        await Representations.EndGuardiansAsync(work, person);
        work.End(person, For.Guardianship, on, Causes.OfAge);
        work.Record(on, Causes.OfAge, person);
        work.Announce(Topics.Person(person));
        await collector.CommitAsync(work, person, on, Causes.OfAge);
        return true;
    }

    private async Task<DateOnly?> EarliestAsync(SrmDbContext db, Guid person) =>
        (await db.LedgerAsync(person)).IsLive(For.Guardianship, null, clock.Now()) ? (await majority.FindAsync(db, person))?.Earliest : null;
}
