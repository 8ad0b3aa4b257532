using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Makes a case again as it was on any day, from its steps alone, and compares anew what was compared then.</summary>
public sealed class ScreeningLog(Store store, Vault vault, Comparisons comparisons, ScreeningHashes hashes)
{
    public const Role Readers = Role.Screener | Role.Auditor;

    /// <summary>The day, as the log counts days: in UTC.</summary>
    public static DateOnly DayOf(DateTime on) => DateOnly.FromDateTime(on);

    /// <summary>Null where the person was not screened by the end of the day (UTC), or the day has not come.</summary>
    /// <param name="reference">Of the case, or of the person's registration: who was never hit has a case that stands in no queue.</param>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<PastScreening?> WhyAsync(string reference, DateOnly day, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await FindAsync(db, reference, day, act) is { } own ? await WhyAsync(db, own, EndOf(day)) : null;
    }

    /// <summary>Compares again what was compared then. The program opens the words and shows none of them. Seconds of work, where the lists were other ones.</summary>
    /// <returns>Null where <see cref="WhyAsync(string, DateOnly, Act)"/> gives nothing.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a screener nor an auditor.</exception>
    public async Task<Replayed?> AgainAsync(string reference, DateOnly day, Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        if (await FindAsync(db, reference, day, act) is not { } own || await WhyAsync(db, own, EndOf(day)) is not { } past)
        {
            return null;
        }

        return new Replayed(
            await ReplayAsync(db, own, past, EndOf(day)) is not { } found ? ReplayAnswer.Erased : IsSame(past, found) ? ReplayAnswer.Same : ReplayAnswer.Differs,
            Engine.Version);
    }

    /// <summary>The hits that a comparison of that day's words with that day's lists gives today, by the hash of the entry; null where the file is gone.</summary>
    internal async Task<IReadOnlyList<(Guid? Hit, double Score)>?> ReplayAsync(string reference, DateOnly day, Act act)
    {
        await using var db = store.Read();
        return await FindAsync(db, reference, day, act) is { } own && await WhyAsync(db, own, EndOf(day)) is { } past ? await ReplayAsync(db, own, past, EndOf(day)) : null;
    }

    internal static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>What was confirmed and then vanished waits for people, whether or not it is found again.</summary>
    private static bool IsSame(PastScreening past, IReadOnlyList<(Guid? Hit, double Score)> found)
    {
        var known = past.Hits.ToDictionary(hit => hit.Id);
        return found.All(one => one.Hit is { } hit && known.TryGetValue(hit, out var then) && then.Score == one.Score)
            && known.Values.All(hit => hit.HasVanished || found.Any(one => one.Hit == hit.Id));
    }

    private async Task<IReadOnlyList<(Guid? Hit, double Score)>?> ReplayAsync(SrmDbContext db, ScreeningCase own, PastScreening past, DateTime until)
    {
        if (own.Subject.PersonId is not { } person || await vault.OpenAsync<ScreeningFile>(db, person, For.Screening) is not Opening<ScreeningFile>.Opened file || file.Id != own.FileId)
        {
            return null;
        }

        var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == past.Basis);
        var words = await db.Set<ScreeningEvent>().Where(one => one.CaseId == own.Id && one.On < until && one.Kind == ScreeningEventKind.Screened).OrderByDescending(one => one.Number).Select(one => one.Filed!.Value).FirstAsync();
        var comparison = await comparisons.OfAsync(basis);
        var found = await Task.Run(() => comparison.Find(FileContent.Of(file.Record).Words[words - 1]));
        return [.. found.Select(one => (own.Hits.FirstOrDefault(hit => hit.Entry == hashes.OfEntry(one.Key))?.Id, one.Score))];
    }

    private static Task<ScreeningCase?> FindAsync(SrmDbContext db, string reference, DateOnly day, Act act)
    {
        var (wanted, until) = (reference.Trim().ToUpperInvariant(), EndOf(day));
        return day > DayOf(act.On) ? Task.FromResult<ScreeningCase?>(null) : db.Set<ScreeningCase>().AsNoTracking().Include(one => one.Subject).Include(one => one.Hits).AsSplitQuery()
            .Where(one => one.Subject.PersonId != act.Who && one.Subject.BegunOn < until
                && (one.Reference == wanted || db.Set<SupplierRegistration>().Any(other => other.Reference == wanted && other.PersonId != null && other.PersonId == one.Subject.PersonId)))
            .OrderByDescending(one => one.Subject.BegunOn).ThenBy(one => one.Id).FirstOrDefaultAsync();
    }

    private static async Task<PastScreening?> WhyAsync(SrmDbContext db, ScreeningCase own, DateTime until)
    {
        var steps = await db.Set<ScreeningEvent>().AsNoTracking().Where(one => one.CaseId == own.Id && one.On < until).OrderBy(one => one.Number).ToListAsync();
        if (steps.LastOrDefault(one => one.Kind == ScreeningEventKind.Screened) is not { } screened)
        {
            return null;
        }

        // a rescreening that changed nothing left no step in the case, only its stretch
        var stretch = await db.Set<RescreeningStep>().AsNoTracking().Where(one => one.On < until && one.On >= screened.On && one.Last.CompareTo(own.Id) >= 0
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
