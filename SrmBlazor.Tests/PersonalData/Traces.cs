namespace SrmBlazor.PersonalData;

/// <summary>What every record left in the stores while it lived, to be searched for when it should be gone.</summary>
internal sealed class Traces
{
    private readonly Dictionary<Guid, HashSet<string>> secrets = [];

    /// <param name="secret">A ciphertext or a wrapped key.</param>
    public void Note(Guid record, byte[]? secret)
    {
        if (secret is not null)
        {
            secrets.TryAdd(record, []);
            secrets[record].Add(Convert.ToHexString(secret.AsSpan(1, 24)));
        }
    }

    /// <returns>What is left in the file, or null.</returns>
    public async Task<string?> FindAsync(string path, IEnumerable<Guid> records)
    {
        var bytes = await ReadAsync(path);
        return bytes.AsSpan().IndexOf("planted-"u8) >= 0 ? "a value"
            : records.SelectMany(id => secrets.GetValueOrDefault(id) ?? []).Any(secret => bytes.AsSpan().IndexOf(Convert.FromHexString(secret)) >= 0) ? "a ciphertext or wrapped key"
            : null;
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        if (!File.Exists(path))
        {
            return []; // a log goes with the last connection, and another test may close it
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
