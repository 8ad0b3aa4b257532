using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>The screenings of the board in which something was found. Each turn has an index in the board's order: the first of all are the first of each.</summary>
internal static class BoardScreenings
{
    private static readonly TimeSpan Term = TimeSpan.FromDays(ScreeningCase.DueDays);

    public static async Task<IReadOnlyList<BoardRow>> PageAsync(SrmDbContext db, BoardFilter filter, BoardPlace place, int take, Act act)
    {
        List<ScreeningCase> found = [];
        foreach (var turn in filter.Kind is null ? Turns(filter.View) : [])
        {
            found.AddRange(await Page(db, turn, filter, place, take, act).ToListAsync());
        }

        return await RowsAsync(db, found, filter.Sort, act);
    }

    public static IQueryable<ScreeningCase> Page(SrmDbContext db, ScreeningTurn turn, BoardFilter filter, BoardPlace place, int take, Act act)
    {
        var ascending = filter.Sort == BoardSort.Due ^ place.Backwards;
        var ordered = From(Sieve(db, All(db, act).Where(one => one.Turn == turn), filter, act), filter.Sort, place.Key, ascending);
        return (ascending ? ordered.OrderBy(one => one.RaisedOn).ThenBy(one => one.Id) : ordered.OrderByDescending(one => one.RaisedOn).ThenByDescending(one => one.Id)).Take(take);
    }

    public static async Task<IReadOnlyList<BoardRow>> OfAsync(SrmDbContext db, IReadOnlyCollection<Guid> ids, BoardSort sort, Act act) =>
        ids.Count == 0 ? [] : await RowsAsync(db, await All(db, act).Where(one => ids.Contains(one.Id)).ToListAsync(), sort, act);

    public static async Task<IReadOnlyList<BoardRow>> OfPersonsAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, int take, Act act) =>
        await RowsAsync(db, await All(db, act).Where(one => persons.Contains(one.Subject.PersonId!.Value)).OrderByDescending(one => one.RaisedOn).Take(take).ToListAsync(), BoardSort.Newest, act);

    /// <summary>Null where no screening can be meant.</summary>
    public static IQueryable<ScreeningCase>? Sieve(SrmDbContext db, BoardFilter filter, Act act)
    {
        ScreeningTurn?[] turns = [.. filter.Kind is null ? Turns(filter.View) : []];
        return turns.Length == 0 ? null : Sieve(db, All(db, act).Where(one => turns.Contains(one.Turn)), filter, act);
    }

    /// <summary>One's own is not there.</summary>
    public static IQueryable<ScreeningCase> All(SrmDbContext db, Act act) =>
        db.Set<ScreeningCase>().AsNoTracking().Include(one => one.Subject).Where(one => one.Turn != null && one.Subject.PersonId != null && one.Subject.PersonId != act.Who);

    public static IReadOnlyList<ScreeningTurn> Turns(BoardView view) => view switch
    {
        BoardView.Open => [ScreeningTurn.Screener, ScreeningTurn.Second, ScreeningTurn.Contest],
        BoardView.ToDo => [ScreeningTurn.Screener],
        BoardView.Review => [ScreeningTurn.Second],
        BoardView.Appeals => [ScreeningTurn.Contest],
        BoardView.Ended => [ScreeningTurn.Over],
        BoardView.WithPerson or BoardView.Running => [],
    };

    private static IQueryable<ScreeningCase> Sieve(SrmDbContext db, IQueryable<ScreeningCase> cases, BoardFilter filter, Act act)
    {
        cases = filter.Region.Length > 0 ? cases.Where(one => db.Set<Person>().Any(person => person.Id == one.Subject.PersonId && person.Region == filter.Region)) : cases;
        cases = filter.Age > 0 ? cases.Where(one => one.RaisedOn <= act.On.AddDays(-filter.Age)) : cases;
        cases = filter.Colleague is { } colleague ? cases.Where(one => one.HolderId == colleague) : filter.Holder switch
        {
            BoardHolder.Anybody => cases,
            BoardHolder.Nobody => cases.Where(one => one.HolderId == null),
            BoardHolder.Me => cases.Where(one => one.HolderId == act.Who),
        };
        var today = RequestClock.Today(act.On);
        var (begins, ends) = (BoardChecks.Begins(today) - Term, BoardChecks.Begins(today.AddDays(1)) - Term);
        return filter.Due switch
        {
            BoardDue.Any => cases,
            BoardDue.Late => cases.Where(one => one.RaisedOn < begins),
            BoardDue.Today => cases.Where(one => one.RaisedOn >= begins && one.RaisedOn < ends),
            BoardDue.Week => cases.Where(one => one.RaisedOn < ends.AddDays(7)),
        };
    }

    private static IQueryable<ScreeningCase> From(IQueryable<ScreeningCase> cases, BoardSort sort, BoardKey? key, bool ascending)
    {
        if (key is null)
        {
            return cases;
        }

        // a screening stands behind everything else of the same instant
        var on = sort == BoardSort.Due ? key.On - Term : key.On;
        return (key.Matter, ascending) switch
        {
            (Matter.Request or Matter.IdentityCheck, true) => cases.Where(one => one.RaisedOn >= on),
            (Matter.Request or Matter.IdentityCheck, false) => cases.Where(one => one.RaisedOn < on),
            (Matter.Screening, true) => cases.Where(one => one.RaisedOn >= on && (one.RaisedOn > on || one.Id.CompareTo(key.Id) > 0)),
            (Matter.Screening, false) => cases.Where(one => one.RaisedOn <= on && (one.RaisedOn < on || one.Id.CompareTo(key.Id) < 0)),
        };
    }

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(SrmDbContext db, List<ScreeningCase> found, BoardSort sort, Act act)
    {
        var persons = found.ConvertAll(one => one.Subject.PersonId!.Value);
        if (persons.Count == 0)
        {
            return [];
        }

        var regions = await db.Set<Person>().Where(one => persons.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Region);
        var children = await Children.AmongAsync(db, persons);
        var today = RequestClock.Today(act.On);
        return [.. found.Select(one =>
        {
            var (person, raised, stage) = (one.Subject.PersonId!.Value, one.RaisedOn!.Value, StageOf(one.Turn!.Value));
            var due = RequestClock.Today(raised + Term);
            return new BoardRow(
                Matter.Screening, one.Id, one.Reference, nameof(Matter.Screening), one.State.ToString(), stage, regions.GetValueOrDefault(person, ""), RequestClock.Today(raised), due,
                Limit: null, stage != RequestStage.Ended && due < today, IsProvisional: false, one.HolderId, HasTwin: false, children.Contains(person), one.Stamp,
                new BoardKey(sort == BoardSort.Due ? raised + Term : raised, Matter.Screening, 0, one.Id));
        })];
    }

    private static RequestStage StageOf(ScreeningTurn turn) => turn switch
    {
        ScreeningTurn.Screener => RequestStage.ToDo,
        ScreeningTurn.Second => RequestStage.Review,
        ScreeningTurn.Contest => RequestStage.Appeal,
        ScreeningTurn.Over => RequestStage.Ended,
    };
}
