using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>What a supplier decides about their own data. The person is always the one who acts.</summary>
public sealed class MyConsents(Store store, DataMap map, Notices notices, ConsentBook book, Collector collector, IEnumerable<ConsentTrace> traces)
{
    /// <summary>Every purpose that rests on consent, and where it stands.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var ledger = await db.LedgerAsync(act.Who);
        var last = (await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.PersonId == act.Who).ToListAsync())
            .GroupBy(one => one.Purpose, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(one => one.Number)!, StringComparer.Ordinal);
        return [.. map.Purposes.Where(IsOwn).Select(purpose => new Choice(
            purpose, ledger.IsGiven(purpose, act.On), ledger.IsGiven(purpose, act.On) && ledger.IsPaused(purpose), last.GetValueOrDefault(purpose.Key)?.On))];
    }

    /// <summary>The purposes the service cannot do without, for this person: no toggle, only the reason.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Purpose>> NecessaryAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var ledger = await db.LedgerAsync(act.Who);
        return [.. map.Purposes.Where(purpose => !purpose.ByConsent && ledger.Spells(purpose, act.On).Any())];
    }

    /// <summary>Puts the notice of a purpose before the person, and writes that down; with what taking the consent back would do.</summary>
    /// <param name="purpose">The purpose's key.</param>
    /// <param name="surface">The page it stands on.</param>
    /// <returns>Null for a purpose that nobody can consent to.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<ConsentPanel?> OpenAsync(string purpose, string language, string surface, Act act)
    {
        act.Demand(Role.Supplier);
        if (Find(purpose) is not { } asked)
        {
            return null;
        }

        var notice = notices.Of(asked, language);
        await using var work = await store.WriteAsync();
        var now = work.Now;
        var ledger = await work.Db.LedgerAsync(act.Who);
        var (given, paused) = (ledger.IsGiven(asked, now), ledger.IsPaused(asked));
        var withdrawal = given ? await Withdrawal.OfAsync(work.Db, map, traces, act.Who, asked, now) : null;
        var served = await book.ServeAsync(work, act.Who, notice, surface);
        await work.CommitAsync();
        return new ConsentPanel(asked, notice, served, given, given && paused, withdrawal) { GuardianGives = IsGuarded(ledger, now) };
    }

    /// <summary>Whether something may be used for a purpose, has to be asked first, or was answered with no.</summary>
    /// <param name="purpose">The purpose's key.</param>
    /// <returns>Null for a purpose that nobody can consent to.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<FirstUse?> FirstUseAsync(string purpose, Act act)
    {
        act.Demand(Role.Supplier);
        if (Find(purpose) is not { } asked)
        {
            return null;
        }

        await using var db = store.Read();
        var ledger = await db.LedgerAsync(act.Who);
        if (ledger.IsGiven(asked, act.On))
        {
            return new FirstUse(asked, ledger.IsPaused(asked) ? FirstUseState.Ask : FirstUseState.Live, null);
        }

        var last = await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.PersonId == act.Who && one.Purpose == asked.Key).OrderByDescending(one => one.Number).FirstOrDefaultAsync();
        // a no stands until what is asked becomes something else
        return last is { State: ConsentState.Refused or ConsentState.Withdrawn } && !await db.Set<PurposeRevision>().AnyAsync(revision => revision.Purpose == asked.Key && revision.On > last.On)
            ? new FirstUse(asked, FirstUseState.Refused, last.On) : new FirstUse(asked, FirstUseState.Ask, null);
    }

    /// <summary>One decision about one purpose. A withdrawal erases at once what nothing else holds.</summary>
    /// <param name="purpose">The purpose's key.</param>
    /// <param name="give">True: given, or given anew; false: refused, or taken back.</param>
    /// <param name="served">The notice that was shown for it.</param>
    /// <returns>False where there was nothing left to decide.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> DecideAsync(string purpose, bool give, Guid served, Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        if (Find(purpose) is not { } asked || !await work.Db.Set<NoticeServed>().AnyAsync(notice => notice.Id == served && notice.PersonId == act.Who && notice.Purpose == asked.Key))
        {
            return false;
        }

        var on = act with { On = work.Now };
        var ledger = await work.Db.LedgerAsync(act.Who);
        if (give && IsGuarded(ledger, on.On))
        {
            return false;
        }

        var state = ConsentBook.StateOf(give, ledger.IsGiven(asked, on.On));
        if (await book.RecordAsync(work, act.Who, asked, state, served, on) is null)
        {
            return false;
        }

        await collector.CommitAsync(work, act.Who, on, $"consent.{state}".ToLowerInvariant());
        return true;
    }

    /// <summary>Every decision there ever was, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<PastDecision>> HistoryAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.PersonId == act.Who).OrderByDescending(one => one.Number)
            .Select(one => new PastDecision(one.Id, one.Purpose, one.State, one.Actor, one.On)).ToListAsync();
    }

    /// <summary>A child can take back, but it is the guardian who gives.</summary>
    private static bool IsGuarded(Ledger ledger, DateTime now) => ledger.IsClosed || ledger.IsLive(For.Guardianship, null, now);

    private Purpose? Find(string key) => map.Purposes.FirstOrDefault(purpose => IsOwn(purpose) && purpose.Key == key);

    private static bool IsOwn(Purpose purpose) => purpose is { ByConsent: true, ByGuardian: false };
}
