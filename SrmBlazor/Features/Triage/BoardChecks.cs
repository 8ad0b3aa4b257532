using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Triage;

/// <summary>The identity checks of the board. One is due when staff are reminded of it.</summary>
internal static class BoardChecks
{
    private static readonly TimeSpan Term = TimeSpan.FromDays(Verifications.ReminderDays);

    public static async Task<IReadOnlyList<BoardRow>> PageAsync(SrmDbContext db, BoardFilter filter, BoardPlace place, int take, Act act)
    {
        if (filter.Kind is not null || StatesOf(filter.View) is not { Count: > 0 } states)
        {
            return [];
        }

        // state by state, each read from the index in its order: all together would have to be sorted
        return await RowsAsync(db, states.Select(state => Page(db, state, filter, place, take, act)).Aggregate(Queryable.Concat), filter.Sort, act);
    }

    /// <summary>Of one state.</summary>
    internal static IQueryable<SupplierRegistration> Page(SrmDbContext db, RegistrationState state, BoardFilter filter, BoardPlace place, int take, Act act)
    {
        var ascending = filter.Sort == BoardSort.Due ^ place.Backwards;
        var checks = From(Sieve(db, All(db).Where(one => one.State == state), filter, act), filter.Sort, place.Key, ascending);
        return (ascending
            ? checks.OrderBy(one => one.CheckBegunOn).ThenBy(one => one.Id)
            : checks.OrderByDescending(one => one.CheckBegunOn).ThenByDescending(one => one.Id)).Take(take);
    }

    public static Task<IReadOnlyList<BoardRow>> OfAsync(SrmDbContext db, IReadOnlyCollection<Guid> ids, BoardSort sort, Act act) =>
        ids.Count == 0 ? Task.FromResult<IReadOnlyList<BoardRow>>([]) : RowsAsync(db, All(db).Where(one => ids.Contains(one.Id)), sort, act);

    public static Task<IReadOnlyList<BoardRow>> OfPersonsAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, int take, Act act) =>
        RowsAsync(db, All(db).Where(one => persons.Contains(one.PersonId!.Value)).OrderByDescending(one => one.CheckBegunOn).Take(take), BoardSort.Newest, act);

    /// <summary>Null where no identity check can be meant.</summary>
    public static IQueryable<SupplierRegistration>? Sieve(SrmDbContext db, BoardFilter filter, Act act) =>
        filter.Kind is null && StatesOf(filter.View) is { Count: > 0 } states ? Sieve(db, All(db).Where(one => states.Contains(one.State)), filter, act) : null;

    private static IQueryable<SupplierRegistration> Sieve(SrmDbContext db, IQueryable<SupplierRegistration> checks, BoardFilter filter, Act act)
    {
        checks = filter.Region.Length > 0 ? checks.Where(one => db.Set<Person>().Any(person => person.Id == one.PersonId && person.Region == filter.Region)) : checks;
        checks = filter.Age > 0 ? checks.Where(one => one.CheckBegunOn <= act.On.AddDays(-filter.Age)) : checks;
        checks = filter.Colleague is { } colleague ? checks.Where(one => one.CheckedBy == colleague) : filter.Holder switch
        {
            BoardHolder.Anybody => checks,
            BoardHolder.Nobody => checks.Where(one => one.CheckedBy == null),
            BoardHolder.Me => checks.Where(one => one.CheckedBy == act.Who),
        };
        var today = RequestClock.Today(act.On);
        var (begins, ends) = (Begins(today) - Term, Begins(today.AddDays(1)) - Term);
        return filter.Due switch
        {
            BoardDue.Any => checks,
            BoardDue.Late => checks.Where(one => one.CheckBegunOn < begins),
            BoardDue.Today => checks.Where(one => one.CheckBegunOn >= begins && one.CheckBegunOn < ends),
            BoardDue.Week => checks.Where(one => one.CheckBegunOn < ends.AddDays(7)),
        };
    }

    internal static IReadOnlyList<RegistrationState> StatesOf(BoardView view) => view switch
    {
        BoardView.Open => [RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked],
        BoardView.ToDo => [RegistrationState.IdentityCheck],
        BoardView.WithPerson => [RegistrationState.CorrectionAsked],
        BoardView.Ended => [RegistrationState.Verified, RegistrationState.Refused],
        BoardView.Review or BoardView.Running or BoardView.Appeals => [],
    };

    public static IQueryable<SupplierRegistration> All(SrmDbContext db) =>
        db.Set<SupplierRegistration>().AsNoTracking().Where(one => one.PersonId != null && one.CheckBegunOn != null);

    internal static DateTime Begins(DateOnly day) => LegalZone.EndOf(day.AddDays(-1), DeadlineCase.DefaultZone);

    private static IQueryable<SupplierRegistration> From(IQueryable<SupplierRegistration> checks, BoardSort sort, BoardKey? key, bool ascending)
    {
        if (key is null)
        {
            return checks;
        }

        var on = sort == BoardSort.Due ? key.On - Term : key.On;
        return (key.Matter, ascending) switch
        {
            // a request stands before an identity check of the same instant, and a screening behind it
            (Matter.Request, true) => checks.Where(one => one.CheckBegunOn >= on),
            (Matter.Request, false) => checks.Where(one => one.CheckBegunOn < on),
            (Matter.IdentityCheck, true) => checks.Where(one => one.CheckBegunOn >= on && (one.CheckBegunOn > on || one.Id.CompareTo(key.Id) > 0)),
            (Matter.IdentityCheck, false) => checks.Where(one => one.CheckBegunOn <= on && (one.CheckBegunOn < on || one.Id.CompareTo(key.Id) < 0)),
            (Matter.Screening, true) => checks.Where(one => one.CheckBegunOn > on),
            (Matter.Screening, false) => checks.Where(one => one.CheckBegunOn <= on),
        };
    }

    private static async Task<IReadOnlyList<BoardRow>> RowsAsync(SrmDbContext db, IQueryable<SupplierRegistration> checks, BoardSort sort, Act act)
    {
        var found = await checks.ToListAsync();
        if (found.Count == 0)
        {
            return [];
        }

        var persons = found.ConvertAll(one => one.PersonId!.Value);
        var regions = await db.Set<Person>().Where(one => persons.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Region);
        var running = await CheckTerms.RunningSinceAsync(db, persons);
        var children = await Children.AmongAsync(db, persons);
        var today = RequestClock.Today(act.On);
        return [.. found.Select(one =>
        {
            var (person, begun) = (one.PersonId!.Value, one.CheckBegunOn!.Value);
            var due = RequestClock.Today(begun + Term);
            return new BoardRow(
                Matter.IdentityCheck, one.Id, one.Reference, nameof(Matter.IdentityCheck), one.State.ToString(), StageOf(one.State), regions.GetValueOrDefault(person, ""), RequestClock.Today(begun), due,
                running.TryGetValue(person, out var since) && For.IdentityCheck.Term is { } term ? RequestClock.Today(since + term) : null, one.State == RegistrationState.IdentityCheck && due < today,
                IsProvisional: false, one.CheckedBy, HasTwin: false, children.Contains(person), one.Stamp,
                new BoardKey(sort == BoardSort.Due ? begun + Term : begun, Matter.IdentityCheck, 0, one.Id));
        })];
    }

    private static RequestStage StageOf(RegistrationState state) => state switch
    {
        RegistrationState.Submitted or RegistrationState.IdentityCheck => RequestStage.ToDo,
        RegistrationState.CorrectionAsked or RegistrationState.AwaitsGuardian => RequestStage.WithPerson,
        RegistrationState.Verified or RegistrationState.Refused or RegistrationState.Dropped or RegistrationState.Withdrawn => RequestStage.Ended,
    };
}
