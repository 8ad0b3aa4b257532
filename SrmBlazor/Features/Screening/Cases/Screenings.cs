using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Screens one person: opens what is compared, compares it with everything, and takes the result into their case. Comparing is done outside of the
/// transaction; what changed meanwhile, the person's data or the lists, is noticed within it, and the screening begins anew. Whom it cannot compare stays
/// uncleared, and nobody else waits for them.
/// </summary>
public sealed partial class Screenings(
    Store store, Vault vault, ScreeningBases bases, Comparisons comparisons, PersonWords words, ScreeningHashes hashes, ScreeningContests contests, ScreeningLook look, IOptions<CaseOptions> options, FailPoints faults, TimeProvider clock, ILogger<Screenings> log)
{
    /// <summary>Page, queue and gate ask again.</summary>
    public const string Topic = "screening";

    /// <summary>False where nothing may be opened, or nothing can be compared with.</summary>
    internal async Task<bool> ScreenAsync(Guid person, ScreeningCause cause, CancellationToken stop = default)
    {
        while (await bases.CurrentAsync(stop) is { } basis)
        {
            var comparison = await comparisons.OfAsync(basis, stop);
            Read? read;
            await using (var db = store.Read())
            {
                read = await MayTakeAsync(db, person) ? await ReadAsync(db, person, comparison, basis) : null;
            }

            if (read is null)
            {
                return false;
            }

            faults.Reach("screening.before-write");
            await using var work = await store.WriteAsync(stop);
            if ((await ScreeningBasis.NewestAsync(work.Db, stop))?.Id == basis.Id && await PersonWords.MarkAsync(work.Db, person) == read.Mark)
            {
                if (!await TakeAsync(work, person, basis, cause, read, comparison.Holds(hashes), _ => true, Act.OfSystem(clock)))
                {
                    return false;
                }

                faults.Reach("screening.before-commit");
                await work.CommitAsync(stop);
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a comparison into the person's case, within the caller's transaction.</summary>
    /// <param name="listed">By the hash of an entry: whether a list has it.</param>
    /// <param name="covers">By the hash of an entry: whether the comparison would have found it.</param>
    /// <returns>False where the person's file does not open, or none may be kept any more: nothing was changed.</returns>
    internal async Task<bool> TakeAsync(Writing work, Guid person, ScreeningBasis basis, ScreeningCause cause, Read read, Func<string, bool> listed, Func<string, bool> covers, Act act)
    {
        var own = await FindAsync(work.Db, person);
        if (await (own is null ? NewFileAsync(work, person) : OpenFileAsync(work.Db, own, person)) is not ({ } content, var version))
        {
            return false;
        }

        content = content.With(read.Words);
        own ??= ScreeningCase.Begin(person, act);
        var (before, turn) = (own.State, own.Turn);
        var fresh = own.Take(new Screened(basis, cause, read.Mark, read.Compared, content.Words.Count, read.Found), covers, listed, options.Value, act);
        content = content.With(fresh.Select(one => new FiledHit(one.Hit.Id, one.Found.Evidence)));
        if (version == 0)
        {
            own.KeepIn(await vault.SealAsync(work, person, content.Close(), For.Screening, act, "screening.begun"));
            work.Db.Add(own);
            work.Announce(Topics.Person(person));
        }
        else
        {
            await SaveFileAsync(work, own, person, version, content, act);
        }

        if (before == ScreeningState.Confirmed && own.State != ScreeningState.Confirmed)
        {
            await contests.OvertakeAsync(work, own, person, act);
        }

        work.Record(act, "screening.run", person, $"{own.Reference} {cause} {basis.Number} {own.OpenHits}");
        work.Announce(Topic);
        if ((turn ?? own.Turn) is not null)
        {
            work.Announce(Topics.Queue);
        }

        if (before != own.State)
        {
            work.Announce(Topics.Person(person));
        }

        return true;
    }

    /// <summary>Compares without taking anything in; null where nothing may be opened.</summary>
    internal async Task<Read?> ReadAsync(SrmDbContext db, Guid person, Comparison with, ScreeningBasis basis)
    {
        // the mark first: data that changes between the two is noticed then
        var marks = await PersonWords.MarksAsync(db, [person]);
        return (await ReadAsync(db, new Dictionary<Guid, Comparison> { [person] = with }, marks, basis)).GetValueOrDefault(person);
    }

    /// <summary>The same for several people. Of whom nothing may be opened there is no entry.</summary>
    /// <param name="with">What each is compared with.</param>
    /// <param name="marks">Of each, taken before.</param>
    internal async Task<IReadOnlyDictionary<Guid, Read>> ReadAsync(SrmDbContext db, IReadOnlyDictionary<Guid, Comparison> with, IReadOnlyDictionary<Guid, string> marks, ScreeningBasis basis)
    {
        List<(Guid Person, CryptographicException Trouble)> damaged = [];
        var opened = await words.OpenAsync(db, [.. with.Keys], (person, trouble) => damaged.Add((person, trouble)));
        foreach (var (person, trouble) in damaged)
        {
            await TellAsync(person, trouble);
        }

        return opened.ToDictionary(own => own.Key, own => new Read(marks[own.Key], own.Value, hashes.Of(own.Key, own.Value), FoundBy(with[own.Key], own.Key, own.Value, basis.Engine)));
    }

    private List<(Found Found, Sides Sides)> FoundBy(Comparison with, Guid person, ScreenedWords opened, string engine) =>
        [.. with.Find(opened).Select(found => (found, new Sides(hashes.OfEntry(found.Key), hashes.OfContent(found.Content), hashes.Of(person, opened.Of(found.Kind)), engine)))];

    /// <summary>The file and the version to be named when saving it. Null where it does not open: it was set aside, or what it was kept for has ended.</summary>
    internal async Task<(FileContent Content, int Version)?> OpenFileAsync(SrmDbContext db, ScreeningCase own, Guid person) =>
        await OpenAsync(db, person) is Opening<ScreeningFile>.Opened file && file.Id == own.FileId ? (FileContent.Of(file.Record), file.Version) : null;

    private static async Task<(FileContent Content, int Version)?> NewFileAsync(Writing work, Guid person) =>
        (await work.Db.LedgerAsync(person)).IsLive(For.Screening, null, work.Now) ? (FileContent.Empty, 0) : null;

    private async Task<bool> MayTakeAsync(SrmDbContext db, Guid person) => await FindAsync(db, person) is not { } own || await OpenFileAsync(db, own, person) is not null;

    /// <summary>A file that is damaged concerns one person; it is told, and opens as little as one that was set aside.</summary>
    private async Task<Opening<ScreeningFile>?> OpenAsync(SrmDbContext db, Guid person)
    {
        try
        {
            return await vault.OpenAsync<ScreeningFile>(db, person, For.Screening);
        }
        catch (CryptographicException trouble)
        {
            await TellAsync(person, trouble);
            return null;
        }
    }

    /// <summary>Once an hour of each person: it is tried every few seconds.</summary>
    private async Task TellAsync(Guid person, Exception trouble)
    {
        if (look.Tells(person, clock.Now()))
        {
            NotScreened(log, await ReferenceAsync(person), trouble.GetType().Name);
        }
    }

    /// <summary>Of the case, or of the registration of who has none.</summary>
    private async Task<string> ReferenceAsync(Guid person)
    {
        await using var db = store.Read();
        return await db.Set<ScreeningCase>().Where(one => one.Subject.PersonId == person && !one.IsEnded).Select(one => one.Reference).FirstOrDefaultAsync()
            ?? await db.Set<SupplierRegistration>().Where(one => one.PersonId == person).Select(one => one.Reference).FirstOrDefaultAsync() ?? "";
    }

    [LoggerMessage(1, LogLevel.Error, "Whom {Reference} is about was not screened: {Failure}. They stay uncleared; it is tried again.")]
    private static partial void NotScreened(ILogger log, string reference, string failure);

    internal async Task SaveFileAsync(Writing work, ScreeningCase own, Guid person, int version, FileContent content, Act act)
    {
        if (await vault.SaveAsync(work, person, own.FileId, version, content.Close(), For.Screening, act) != SaveOutcome.Saved)
        {
            throw new InvalidOperationException($"The file of {own.Reference} cannot be saved.");
        }
    }

    internal static Task<ScreeningCase?> FindAsync(SrmDbContext db, Guid person) => db.Set<ScreeningCase>().Include(one => one.Subject).Include(one => one.Hits).AsSplitQuery()
        .FirstOrDefaultAsync(one => one.Subject.PersonId == person && !one.IsEnded);
}

/// <summary>What was read of a person and what it met.</summary>
internal sealed record Read(string Mark, ScreenedWords Words, string Compared, IReadOnlyList<(Found Found, Sides Sides)> Found)
{
    public override string ToString() => "***";
}
