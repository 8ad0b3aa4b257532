using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// What waits for staff, of every kind, in one order. It opens no sealed record: references, kinds, states and days. A privacy officer sees
/// requests, a verifier identity checks, a screener screenings in which something was found, but never their own; who is several sees them all.
/// </summary>
public sealed class Board(Store store, KeyStore keys, BoardMemory memory, CaseVisits visits, AccessLedger access, DeadlineBook deadlines)
{
    public const int Size = 50;

    /// <summary>Beyond so many nobody counts one by one, and the program need not either.</summary>
    public const int Counted = 100;

    internal const Role MaySee = Role.Verifier | Role.Screener | Role.PrivacyOfficer;

    /// <summary>One page.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public Task<BoardRows> PageAsync(BoardFilter filter, BoardPlace place, Act act, int take = Size)
    {
        act.Demand(MaySee);
        var own = filter.Holder == BoardHolder.Me ? act.Who : Apart(act);
        return memory.RememberAsync((filter, place, take, act.Roles & MaySee, own, RequestClock.Today(act.On)), () => ReadAsync(filter, place, act, take));
    }

    internal async Task<BoardRows> ReadAsync(BoardFilter filter, BoardPlace place, Act act, int take)
    {
        await using var db = store.Read();
        // the first of all are the first of each: of each kind, and of a country and its parts, so that each is read from its index in its order
        List<BoardRow> each = [];
        foreach (var part in deadlines.Current.Rules.Within(filter.Region).Select(region => filter with { Region = region }))
        {
            each.AddRange(Shows(Matter.Request, part, act) ? await BoardRequests.PageAsync(db, part, place, take + 1, act) : []);
            each.AddRange(Shows(Matter.IdentityCheck, part, act) ? await BoardChecks.PageAsync(db, part, place, take + 1, act) : []);
            each.AddRange(Shows(Matter.Screening, part, act) ? await BoardScreenings.PageAsync(db, part, place, take + 1, act) : []);
        }

        var found = Ordered(each, filter.Sort == BoardSort.Due ^ place.Backwards).Take(take + 1).ToList();
        var rows = found.Take(take);
        return place.Backwards
            ? new BoardRows([.. rows.Reverse()], found.Count > take, place.Key is not null)
            : new BoardRows([.. rows], place.Key is not null, found.Count > take);
    }

    /// <summary>Rows that are shown already, as they are now; those that are gone are left out.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyList<BoardRow>> RefreshAsync(IReadOnlyCollection<BoardRow> shown, BoardSort sort, Act act)
    {
        act.Demand(MaySee);
        await using var db = store.Read();
        return
        [
            .. await BoardRequests.OfAsync(db, [.. Ids(shown, Matter.Request, act)], sort, act),
            .. await BoardChecks.OfAsync(db, [.. Ids(shown, Matter.IdentityCheck, act)], sort, act),
            .. await BoardScreenings.OfAsync(db, [.. Ids(shown, Matter.Screening, act)], sort, act),
        ];
    }

    /// <summary>By a reference, or by somebody's whole name, exactly: by its keyed hash, without opening one. The newest first, ended ones too. Who was found by name sees that.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyList<BoardRow>> FindAsync(string text, Act act)
    {
        act.Demand(MaySee);
        await using var db = store.Read();
        var (number, reference) = (RightsRequest.NumberOf(text.Trim()), IsReference(text.Trim()) ? text.Trim().ToUpperInvariant() : null);
        var requests = number is not null && Sees(Matter.Request, act) ? await BoardRequests.All(db).Where(one => one.Number == number).Select(one => one.Id).ToListAsync() : [];
        var checks = reference is not null && Sees(Matter.IdentityCheck, act) ? await BoardChecks.All(db).Where(one => one.Reference == reference).Select(one => one.Id).ToListAsync() : [];
        var screenings = reference is not null && Sees(Matter.Screening, act) ? await BoardScreenings.All(db, act).Where(one => one.Reference == reference).Select(one => one.Id).ToListAsync() : [];
        var named = requests.Count + checks.Count + screenings.Count > 0 || text.Trim().Length == 0 ? [] : (await keys.LookUpAsync(LookUp.WholeName, text)).Select(entry => entry.PersonId).Distinct().ToList();
        List<BoardRow> found =
        [
            .. await BoardRequests.OfAsync(db, requests, BoardSort.Newest, act),
            .. await BoardChecks.OfAsync(db, checks, BoardSort.Newest, act),
            .. await BoardScreenings.OfAsync(db, screenings, BoardSort.Newest, act),
            .. named.Count > 0 && Sees(Matter.Request, act) ? await BoardRequests.OfPersonsAsync(db, named, Size, act) : [],
            .. named.Count > 0 && Sees(Matter.IdentityCheck, act) ? await BoardChecks.OfPersonsAsync(db, named, Size, act) : [],
            .. named.Count > 0 && Sees(Matter.Screening, act) ? await BoardScreenings.OfPersonsAsync(db, named, Size, act) : [],
        ];
        if (named.Count > 0 && found.Count > 0)
        {
            // that somebody of this name is here is said only once it is written down that it was asked
            await access.RecordSearchAsync(named, act);
        }

        return [.. Ordered(found, ascending: false).Take(Size)];
    }

    /// <summary>By its form. Whatever else is typed is a name, and belongs in no address.</summary>
    internal static bool IsReference(string text) =>
        RightsRequest.NumberOf(text) is not null || text.StartsWith(SupplierRegistration.Prefix, StringComparison.OrdinalIgnoreCase) || text.StartsWith(ScreeningCase.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Which requests others have open at this moment, and how many of them: never who.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyDictionary<Guid, int>> ViewedAsync(Act act)
    {
        act.Demand(MaySee);
        IReadOnlyList<(Guid Request, Guid Staff)> viewers = Sees(Matter.Request, act) ? await memory.RememberAsync(nameof(ViewedAsync), visits.ViewersAsync, Topics.Cases) : [];
        return viewers.Where(one => one.Staff != act.Who).GroupBy(one => one.Request).ToDictionary(one => one.Key, one => one.Count());
    }

    /// <summary>How much waits, of everything the actor sees.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public Task<BoardCounts> CountAsync(Act act)
    {
        act.Demand(MaySee);
        return memory.RememberAsync((act.Roles & MaySee, Apart(act), RequestClock.Today(act.On)), () => CountAllAsync(act));
    }

    private async Task<BoardCounts> CountAllAsync(Act act)
    {
        await using var db = store.Read();
        return new BoardCounts(
            await CountAsync(db, new BoardFilter { Due = BoardDue.Late }, act),
            await CountAsync(db, new BoardFilter { Due = BoardDue.Today }, act),
            await CountAsync(db, new BoardFilter { Holder = BoardHolder.Nobody, View = BoardView.ToDo }, act));
    }

    private static async Task<int> CountAsync(SrmDbContext db, BoardFilter filter, Act act)
    {
        var requests = Sees(Matter.Request, act) ? await BoardRequests.Sieve(BoardRequests.All(db), filter, act).Take(Counted).CountAsync() : 0;
        var checks = requests < Counted && Sees(Matter.IdentityCheck, act) && BoardChecks.Sieve(db, filter, act) is { } sieved ? await sieved.Take(Counted).CountAsync() : 0;
        var screenings = requests + checks < Counted && Sees(Matter.Screening, act) && BoardScreenings.Sieve(db, filter, act) is { } found ? await found.Take(Counted).CountAsync() : 0;
        return Math.Min(requests + checks + screenings, Counted);
    }

    private static bool Shows(Matter matter, BoardFilter filter, Act act) => filter.Matter is not { } only ? Sees(matter, act) : only == matter && Sees(matter, act);

    internal static bool Sees(Matter matter, Act act) => matter switch
    {
        Matter.Request => act.Is(Role.PrivacyOfficer),
        Matter.IdentityCheck => act.Is(Role.Verifier),
        Matter.Screening => act.Is(Role.Screener),
    };

    /// <summary>Who is not shown their own case shares no answer with others.</summary>
    private static Guid Apart(Act act) => Sees(Matter.Screening, act) ? act.Who : Guid.Empty;

    private static IEnumerable<Guid> Ids(IEnumerable<BoardRow> rows, Matter matter, Act act) => Sees(matter, act) ? rows.Where(row => row.Matter == matter).Select(row => row.Id) : [];

    private static IEnumerable<BoardRow> Ordered(IEnumerable<BoardRow> rows, bool ascending) => ascending
        ? rows.OrderBy(row => row.Key.On).ThenBy(row => row.Matter).ThenBy(row => row.Key.Number).ThenBy(row => row.Id)
        : rows.OrderByDescending(row => row.Key.On).ThenByDescending(row => row.Matter).ThenByDescending(row => row.Key.Number).ThenByDescending(row => row.Id);
}
