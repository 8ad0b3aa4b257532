using System.Security.Cryptography;
using System.Text.Json;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>What is in a package: each file with its length and SHA-256. It is signed (<see cref="SignatureName"/>), and with it every file.</summary>
public sealed record PackageManifest(string Format, DateTime MadeOn, string Language, IReadOnlyList<ManifestFile> Files)
{
    public const string Name = "manifest.json";
    public const string SignatureName = "manifest.jws.json";

    /// <summary>The <c>typ</c> of the signature's header.</summary>
    public const string MediaType = "copy-manifest+json";

    private const string First = "srm-package/1";

    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n" };

    public static PackageManifest Of(IEnumerable<PackageFile> files, string language, DateTime on) =>
        new(First, on, language, [.. files.Select(file => new ManifestFile(file.Name, file.Bytes.Length, Hash(file.Bytes)))]);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>What a package's signed manifest says, or null where one byte of the package is not as it was signed.</summary>
    public static PackageManifest? Verify(ReadOnlySpan<byte> package, PublicKeys keys)
    {
        if (PackageZip.Read(package) is not [{ Name: Name } json, { Name: SignatureName } signature, .. var files]
            || SignedDocument.Verify(signature.Bytes, MediaType, keys) is not { } signed || !signed.AsSpan().SequenceEqual(json.Bytes))
        {
            return null;
        }

        var manifest = JsonSerializer.Deserialize<PackageManifest>(signed, Written)!;
        return manifest.Files.SequenceEqual(files.Select(file => new ManifestFile(file.Name, file.Bytes.Length, Hash(file.Bytes)))) ? manifest : null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record ManifestFile(string Name, int Bytes, string Sha256);
