using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>Many people at once.</summary>
public sealed partial class Vault
{
    /// <summary>
    /// Opens the newest record of a kind that each of these people has, with few questions for all together. Whoever's may not be opened, or is not there,
    /// has no entry.
    /// </summary>
    /// <param name="damaged">Told of a record that does not open although it should: it concerns one person, and holds up nobody else.</param>
    public async Task<IReadOnlyDictionary<Guid, T>> OpenEachAsync<T>(SrmDbContext db, IReadOnlyCollection<Guid> persons, Purpose purpose, Action<Guid, CryptographicException> damaged)
        where T : SealedRecord, IDeclared
    {
        var (kind, now) = (map[typeof(T)], clock.Now());
        var rows = (await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId != null && persons.Contains(row.PersonId.Value) && row.Kind == kind.Name && row.State == RowState.Live).ToListAsync())
            .GroupBy(row => row.PersonId!.Value).ToDictionary(own => own.Key, own => own.MaxBy(row => row.Id)!);
        var ledgers = await db.LedgersAsync(rows.Keys);
        var found = await keys.FindAsync([.. rows.Where(own => ledgers.TryGetValue(own.Key, out var ledger) && MayOpen(kind, own.Value.Id, purpose, ledger, now)).Select(own => own.Value.Id)]);
        Dictionary<Guid, T> opened = [];
        foreach (var (person, row) in rows.Where(own => found.ContainsKey(own.Value.Id)))
        {
            try
            {
                if (Unseal<T>(row, kind, found[row.Id](), ledgers[person], purpose, now) is { } record)
                {
                    opened.Add(person, record);
                }
            }
            catch (CryptographicException trouble)
            {
                damaged(person, trouble);
            }
        }

        return opened;
    }
}
