using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>Checks that nobody decided within their term: the scan goes, and the supplier is asked for a new one.</summary>
public sealed class ScanLapses(Store store, Collector collector, CaseLetters letters, TimeProvider clock)
{
    private const string Cause = "verification.scan-lapsed";

    /// <summary>Each case in a transaction of its own; safe to repeat.</summary>
    /// <returns>How many lapsed.</returns>
    public async Task<int> LapseAsync(CancellationToken stop = default)
    {
        var lapsed = 0;
        foreach (var id in await OverdueAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
            lapsed += await LapseAsync(id) ? 1 : 0;
        }

        return lapsed;
    }

    private async Task<List<Guid>> OverdueAsync(CancellationToken stop)
    {
        var before = clock.Now() - For.IdentityCheck.Term!.Value;
        await using var db = store.Read();
        var cases = await Undecided(db).Where(one => one.ConfirmedOn <= before).Select(one => new { one.Id, Person = one.PersonId!.Value }).ToListAsync(stop);
        var running = await CheckTerms.RunningSinceAsync(db, [.. cases.Select(one => one.Person)], stop);
        return [.. cases.Where(one => running.TryGetValue(one.Person, out var since) && since <= before).Select(one => one.Id)];
    }

    private async Task<bool> LapseAsync(Guid id)
    {
        await using var work = await store.WriteAsync();
        var act = Act.OfSystem(clock);
        if (await Undecided(work.Db).FirstOrDefaultAsync(one => one.Id == id) is not { PersonId: { } person } registration
            || !(await CheckTerms.RunningSinceAsync(work.Db, [person])).TryGetValue(person, out var since) || act.On < since + For.IdentityCheck.Term)
        {
            return false;
        }

        registration.LapseScan(act.On);
        work.End(person, For.IdentityCheck, act, Cause);
        await letters.SendAsync(work, person, Letters.ScanLapsed, act);
        var erasure = await collector.IntendAsync(work, person, act, Cause);
        work.Db.Add(CaseEvent.Lapsed(registration, erasure, act));
        work.Record(act, Cause, person, registration.Reference);
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        if (erasure is { } intent)
        {
            await collector.CarryOutAsync(intent);
        }

        return true;
    }

    private static IQueryable<SupplierRegistration> Undecided(SrmDbContext db) => db.Set<SupplierRegistration>().Where(one => one.PersonId != null
        && (one.State == RegistrationState.IdentityCheck || one.State == RegistrationState.CorrectionAsked));
}
