using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.Features.Erasures.Check;

/// <summary>What a check found, and what it went through. Names of tables and files, and what is left of records; never a value.</summary>
internal sealed record Checked(IReadOnlyList<string> Found, IReadOnlyList<string> Searched)
{
    public bool IsClean => Found.Count == 0;
}

/// <summary>
/// The independent check of an erasure. It trusts neither the collector nor the vault: keys and rows are looked for by id, and what
/// the person had typed is searched for in the bytes of every table and every file.
/// </summary>
internal sealed class RawCheck(Store store, KeyStore keys, StoredFiles files)
{
    /// <summary>A server's own files lie with the server: what it hands out is read, and what it keeps besides is not.</summary>
    private const string NotRead = "not-read postgresql-server-files 2";

    public async Task<Checked> RunAsync(ErasurePlan plan, IReadOnlyList<string> values, CancellationToken stop)
    {
        var traces = Traces.Of(values);
        List<string> found = [.. await LeftAsync(plan, stop)];
        List<string> searched = [];
        await using (var db = store.Read())
        {
            await CheckpointAsync(db, stop);
            await TablesAsync(db, "main", traces, found, searched, stop);
            searched.AddRange(db.Database.IsSqlite() ? [] : [NotRead]);
        }

        await using (var keyDb = keys.Read())
        {
            await TablesAsync(keyDb, "keys", traces, found, searched, stop);
        }

        var all = files.All().ToList();
        found.AddRange(all.Where(path => !traces.IsEmpty && files.Finds(path, traces)).Select(path => $"file {files.NameOf(path)}"));
        return new Checked(found, traces.IsEmpty ? [] : [.. searched, .. all.GroupBy(files.GroupOf, StringComparer.Ordinal).Select(group => $"files {group.Key} {group.Count()}")]);
    }

    /// <summary>Letters that lie in a folder, as they do in Development, go when they name who is erased.</summary>
    public void RemoveLetters(IReadOnlyList<string> values)
    {
        if (files.MailFolder is not { } folder || !Directory.Exists(folder) || Traces.Of(values) is not { IsEmpty: false } traces)
        {
            return;
        }

        foreach (var letter in Directory.EnumerateFiles(folder, "*.eml").Where(path => files.Finds(path, traces)).ToList())
        {
            File.Delete(letter);
        }
    }

    private async Task<IEnumerable<string>> LeftAsync(ErasurePlan plan, CancellationToken stop)
    {
        var ids = plan.Goes.Select(going => going.Record).ToList();
        await using var db = store.Read();
        var rows = await db.Set<SealedRow>().CountAsync(row => ids.Contains(row.Id) && (row.State != RowState.Erased || row.Ciphertext != null), stop);
        await using var keyDb = keys.Read();
        var wrapped = await keyDb.Keys.CountAsync(key => ids.Contains(key.RecordId), stop);
        var indexes = await keyDb.Indexes.CountAsync(index => ids.Contains(index.RecordId), stop);
        return new (string What, int Count)[] { ("records", rows), ("keys", wrapped), ("indexes", indexes) }.Where(left => left.Count > 0).Select(left => $"{left.What} {left.Count}");
    }

    private static async Task TablesAsync(DbContext db, string name, Traces traces, List<string> found, List<string> searched, CancellationToken stop)
    {
        if (traces.IsEmpty)
        {
            return;
        }

        var (read, where) = await StoredTables.SearchAsync(db, traces, stop);
        found.AddRange(where.Select(table => $"table {name}.{table}"));
        searched.Add($"tables {name} {read}");
    }

    /// <summary>What was blanked after the collector emptied the write-ahead log may lie in it once more.</summary>
    private static async Task CheckpointAsync(SrmDbContext db, CancellationToken stop)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", stop);
        }
    }
}
