using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Verification;

/// <summary>Since when the identity check of a person runs, by the purpose ledger: its term decides when the scan lapses.</summary>
internal static class CheckTerms
{
    /// <summary>Those whose check began and was not ended, whether or not its term is over.</summary>
    public static async Task<Dictionary<Guid, DateTime>> RunningSinceAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, CancellationToken stop = default)
    {
        var lines = await db.Set<PurposeEvent>().AsNoTracking()
            .Where(line => line.PersonId != null && persons.Contains(line.PersonId.Value) && line.Purpose == For.IdentityCheck.Key)
            .OrderBy(line => line.Number).Select(line => new { Person = line.PersonId!.Value, line.Change, line.On }).ToListAsync(stop);
        return lines.GroupBy(line => line.Person).Select(group => group.Last()).Where(last => last.Change == PurposeChange.Began)
            .ToDictionary(last => last.Person, last => last.On);
    }
}
