using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Compares everybody anew when the lists or the engine changed: by what is new, where that gives the same. In stretches, each a transaction that also
/// says how far it came: after a crash or a restart it goes on from there. Nobody is cleared by it who was not, and nobody keeps a clearing whom it has
/// not reached.
/// </summary>
public sealed class Rescreenings(Store store, ScreeningBases bases, Comparisons comparisons, Screenings screenings, ScreeningHashes hashes, FailPoints faults, TimeProvider clock)
{
    public const Role Keepers = Role.Screener | Role.Administrator;

    private const int Stretch = 100;

    /// <summary>The newest, for the line above the queue; null before the first.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an administrator.</exception>
    public async Task<RescreeningLine?> NewestAsync(Act act)
    {
        act.Demand(Keepers);
        await using var db = store.Read();
        return await db.Set<Rescreening>().AsNoTracking().OrderByDescending(one => one.BegunOn).ThenByDescending(one => one.Id)
            .Select(one => new RescreeningLine(one.Id, one.State, one.IsFull, one.Done, one.All, one.Changed, one.BegunOn, one.EndedOn)).FirstOrDefaultAsync();
    }

    /// <summary>Stops it after the stretch that runs. Whoever was not reached stays uncleared.</summary>
    /// <returns>False where it does not run.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an administrator.</exception>
    public Task<bool> CancelAsync(Guid rescreening, Act act) => ChangeAsync(rescreening, RescreeningState.Running, "screening.rescreening-cancelled", (one, on) => one.Cancel(on), act);

    /// <summary>Lets it go on from where it was stopped.</summary>
    /// <inheritdoc cref="CancelAsync"/>
    public Task<bool> ResumeAsync(Guid rescreening, Act act) => ChangeAsync(rescreening, RescreeningState.Cancelled, "screening.rescreening-resumed", (one, _) => one.Resume(), act);

    /// <summary>Begins what the lists ask for, or goes on with it, until everybody is done.</summary>
    /// <returns>How many people were compared.</returns>
    internal Task<int> RunAsync(CancellationToken stop = default) => RunAsync(Stretch, stop);

    /// <param name="stretch">So many people are one transaction.</param>
    internal async Task<int> RunAsync(int stretch, CancellationToken stop = default)
    {
        if (await bases.CurrentAsync(stop) is not { } basis || await BeginAsync(basis, stop) is not { } id)
        {
            return 0;
        }

        var done = 0;
        while (!stop.IsCancellationRequested && await StretchAsync(id, basis, stretch, stop) is { } more)
        {
            done += more;
        }

        return done;
    }

    /// <summary>The one that runs for these lists; null where nobody is left, or staff stopped it.</summary>
    private async Task<Guid?> BeginAsync(ScreeningBasis basis, CancellationToken stop)
    {
        await using (var db = store.Read())
        {
            var known = await db.Set<Rescreening>().AsNoTracking().Where(one => one.State == RescreeningState.Running || one.State == RescreeningState.Cancelled).ToListAsync(stop);
            if (known is [{ } own] && own.BasisId == basis.Id)
            {
                return own.State == RescreeningState.Running ? own.Id : null;
            }

            // whom it could not compare is left to the screening of single persons
            if (known.Count == 0 && (!await Waiting(db, basis).AnyAsync(stop) || await db.Set<Rescreening>().AnyAsync(one => one.BasisId == basis.Id, stop)))
            {
                return null;
            }
        }

        await using var work = await store.WriteAsync(stop);
        if ((await ScreeningBasis.NewestAsync(work.Db, stop))?.Id != basis.Id)
        {
            return null;
        }

        foreach (var earlier in await work.Db.Set<Rescreening>().Where(one => one.State == RescreeningState.Running || one.State == RescreeningState.Cancelled).ToListAsync(stop))
        {
            if (earlier.BasisId == basis.Id)
            {
                return earlier.State == RescreeningState.Running ? earlier.Id : null;
            }

            earlier.End(RescreeningState.Overtaken, work.Now);
        }

        var rescreening = Rescreening.Begin(basis, await Waiting(work.Db, basis).CountAsync(stop), work.Now);
        work.Db.Add(rescreening);
        work.Record(Act.OfSystem(clock), "screening.rescreening-begun", Guid.Empty, $"{basis.Number} {rescreening.All}");
        work.Announce(Screenings.Topic);
        await work.CommitAsync(stop);
        return rescreening.Id;
    }

    /// <summary>Null where it is over or was stopped.</summary>
    private async Task<int?> StretchAsync(Guid id, ScreeningBasis basis, int stretch, CancellationToken stop)
    {
        // lists that changed meanwhile are a rescreening of their own
        if ((await bases.CurrentAsync(stop))?.Id != basis.Id)
        {
            return null;
        }

        Guid? after;
        List<Compared> people;
        await using (var db = store.Read())
        {
            var own = await db.Set<Rescreening>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
            if (own.State != RescreeningState.Running)
            {
                return null;
            }

            after = own.After;
            people = await CompareAsync(db, after, basis, stretch, stop);
        }

        faults.Reach("rescreening.compared");
        await using var work = await store.WriteAsync(stop);
        var rescreening = await work.Db.Set<Rescreening>().SingleAsync(one => one.Id == id, stop);
        if (rescreening.State != RescreeningState.Running || rescreening.After != after || (await ScreeningBasis.NewestAsync(work.Db, stop))?.Id != basis.Id)
        {
            return null;
        }

        var act = Act.OfSystem(clock) with { On = work.Now };
        if (people.Count == 0)
        {
            rescreening.End(RescreeningState.Done, act.On);
            work.Record(act, "screening.rescreening-done", Guid.Empty, $"{basis.Number} {rescreening.Done} {rescreening.Changed}");
        }
        else
        {
            var changed = await TakeAsync(work, people, basis, act, stop);
            rescreening.Advance(people[^1].Id, people.Count, changed);
            work.Db.Add(RescreeningStep.Of(rescreening, people[^1].Id, people.Count, act.On));
        }

        work.Announce(Screenings.Topic);
        faults.Reach("rescreening.before-commit");
        await work.CommitAsync(stop);
        faults.Reach("rescreening.after-commit");
        return people.Count == 0 ? null : people.Count;
    }

    private async Task<List<Compared>> CompareAsync(SrmDbContext db, Guid? after, ScreeningBasis basis, int stretch, CancellationToken stop)
    {
        var cases = await Waiting(db, basis).Where(one => after == null || one.Id.CompareTo(after.Value) > 0).OrderBy(one => one.Id).Take(stretch)
            .Select(one => new { one.Id, one.Mark, one.Stamp, one.BasisId, Person = one.Subject.PersonId!.Value }).ToListAsync(stop);
        var marks = await PersonWords.MarksAsync(db, [.. cases.Select(one => one.Person)], stop);
        var ids = cases.ConvertAll(one => one.Id);
        // what is closed stays closed unless it is met
        var hits = (await db.Set<ScreeningHit>().Where(hit => ids.Contains(hit.CaseId) && hit.State != HitState.Closed).Select(hit => new { hit.CaseId, hit.Entry }).ToListAsync(stop)).ToLookup(hit => hit.CaseId, hit => hit.Entry);
        var froms = cases.Select(one => one.BasisId).Distinct().ToList();
        var former = await db.Set<ScreeningBasis>().AsNoTracking().Where(one => froms.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
        Dictionary<Guid, ListDelta?> deltas = [];
        foreach (var from in former.Values)
        {
            deltas[from.Id] = await comparisons.BetweenAsync(from, basis, stop);
        }

        var waiting = cases.ConvertAll(one =>
        {
            // other data than was compared before is compared with everything
            var delta = marks[one.Person] == one.Mark ? deltas[one.BasisId] : null;
            var isMet = hits[one.Id].Any(entry => delta?.TouchedBy(hashes).Contains(entry) ?? true);
            return (Case: one, Delta: delta, IsMet: isMet);
        });
        var all = await comparisons.OfAsync(basis, stop);
        // where nothing is new, and nothing that was met is gone, nobody is opened
        var reads = await screenings.ReadAsync(db, waiting.Where(one => one.IsMet || one.Delta is not { News.IsEmpty: true }).ToDictionary(one => one.Case.Person, one => one.Delta?.News ?? all), marks, basis);
        return waiting.ConvertAll(one =>
        {
            var read = reads.GetValueOrDefault(one.Case.Person);
            var isSame = marks[one.Case.Person] == one.Case.Mark && !one.IsMet && (one.Delta is { News.IsEmpty: true } || read is { Found.Count: 0 });
            return new Compared(one.Case.Id, one.Case.Person, one.Case.Stamp, marks[one.Case.Person], read, one.Delta?.TouchedBy(hashes), isSame);
        });
    }

    /// <returns>Of how many something changed.</returns>
    private async Task<int> TakeAsync(Writing work, List<Compared> people, ScreeningBasis basis, Act act, CancellationToken stop)
    {
        var ids = people.ConvertAll(one => one.Id);
        var stamps = await work.Db.Set<ScreeningCase>().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Stamp }).ToDictionaryAsync(one => one.Id, one => one.Stamp, stop);
        var marks = await PersonWords.MarksAsync(work.Db, [.. people.Select(one => one.Person)], stop);
        bool Stands(Compared one) => stamps[one.Id] == one.Stamp && marks[one.Person] == one.Mark;

        var same = people.Where(one => one.IsSame && Stands(one)).Select(one => one.Id).ToHashSet();
        await work.Db.Set<ScreeningCase>().Where(one => same.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.BasisId, basis.Id), stop);
        var listed = (await comparisons.OfAsync(basis, stop)).Holds(hashes);
        foreach (var one in people.Where(one => !same.Contains(one.Id)))
        {
            var stands = Stands(one);
            var read = stands ? one.Read : await screenings.ReadAsync(work.Db, one.Person, await comparisons.OfAsync(basis, stop), basis);
            Func<string, bool> covers = stands && one.Touched is { } touched ? touched.Contains : _ => true;
            if ((read is null || !await screenings.TakeAsync(work, one.Person, basis, ScreeningCause.ListsChanged, read, listed, covers, act))
                && await Screenings.FindAsync(work.Db, one.Person) is { } left)
            {
                left.LeaveOut(act);
            }
        }

        return people.Count - same.Count;
    }

    private static IQueryable<ScreeningCase> Waiting(SrmDbContext db, ScreeningBasis basis) =>
        db.Set<ScreeningCase>().AsNoTracking().Where(one => !one.IsEnded && one.BasisId != basis.Id && one.Subject.PersonId != null);

    private async Task<bool> ChangeAsync(Guid id, RescreeningState from, string cause, Action<Rescreening, Act> change, Act act)
    {
        act.Demand(Keepers);
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<Rescreening>().FirstOrDefaultAsync(one => one.Id == id && one.State == from) is not { } rescreening)
        {
            return false;
        }

        var on = act with { On = work.Now };
        change(rescreening, on);
        work.Record(on, cause, Guid.Empty, $"{rescreening.Done} {rescreening.All}");
        work.Announce(Screenings.Topic);
        await work.CommitAsync();
        return true;
    }

    /// <param name="Mark">Of what was read.</param>
    /// <param name="Read">Null where nothing may be opened, or need be.</param>
    /// <param name="Touched">Null where everything was compared.</param>
    /// <param name="IsSame">Nothing was met, and no hit is on an entry that changed.</param>
    private sealed record Compared(Guid Id, Guid Person, Guid Stamp, string Mark, Read? Read, IReadOnlySet<string>? Touched, bool IsSame);
}

/// <summary>How far a rescreening came.</summary>
public sealed record RescreeningLine(Guid Id, RescreeningState State, bool IsFull, int Done, int All, int Changed, DateTime BegunOn, DateTime? EndedOn);
