using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Whose turn it is: who passed the identity check, whose data changed, and whom a rescreening could not compare.</summary>
public sealed partial class Screenings
{
    /// <summary>Everybody whose turn it is: identity checks that were passed, and data that changed. Safe to repeat.</summary>
    /// <returns>How many were screened.</returns>
    internal async Task<int> ScreenDueAsync(CancellationToken stop = default)
    {
        var screened = 0;
        var looks = await LookAsync(stop);
        if (looks is not null)
        {
            await EndAsync(stop);
        }

        foreach (var (person, cause) in await DueAsync(looks is not null, stop))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                screened += await ScreenAsync(person, cause, stop) ? 1 : 0;
            }
            catch (Exception trouble) when (trouble is InvalidOperationException and not ObjectDisposedException or DbUpdateException)
            {
                await TellAsync(person, trouble);
                looks = null;
            }
        }

        if (looks is not null)
        {
            look.Took(looks);
        }

        return screened;
    }

    private async Task<ScreeningLook.Seen?> LookAsync(CancellationToken stop)
    {
        await using var db = store.Read();
        return await look.BeginAsync(db, clock.Now(), stop);
    }

    /// <summary>Whoever passed the identity check and has no case, and whoever's data is other than what was compared.</summary>
    /// <param name="looks">Whether something may have changed since everybody was looked at.</param>
    private async Task<List<(Guid Person, ScreeningCause Cause)>> DueAsync(bool looks, CancellationToken stop)
    {
        await using var db = store.Read();
        var passed = await db.Set<SupplierRegistration>().Where(one => one.State == RegistrationState.Verified && one.PersonId != null
                && !db.Set<ScreenedPerson>().Any(screened => screened.PersonId == one.PersonId && screened.EndedOn == null))
            .OrderBy(one => one.Id).Select(one => one.PersonId!.Value).ToListAsync(stop);
        return
        [
            .. passed.Select(person => (person, ScreeningCause.Registration)),
            .. (looks ? await ChangedAsync(db, stop) : []).Select(person => (person, ScreeningCause.DataChanged)),
            .. (await LeftAsync(db, stop)).Select(person => (person, ScreeningCause.ListsChanged)),
        ];
    }

    /// <summary>Whom a rescreening that is done could not compare, because the name was disputed then.</summary>
    private static async Task<List<Guid>> LeftAsync(SrmDbContext db, CancellationToken stop)
    {
        var newest = await ScreeningBasis.NewestAsync(db, stop);
        return newest is null || !await db.Set<Rescreening>().AnyAsync(one => one.BasisId == newest.Id && one.State == RescreeningState.Done, stop) ? []
            : await db.Set<ScreeningCase>().Where(one => !one.IsEnded && one.BasisId != newest.Id && one.Subject.PersonId != null).Select(one => one.Subject.PersonId!.Value).ToListAsync(stop);
    }

    private static async Task<List<Guid>> ChangedAsync(SrmDbContext db, CancellationToken stop)
    {
        // the time alone could not tell two things of one instant apart; it says where to look
        var some = await db.Set<ScreeningCase>().AsNoTracking().Where(one => !one.IsEnded && one.Subject.PersonId != null
                && db.Set<SealedRow>().Any(row => row.PersonId == one.Subject.PersonId && PersonWords.Told.Contains(row.Kind) && (row.SavedOn >= one.ScreenedOn || row.ErasedOn >= one.ScreenedOn)))
            .OrderBy(one => one.Id).Select(one => new { one.Mark, Person = one.Subject.PersonId!.Value }).ToListAsync(stop);
        var marks = await PersonWords.MarksAsync(db, [.. some.Select(one => one.Person)], stop);
        return [.. some.Where(one => marks[one.Person] != one.Mark).Select(one => one.Person)];
    }

    /// <summary>Where the purpose ended, so did the case: the collector has taken the file.</summary>
    private async Task EndAsync(CancellationToken stop)
    {
        List<(Guid Id, Guid Person)> ended = [];
        await using (var db = store.Read())
        {
            var some = await db.Set<ScreeningCase>().Where(one => !one.IsEnded && one.Subject.PersonId != null
                    && !db.Set<SealedRow>().Any(row => row.Id == one.FileId && row.State == RowState.Live))
                .Select(one => new { one.Id, Person = one.Subject.PersonId!.Value }).ToListAsync(stop);
            ended.AddRange(some.Select(one => (one.Id, one.Person)));
        }

        foreach (var (id, person) in ended)
        {
            await using var work = await store.WriteAsync(stop);
            if (await work.Db.Set<ScreeningCase>().Include(one => one.Subject).FirstOrDefaultAsync(one => one.Id == id && !one.IsEnded, stop) is { } own)
            {
                own.End(Act.OfSystem(clock));
                work.Record(Act.OfSystem(clock), "screening.ended", person, own.Reference);
                work.Announce(Topic);
                work.Announce(Topics.Queue);
                work.Announce(Topics.Person(person));
                await work.CommitAsync(stop);
            }
        }
    }
}
