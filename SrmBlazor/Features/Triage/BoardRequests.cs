using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>The rights requests of the board. Every order has an index, and a page begins at a key: the first is as near as the last.</summary>
internal static class BoardRequests
{
    public static Task<IReadOnlyList<BoardRow>> PageAsync(SrmDbContext db, BoardFilter filter, BoardPlace place, int take, Act act) =>
        RowsAsync(db, Page(db, filter, place, take, act), filter.Sort, act);

    public static IQueryable<RightsRequest> Page(SrmDbContext db, BoardFilter filter, BoardPlace place, int take, Act act)
    {
        var ascending = filter.Sort == BoardSort.Due ^ place.Backwards;
        return Ordered(From(Sieve(All(db), filter, act), filter.Sort, place.Key, ascending), filter.Sort, ascending).Take(take);
    }

    public static Task<IReadOnlyList<BoardRow>> OfAsync(SrmDbContext db, IReadOnlyCollection<Guid> ids, BoardSort sort, Act act) =>
        ids.Count == 0 ? Task.FromResult<IReadOnlyList<BoardRow>>([]) : RowsAsync(db, All(db).Where(one => ids.Contains(one.Id)), sort, act);

    /// <summary>Of these persons, the newest first.</summary>
    public static Task<IReadOnlyList<BoardRow>> OfPersonsAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, int take, Act act) =>
        RowsAsync(db, All(db).Where(one => persons.Contains(one.PersonId!.Value)).OrderByDescending(one => one.Number).Take(take), BoardSort.Newest, act);

    public static IQueryable<RightsRequest> Sieve(IQueryable<RightsRequest> requests, BoardFilter filter, Act act)
    {
        var today = RequestClock.Today(act.On);
        // either, never both: PostgreSQL would take what follows from a stage for one more condition, expect next to nothing, and read all of it
        requests = filter.Stage is { } stage ? requests.Where(one => one.Stage == stage) : requests.Where(one => one.Stage != RequestStage.Ended);
        requests = filter.Kind is { } kind ? requests.Where(one => one.Kind == kind) : requests;
        requests = filter.Region.Length > 0 ? requests.Where(one => one.Region == filter.Region) : requests;
        requests = filter.Age > 0 ? requests.Where(one => one.ReceivedOn <= today.AddDays(-filter.Age)) : requests;
        requests = filter.Colleague is { } colleague ? requests.Where(one => one.Assignee == colleague) : filter.Holder switch
        {
            BoardHolder.Anybody => requests,
            BoardHolder.Nobody => requests.Where(one => one.Assignee == null),
            BoardHolder.Me => requests.Where(one => one.Assignee == act.Who),
        };
        return filter.Due switch
        {
            BoardDue.Any => requests,
            BoardDue.Late => requests.Where(one => one.DueOn < today),
            BoardDue.Today => requests.Where(one => one.DueOn == today),
            BoardDue.Week => requests.Where(one => one.DueOn <= today.AddDays(7)),
        };
    }

    public static IQueryable<RightsRequest> All(SrmDbContext db) => db.Set<RightsRequest>().AsNoTracking().Where(one => one.PersonId != null);

    /// <summary>Beyond the key. Written so that the database begins at it instead of reading up to it.</summary>
    private static IQueryable<RightsRequest> From(IQueryable<RightsRequest> requests, BoardSort sort, BoardKey? key, bool ascending)
    {
        if (key is null)
        {
            return requests;
        }

        // a request stands before anything else of the same instant
        var (on, day) = (key.On, key.Day);
        var number = key.Matter == Matter.Request ? key.Number : ascending ? long.MaxValue : long.MaxValue - 1;
        return (sort, ascending) switch
        {
            (BoardSort.Due, true) => requests.Where(one => one.DueOn >= day && (one.DueOn > day || one.Number > number)),
            (BoardSort.Due, false) => requests.Where(one => one.DueOn <= day && (one.DueOn < day || one.Number < number)),
            (BoardSort.Newest, true) => requests.Where(one => one.RecordedOn >= on && (one.RecordedOn > on || one.Number > number)),
            (BoardSort.Newest, false) => requests.Where(one => one.RecordedOn <= on && (one.RecordedOn < on || one.Number < number)),
        };
    }

    private static IQueryable<RightsRequest> Ordered(IQueryable<RightsRequest> requests, BoardSort sort, bool ascending) => (sort, ascending) switch
    {
        (BoardSort.Due, true) => requests.OrderBy(one => one.DueOn).ThenBy(one => one.Number),
        (BoardSort.Due, false) => requests.OrderByDescending(one => one.DueOn).ThenByDescending(one => one.Number),
        (BoardSort.Newest, true) => requests.OrderBy(one => one.RecordedOn).ThenBy(one => one.Number),
        (BoardSort.Newest, false) => requests.OrderByDescending(one => one.RecordedOn).ThenByDescending(one => one.Number),
    };

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(SrmDbContext db, IQueryable<RightsRequest> requests, BoardSort sort, Act act)
    {
        var found = await requests.Select(one => new
        {
            one.Id,
            one.Number,
            Person = one.PersonId!.Value,
            one.Kind,
            one.State,
            one.Stage,
            one.Region,
            one.ReceivedOn,
            one.RecordedOn,
            one.DueOn,
            one.LimitOn,
            one.IsProvisional,
            one.Assignee,
            HasTwin = one.TwinId != null,
            one.Stamp,
        }).ToListAsync();
        var childs = await RequestGate.ChildsAsync(db, [.. found.Select(one => (one.Id, (Guid?)one.Person))]);
        var today = RequestClock.Today(act.On);
        return [.. found.Select(one => new BoardRow(
            Matter.Request, one.Id, RightsRequest.ReferenceOf(one.Number), one.Kind.ToString(), one.State.ToString(), one.Stage, one.Region, one.ReceivedOn, one.DueOn ?? one.ReceivedOn, one.LimitOn,
            one.Stage != RequestStage.Ended && one.DueOn < today, one.IsProvisional, one.Assignee, one.HasTwin, childs.Contains(one.Id), one.Stamp,
            new BoardKey(sort == BoardSort.Due ? (one.DueOn ?? one.ReceivedOn).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : one.RecordedOn, Matter.Request, one.Number, Guid.Empty)))];
    }
}
