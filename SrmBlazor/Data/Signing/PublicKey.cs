using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmBlazor.Data.Signing;

/// <summary>A public P-256 key as a JSON Web Key (RFC 7517).</summary>
public sealed record PublicKey(
    [property: JsonPropertyName("kty")] string Kty,
    [property: JsonPropertyName("crv")] string Crv,
    [property: JsonPropertyName("x")] string X,
    [property: JsonPropertyName("y")] string Y,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("alg")] string Alg,
    [property: JsonPropertyName("kid")] string Kid)
{
    /// <param name="x">32 bytes in base64url, as <paramref name="y"/>.</param>
    public static PublicKey Of(string x, string y)
    {
        // RFC 7638: the required members alone, in lexical order, without spaces
        var thumbprint = SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        return new PublicKey("EC", "P-256", x, y, "sig", SignedDocument.Algorithm, Base64Url.EncodeToString(thumbprint));
    }

    /// <summary>The caller disposes it.</summary>
    /// <exception cref="CryptographicException">It is no point of the curve.</exception>
    /// <exception cref="FormatException">A coordinate is not base64url.</exception>
    internal ECDsa Open() => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) },
    });
}

/// <summary>The published keys: <c>/.well-known/srm-receipt-keys.json</c>.</summary>
public sealed record PublicKeys([property: JsonPropertyName("keys")] IReadOnlyList<PublicKey> Keys)
{
    /// <exception cref="JsonException">It is no set of keys.</exception>
    public static PublicKeys Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<PublicKeys>(json) is { Keys: not null } keys ? keys : throw new JsonException("There are no keys in it.");
}
