using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>
/// The audit chain remembers the version that each save made. Whoever can write the main store could put an older row back, whole and under
/// its own key; it would open, but not as new as the chain says.
/// </summary>
public static class AuditedVersions
{
    private const string Saved = "record.saved";

    internal static void Record(Writing work, Act act, Guid person, Guid record, int version) =>
        work.Record(act, Saved, person, string.Create(CultureInfo.InvariantCulture, $"{record:N} {version}"));

    /// <summary>The records that are older than their last audited version, or whose row is missing.</summary>
    public static async Task<IReadOnlyList<Guid>> OlderAsync(SrmDbContext db, CancellationToken stop = default)
    {
        var audited = new Dictionary<Guid, int>();
        await foreach (var detail in db.Set<AuditEntry>().Where(entry => entry.Action == Saved).OrderBy(entry => entry.Number).Select(entry => entry.Detail).AsAsyncEnumerable().WithCancellation(stop))
        {
            var parts = detail.Split(' ');
            audited[Guid.ParseExact(parts[0], "N")] = int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        var older = new List<Guid>();
        foreach (var some in audited.Chunk(500))
        {
            var ids = some.Select(one => one.Key).ToList();
            var rows = await db.Set<SealedRow>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Version }).ToDictionaryAsync(row => row.Id, row => row.Version, stop);
            older.AddRange(some.Where(one => rows.GetValueOrDefault(one.Key) < one.Value).Select(one => one.Key));
        }

        return older;
    }
}
