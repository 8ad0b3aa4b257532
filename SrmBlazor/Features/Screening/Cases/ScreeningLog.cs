using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Makes a case again as it was on any day, from its steps alone, and compares anew what was compared then. Whoever asks leaves a row in the person's access
/// ledger, as whoever opens the case does; a child's answer needs the same approval.
/// </summary>
public sealed class ScreeningLog(Store store, Vault vault, AccessLedger access, Comparisons comparisons, ScreeningHashes hashes)
{
    public const Role Readers = Role.Screener | Role.Auditor;

    /// <summary>The day, as the log counts days: in UTC.</summary>
    public static DateOnly DayOf(DateTime on) => DateOnly.FromDateTime(on);

    /// <summary>Whether the actor may be answered: about a child only with a second person's approval. Null where there is nobody to answer about.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<Gate?> GateAsync(string reference, DateOnly day, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await FindAsync(db, reference, day, act) is { } own ? await GateOfAsync(db, own, act) : null;
    }

    /// <summary>Asks for the approval.</summary>
    /// <returns>False where none is needed, or one is asked for or given already.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<bool> AskAsync(string reference, DateOnly day, ApprovalReason reason, Act act)
    {
        act.Demand(Readers);
        await using var work = await store.WriteAsync();
        return await FindAsync(work.Db, reference, day, act) is { Subject.PersonId: { } person } own && await Children.IsAsync(work.Db, person)
            && await ChildGate.AskAsync(work, new ChildCase(person, own.Id, own.Reference), reason, act with { On = work.Now });
    }

    /// <summary>Null where the person was not screened by the end of the day (UTC), the day has not come, or the gate is shut.</summary>
    /// <param name="reference">Of the case, or of the person's registration: who was never hit has a case that stands in no queue.</param>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<PastScreening?> WhyAsync(string reference, DateOnly day, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await OpenAsync(db, reference, day, act) is { } own ? await WhyAsync(db, own, EndOf(day)) : null;
    }

    /// <summary>Compares again what was compared then. The program opens the words and shows none of them. Seconds of work, where the lists were other ones.</summary>
    /// <returns>Null where <see cref="WhyAsync(string, DateOnly, Act)"/> gives nothing.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<Replayed?> AgainAsync(string reference, DateOnly day, Act act, CancellationToken stop = default)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        if (await OpenAsync(db, reference, day, act) is not { } own || await WhyAsync(db, own, EndOf(day)) is not { } past)
        {
            return null;
        }

        var (hindrance, found) = await ReplayAsync(db, own, past, EndOf(day), stop);
        return new Replayed(hindrance ?? (IsSame(past, found) ? ReplayAnswer.Same : ReplayAnswer.Differs), Engine.Version);
    }

    /// <summary>The hits that a comparison of that day's words with that day's lists gives today, by the hash of the entry; null where the file does not open.</summary>
    internal async Task<IReadOnlyList<(Guid? Hit, double Score)>?> ReplayAsync(string reference, DateOnly day, Act act)
    {
        await using var db = store.Read();
        return await FindAsync(db, reference, day, act) is { } own && await WhyAsync(db, own, EndOf(day)) is { } past && await ReplayAsync(db, own, past, EndOf(day), default) is (null, var found) ? found : null;
    }

    internal static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>What was confirmed and then vanished waits for people, whether or not it is found again.</summary>
    private static bool IsSame(PastScreening past, IReadOnlyList<(Guid? Hit, double Score)> found)
    {
        var known = past.Hits.ToDictionary(hit => hit.Id);
        return found.All(one => one.Hit is { } hit && known.TryGetValue(hit, out var then) && then.Score == one.Score)
            && known.Values.All(hit => hit.HasVanished || found.Any(one => one.Hit == hit.Id));
    }

    /// <returns>Why it cannot be compared again, or what was found.</returns>
    private async Task<(ReplayAnswer? Hindrance, IReadOnlyList<(Guid? Hit, double Score)> Found)> ReplayAsync(SrmDbContext db, ScreeningCase own, PastScreening past, DateTime until, CancellationToken stop)
    {
        var opening = own.Subject.PersonId is { } person ? await vault.OpenAsync<ScreeningFile>(db, person, For.Screening) : null;
        if (opening is not Opening<ScreeningFile>.Opened file || file.Id != own.FileId)
        {
            return (opening is Opening<ScreeningFile>.Refused ? ReplayAnswer.Shut : ReplayAnswer.Erased, []);
        }

        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == past.Basis, stop);
        var words = await db.Set<ScreeningEvent>().Where(one => one.CaseId == own.Id && one.On < until && one.Kind == ScreeningEventKind.Screened).OrderByDescending(one => one.Number).Select(one => one.Filed!.Value).FirstAsync(stop);
        var comparison = await comparisons.AgainAsync(basis, stop);
        var found = await Task.Run(() => comparison.Find(FileContent.Of(file.Record).Words[words - 1]), stop);
        return (null, [.. found.Select(one => (own.Hits.FirstOrDefault(hit => hit.Entry == hashes.OfEntry(one.Key))?.Id, one.Score))]);
    }

    /// <summary>Null where there is none or the gate is shut. Whose it was can be known no more; then nobody's ledger has a row.</summary>
    private async Task<ScreeningCase?> OpenAsync(SrmDbContext db, string reference, DateOnly day, Act act)
    {
        if (await FindAsync(db, reference, day, act) is not { } own || !(await GateOfAsync(db, own, act)).IsOpen)
        {
            return null;
        }

        if (own.Subject.PersonId is { } person)
        {
            await access.RecordCaseAsync(person, own.Id, act);
        }

        return own;
    }

    private static async Task<Gate> GateOfAsync(SrmDbContext db, ScreeningCase own, Act act) =>
        own.Subject.PersonId is { } person ? await ScreeningDecisions.GateOfAsync(db, own, person, act) : new Gate(GateState.Free);

    private static async Task<ScreeningCase?> FindAsync(SrmDbContext db, string reference, DateOnly day, Act act)
    {
        if (day > DayOf(act.On))
        {
            return null;
        }

        var (wanted, until) = (reference.Trim().ToUpperInvariant(), EndOf(day));
        if (await Cases(db, wanted).AnyAsync())
        {
            return await Last(Cases(db, wanted), until, act).FirstOrDefaultAsync();
        }

        return await db.Set<SupplierRegistration>().Where(one => one.Reference == wanted).Select(one => one.PersonId).FirstOrDefaultAsync() is { } person ? await Last(CasesOf(db, person), until, act).FirstOrDefaultAsync() : null;
    }

    internal static IQueryable<ScreeningCase> Cases(SrmDbContext db, string reference) => db.Set<ScreeningCase>().Where(one => one.Reference == reference);

    internal static IQueryable<ScreeningCase> CasesOf(SrmDbContext db, Guid person) => db.Set<ScreeningCase>().Where(one => one.Subject.PersonId == person);

    internal static IQueryable<ScreeningCase> Last(IQueryable<ScreeningCase> some, DateTime until, Act act) => some.AsNoTracking().Include(one => one.Subject).Include(one => one.Hits).AsSplitQuery()
        .Where(one => one.Subject.PersonId != act.Who && one.Subject.BegunOn < until)
        .OrderByDescending(one => one.Subject.BegunOn).ThenBy(one => one.Id);

    private static async Task<PastScreening?> WhyAsync(SrmDbContext db, ScreeningCase own, DateTime until)
    {
        var steps = await db.Set<ScreeningEvent>().AsNoTracking().Where(one => one.CaseId == own.Id && one.On < until).OrderBy(one => one.Number).ToListAsync();
        if (steps.LastOrDefault(one => one.Kind == ScreeningEventKind.Screened) is not { } screened)
        {
            return null;
        }

        // a rescreening that changed nothing left no step in the case, only its stretch; one that could not compare the person left a step of the same instant
        var stretch = await db.Set<RescreeningStep>().AsNoTracking().Where(one => one.On < until && one.On >= screened.On && one.Last.CompareTo(own.Id) >= 0
                && !db.Set<ScreeningEvent>().Any(left => left.CaseId == own.Id && left.Kind == ScreeningEventKind.LeftOut && left.On == one.On)
                && one.Number == db.Set<RescreeningStep>().Where(first => first.RescreeningId == one.RescreeningId && first.Last.CompareTo(own.Id) >= 0).Min(first => first.Number))
            .OrderByDescending(one => one.Number).FirstOrDefaultAsync();
        var (id, on) = stretch is null ? (screened.BasisId!.Value, screened.On) : (stretch.BasisId, stretch.On);
        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == id);
        var versions = basis.VersionIds;
        var lists = await db.Set<ScreeningListVersion>().AsNoTracking().Where(version => versions.Contains(version.Id)).OrderBy(version => version.Source).ToListAsync();
        var live = await ScreeningListVersion.LiveAsync(db, until.AddMicroseconds(-1));
        var hits = PastHits.Of(steps, own.Hits.ToDictionary(hit => hit.Id));
        return new PastScreening(
            own.Reference, ScreeningCase.StateOf([.. hits.Select(hit => hit.State)]), id, lists, Shelf.FingerprintOf(live) == basis.Fingerprint, basis.Engine, on, hits,
            steps.Exists(step => step.Kind == ScreeningEventKind.Ended));
    }
}
