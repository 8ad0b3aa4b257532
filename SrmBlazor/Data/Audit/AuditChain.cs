using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SrmBlazor.Data.Audit;

/// <summary>Links entries into a chain of HMACs: a changed, removed or reordered entry breaks every later link.</summary>
public static class AuditChain
{
    /// <summary>Links and adds what is about to be saved. The head is read inside the transaction that saves, which excludes other writers.</summary>
    public static async Task LinkAsync(SrmDbContext db, RootSecret root, IReadOnlyList<AuditEntry> pending, CancellationToken stop)
    {
        if (pending.Count == 0)
        {
            return;
        }

        var head = await db.Set<AuditEntry>().OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Hash }).FirstOrDefaultAsync(stop);
        var (number, previous) = (head?.Number ?? 0, head?.Hash ?? []);
        foreach (var entry in pending)
        {
            entry.Link(++number, previous, root.Audit);
            previous = entry.Hash;
            db.Add(entry);
        }
    }

    /// <summary>Walks the chain. Answers the number of the first entry that does not fit, or null when all do.</summary>
    public static async Task<(long Entries, long? Broken)> VerifyAsync(SrmDbContext db, RootSecret root, CancellationToken stop = default)
    {
        var (count, expected, previous) = (0L, 1L, Array.Empty<byte>());
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (entry.Number != expected || !entry.Previous.AsSpan().SequenceEqual(previous)
                || !CryptographicOperations.FixedTimeEquals(entry.Hash, HashOf(entry, root.Audit)))
            {
                return (count, entry.Number);
            }

            (count, expected, previous) = (count + 1, expected + 1, entry.Hash);
        }

        return (count, null);
    }

    internal static byte[] HashOf(AuditEntry entry, byte[] key)
    {
        var text = string.Join('\n', entry.Number.ToString(CultureInfo.InvariantCulture), entry.On.ToString("O", CultureInfo.InvariantCulture),
            entry.Actor, entry.Action, entry.Subject, entry.Detail, Convert.ToHexString(entry.Previous));
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
    }
}
