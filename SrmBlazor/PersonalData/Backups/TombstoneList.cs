using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>What holds tombstones.</summary>
public enum StoneOrigin
{
    /// <summary>A file, or an archive of the keys.</summary>
    File,

    KeyStore,

    MainStore,
}

/// <summary>
/// Tombstones from one place, as lines of text: record, erasure, date, seal. A line <c>complete</c> says that all of an installation's
/// tombstones up to that date stand before it. A torn line or one of somebody else's does not fit its seal and counts as none.
/// </summary>
/// <param name="Name">Which file, or as what the store was put aside; empty for the store that is here.</param>
/// <param name="CompleteOn">Nothing erased before is missing; null if that is not known.</param>
/// <param name="Foreign">Lines that are not ours.</param>
public sealed record TombstoneList(string Name, IReadOnlyList<Tombstone> Stones, DateTime? CompleteOn, int Foreign = 0)
{
    public StoneOrigin Origin { get; init; }

    public const string FileName = "tombstones.txt";

    private const string Complete = "complete";

    internal static string Line(Tombstone stone, RootSecret root) => Sealed($"{stone.RecordId:N} {stone.ErasureId:N} {Text(stone.ErasedOn)}", root);

    internal static string CompleteLine(Guid installation, DateTime on, RootSecret root) => Sealed($"{Complete} {installation:N} {Text(on)}", root);

    internal static async Task<TombstoneList> ReadAsync(string path, string name, RootSecret root, CancellationToken stop)
    {
        var (stones, foreign, complete) = (new List<Tombstone>(), 0, (DateTime?)null);
        await foreach (var line in File.ReadLinesAsync(path, stop))
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (line.LastIndexOf(' ') is var end && (end < 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sealed(line[..end], root)), Encoding.UTF8.GetBytes(line))))
            {
                foreign++;
                continue;
            }

            var parts = line.Split(' ');
            var on = DateTime.ParseExact(parts[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            if (parts[0] == Complete)
            {
                complete = on;
            }
            else
            {
                stones.Add(new Tombstone { RecordId = Guid.ParseExact(parts[0], "N"), ErasureId = Guid.ParseExact(parts[1], "N"), ErasedOn = on });
            }
        }

        return new TombstoneList(name, stones, complete, foreign);
    }

    private static string Text(DateTime on) => on.ToString("O", CultureInfo.InvariantCulture);

    private static string Sealed(string words, RootSecret root) => $"{words} {Convert.ToHexStringLower(HMACSHA256.HashData(root.Backup, Encoding.UTF8.GetBytes(words))[..16])}";
}
