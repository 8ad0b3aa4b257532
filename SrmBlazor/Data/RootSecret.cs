using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Data;

/// <summary>
/// The one secret of an installation: 32 random bytes in a file of mode 0400, made on first run, never in a backup with data.
/// HKDF (RFC 5869) derives the keys from it, each for one use.
/// </summary>
public sealed class RootSecret
{
    private const int Length = 32;

    private readonly string? madeAt;

    private RootSecret(byte[] secret, string? madeAt)
    {
        this.madeAt = madeAt;
        Master = Derive(secret, "master");
        Index = Derive(secret, "index");
        Audit = Derive(secret, "audit");
        Log = Derive(secret, "log");
        Backup = Derive(secret, "backup");
    }

    /// <summary>Wraps the record keys (AES-256-GCM).</summary>
    public byte[] Master { get; }

    /// <summary>Keys the blind indexes (HMAC-SHA256).</summary>
    public byte[] Index { get; }

    /// <summary>Keys the audit chain and its pseudonyms.</summary>
    public byte[] Audit { get; }

    /// <summary>Keys the pseudonyms in logs.</summary>
    public byte[] Log { get; }

    /// <summary>Seals manifests of backups and lines of tombstones (HMAC-SHA256).</summary>
    public byte[] Backup { get; }

    /// <summary>Reads the secret, or makes it where none is and <paramref name="mayCreate"/> allows.</summary>
    /// <exception cref="InvalidDataException">The file is not 32 bytes, or it is missing and must not be made.</exception>
    public static RootSecret Load(string path, bool mayCreate)
    {
        var isNew = !File.Exists(path);
        if (isNew)
        {
            if (!mayCreate)
            {
                throw new InvalidDataException($"The root secret is missing at {path}. Without it nothing in this installation can be read; put the file back.");
            }

            Create(path);
        }

        var secret = File.ReadAllBytes(path);
        if (secret.Length != Length)
        {
            throw new InvalidDataException($"The root secret at {path} has {secret.Length} bytes where {Length} are expected.");
        }

        var root = new RootSecret(secret, isNew ? path : null);
        CryptographicOperations.ZeroMemory(secret);
        return root;
    }

    /// <summary>A pseudonym of an id that only the holder of the root secret can make again.</summary>
    public static string Pseudonym(byte[] key, Guid id) =>
        id == Guid.Empty ? "system" : Convert.ToHexStringLower(HMACSHA256.HashData(key, id.ToByteArray())[..12]);

    /// <summary>Removes a secret that this start made for a key store that has one already. Answers whether it did.</summary>
    internal bool TakeBack()
    {
        if (madeAt is null)
        {
            return false;
        }

        File.Delete(madeAt);
        return true;
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead);
        }

        File.Move(draft, path, overwrite: false);
    }

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes($"srm|v1|{use}"));
}
