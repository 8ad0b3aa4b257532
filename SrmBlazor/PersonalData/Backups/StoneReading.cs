using System.Data.Common;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>Tombstones of a store that is read as it is, whatever program wrote it.</summary>
internal static class StoneReading
{
    public static Task<List<Tombstone>> TombstonesAsync(this DbConnection keys, CancellationToken stop) =>
        keys.AllAsync("SELECT \"RecordId\", \"ErasureId\", \"ErasedOn\" FROM \"Tombstones\"",
            row => new Tombstone { RecordId = row.GetGuid(0), ErasureId = row.GetGuid(1), ErasedOn = DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc) }, stop);

    /// <summary>An intent that is committed counts like a tombstone: nothing brings the record back.</summary>
    public static Task<List<Tombstone>> IntentsAsync(this DbConnection main, DateTime now, CancellationToken stop) =>
        main.AllAsync($"SELECT \"Id\", \"ErasureId\" FROM \"SealedRecords\" WHERE \"State\" = '{nameof(RowState.Erasing)}'",
            row => new Tombstone { RecordId = row.GetGuid(0), ErasureId = row.GetGuid(1), ErasedOn = now }, stop);
}
