using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmBlazor.Data.Backups;

public enum ArchiveKind
{
    Data,
    Keys,
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record ArchiveFile(string Name, long Size, string Sha256);

/// <summary>How many rows a table holds.</summary>
public sealed record TableRows(string Table, long Count);

/// <summary>The last entry of the audit chain.</summary>
public sealed record AuditHead(long Number, string Hash);

/// <summary>What an archive is and holds, sealed with a key derived from the root secret: what was not made by this installation does not fit.</summary>
public sealed record Manifest
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public required ArchiveKind Kind { get; init; }

    public required DatabaseProvider Provider { get; init; }

    public required Guid Installation { get; init; }

    /// <summary>The moment it shows: data and keys of one backup have the same.</summary>
    public required DateTime TakenOn { get; init; }

    public required string Program { get; init; }

    /// <summary>The last migration of the store.</summary>
    public required string Migration { get; init; }

    public required IReadOnlyList<ArchiveFile> Files { get; init; }

    public required IReadOnlyList<TableRows> Rows { get; init; }

    /// <summary>Of the data only.</summary>
    public AuditHead? Audit { get; init; }

    public string Seal { get; init; } = "";

    public byte[] Write(RootSecret root) => Bytes(this with { Seal = SealOf(root) });

    /// <exception cref="InvalidDataException">Not a byte of it may be another.</exception>
    public static Manifest Read(byte[] bytes, RootSecret root)
    {
        Manifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<Manifest>(bytes, Json);
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException("it is no manifest", unreadable);
        }

        return manifest is not null && Bytes(manifest).AsSpan().SequenceEqual(bytes) && manifest.Seal == manifest.SealOf(root)
            ? manifest
            : throw new InvalidDataException("its manifest was changed, or another installation made it");
    }

    private string SealOf(RootSecret root) => Convert.ToHexStringLower(HMACSHA256.HashData(root.Backup, Bytes(this with { Seal = "" })));

    private static byte[] Bytes(Manifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
}
