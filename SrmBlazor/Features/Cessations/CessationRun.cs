using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Cessations;

/// <summary>How an order to end a service was answered.</summary>
public abstract record CessationAnswer
{
    public sealed record Announced(DateOnly EraseOn) : CessationAnswer;

    /// <summary>It was announced before, and its day has not come.</summary>
    public sealed record Waiting(DateOnly EraseOn) : CessationAnswer;

    /// <summary>Letters are still to be written: the running program writes them.</summary>
    public sealed record LettersLeft : CessationAnswer;

    /// <summary>Nobody can be told in time.</summary>
    public sealed record TooSoon(DateOnly Earliest) : CessationAnswer;

    /// <summary>Done.</summary>
    public sealed record Ended(int Persons) : CessationAnswer;
}

/// <summary>
/// Ends a service: first an announcement with a day, then, from that day on, the end of its purposes for everybody, which the collector turns into
/// erasures. What another purpose or a law holds stays. Each person is a transaction of its own, and who was done has nothing left to end.
/// </summary>
public sealed class CessationRun(Store store, Collector collector, AccountRegister accounts, DataMap map, IOptions<CessationOptions> options, FailPoints faults, TimeProvider clock)
{
    public async Task<CessationPlan> PlanAsync(string key, CancellationToken stop = default)
    {
        var (service, now) = (EndingService.Of(key, map), clock.Now());
        await using var db = store.Read();
        var (count, planned) = (0, new List<PlannedRecords>());
        foreach (var person in await PersonsAsync(db, stop))
        {
            var ledger = await db.LedgerAsync(person, stop);
            var ends = service.EndsOf(ledger, now).ToList();
            if (ends.Count == 0)
            {
                continue;
            }

            count++;
            var after = ledger.With(ends.Select(end => PurposeEvent.Of(person, end.Purpose, end.Record, PurposeChange.Ended, now, "plan")));
            foreach (var row in await db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live).Select(row => new { row.Id, row.Kind }).ToListAsync(stop))
            {
                var holds = after.HoldsOf(map[row.Kind], row.Id, now).ToList();
                planned.AddRange(holds.Count == 0 ? [new PlannedRecords(row.Kind, 1, null, null)]
                    : [holds.MaxBy(hold => hold.Until) is var last ? new PlannedRecords(row.Kind, 1, last!.Purpose.Key, last.Until == DateTime.MaxValue ? null : last.Until) : null!]);
            }
        }

        return new CessationPlan(service.Key, count, [.. planned.GroupBy(record => (record.Kind, record.Keeper)).OrderBy(group => group.Key.Keeper is not null).ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
            .Select(group => new PlannedRecords(group.Key.Kind, group.Count(), group.Key.Keeper, group.Max(record => record.Until)))]);
    }

    /// <param name="on">The day of the erasure; null: as soon as the settings allow.</param>
    public async Task<CessationAnswer> ExecuteAsync(string key, DateOnly? on, Act act, CancellationToken stop = default)
    {
        var service = EndingService.Of(key, map);
        await using var work = await store.WriteAsync(stop);
        if (await work.Db.Set<Cessation>().FirstOrDefaultAsync(one => one.Service == service.Key && one.DoneOn == null, stop) is { } open)
        {
            await work.DisposeAsync();
            return !open.IsDue(act.On) ? new CessationAnswer.Waiting(open.EraseOn) : open.MailedOn is null ? new CessationAnswer.LettersLeft() : await EndAsync(open.Id, stop);
        }

        var earliest = DateOnly.FromDateTime(act.On).AddDays(options.Value.Days);
        if (on < earliest)
        {
            return new CessationAnswer.TooSoon(earliest);
        }

        work.Db.Add(Cessation.Announce(service, on ?? earliest, act));
        work.Record(act, "service-end.announced", Guid.Empty, service.Key);
        await work.CommitAsync(stop);
        return new CessationAnswer.Announced(on ?? earliest);
    }

    /// <summary>Ends whatever is due and was told to everybody.</summary>
    public async Task EndDueAsync(CancellationToken stop)
    {
        List<Cessation> open;
        await using (var db = store.Read())
        {
            open = await db.Set<Cessation>().AsNoTracking().Where(one => one.DoneOn == null && one.MailedOn != null).ToListAsync(stop);
        }

        foreach (var cessation in open.Where(one => one.IsDue(clock.Now())))
        {
            await EndAsync(cessation.Id, stop);
        }
    }

    private async Task<CessationAnswer.Ended> EndAsync(Guid cessation, CancellationToken stop)
    {
        EndingService service;
        List<Guid> persons;
        await using (var db = store.Read())
        {
            service = EndingService.Of((await db.Set<Cessation>().AsNoTracking().SingleAsync(one => one.Id == cessation, stop)).Service, map);
            persons = await PersonsAsync(db, stop);
        }

        var count = 0;
        foreach (var person in persons)
        {
            stop.ThrowIfCancellationRequested();
            count += await EndForAsync(person, service, stop) ? 1 : 0;
            faults.Reach("cessation.between");
        }

        await using var work = await store.WriteAsync(stop);
        var act = Act.OfSystem(clock);
        (await work.Db.Set<Cessation>().SingleAsync(one => one.Id == cessation, stop)).Finish(act.On);
        work.Record(act, "service-end.done", Guid.Empty, $"{service.Key} {count}");
        await work.CommitAsync(stop);
        return new CessationAnswer.Ended(count);
    }

    private async Task<bool> EndForAsync(Guid person, EndingService service, CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        var act = Act.OfSystem(clock);
        var ends = service.EndsOf(await work.Db.LedgerAsync(person, stop), act.On).ToList();
        if (ends.Count == 0)
        {
            return false;
        }

        foreach (var (purpose, record) in ends)
        {
            work.End(person, purpose, act, "service.ended", record);
        }

        if (service.IsWhole)
        {
            await accounts.CloseAsync(work, person, act);
        }

        await collector.CommitAsync(work, person, act, "service.ended");
        return true;
    }

    private static Task<List<Guid>> PersonsAsync(SrmDbContext db, CancellationToken stop) =>
        db.Set<PurposeEvent>().Where(line => line.PersonId != null).Select(line => line.PersonId!.Value).Distinct().OrderBy(person => person).ToListAsync(stop);
}
