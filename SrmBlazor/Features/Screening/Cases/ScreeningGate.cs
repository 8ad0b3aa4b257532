using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>What an order, an assignment or a disclosure is told of a person.</summary>
public enum GateAnswer
{
    /// <summary>Cleared, against the lists of now.</summary>
    Allowed,

    /// <summary>Not yet, or not any more.</summary>
    NotScreened,

    /// <summary>Hits wait for people, or were confirmed.</summary>
    NotCleared,

    /// <summary>Name, nationality or address is another than was compared.</summary>
    DataChanged,

    /// <summary>Cleared against other lists than those of now; the rescreening has not come to this person yet.</summary>
    ListsChanged,

    /// <summary>There are no lists: nobody is cleared against nothing.</summary>
    NoLists,
}

/// <summary>The one question that is asked before an order is issued, an assignment made or anything disclosed (DIS-5). It reads, and decides nothing.</summary>
public static class ScreeningGate
{
    /// <summary>Asked in the transaction that does what it allows: what commits before is seen, what commits after was not yet true.</summary>
    public static async Task<GateAnswer> AskAsync(SrmDbContext db, Guid person)
    {
        var versions = await ScreeningListVersion.LiveAsync(db);
        if (versions.Sum(version => version.EntryCount) == 0)
        {
            return GateAnswer.NoLists;
        }

        var own = await db.Set<ScreeningCase>().AsNoTracking().Where(one => one.Subject.PersonId == person && !one.IsEnded)
            .Select(one => new { one.State, one.Mark, one.BasisId }).FirstOrDefaultAsync();
        if (own is null)
        {
            return GateAnswer.NotScreened;
        }

        if (own.State != ScreeningState.Cleared)
        {
            return GateAnswer.NotCleared;
        }

        if (await PersonWords.MarkAsync(db, person) != own.Mark)
        {
            return GateAnswer.DataChanged;
        }

        return await ScreeningBasis.NewestAsync(db) is { } basis && basis.Id == own.BasisId && basis.IsOf(Shelf.FingerprintOf(versions)) ? GateAnswer.Allowed : GateAnswer.ListsChanged;
    }
}
