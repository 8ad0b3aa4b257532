using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmBlazor.Data.Signing;

/// <summary>
/// A signed JSON document as a file: JSON Web Signature in its flattened form (RFC 7515, 7.2.2), ES256. Only the exact bytes that were
/// written verify: a space more and it is another file.
/// </summary>
public static class SignedDocument
{
    public const string Algorithm = "ES256";

    /// <param name="type">The <c>typ</c> of the header: what the document is.</param>
    internal static byte[] Sign(byte[] payload, string type, string kid, ECDsa key)
    {
        var header = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Header(Algorithm, kid, type)));
        var body = Base64Url.EncodeToString(payload);
        var signature = key.SignData(Signed(header, body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return JsonSerializer.SerializeToUtf8Bytes(new Envelope(body, header, Base64Url.EncodeToString(signature)));
    }

    /// <summary>The document in the file, or null when it is not what one of the keys signed.</summary>
    /// <param name="type">The only <c>typ</c> that will do.</param>
    public static byte[]? Verify(ReadOnlySpan<byte> file, string type, PublicKeys keys)
    {
        try
        {
            if (JsonSerializer.Deserialize<Envelope>(file) is not { Payload: not null, Protected: not null, Signature: not null } envelope
                // the decoder forgives spare bits, spaces and unknown members; a second reading shows whether there were any
                || !JsonSerializer.SerializeToUtf8Bytes(envelope).AsSpan().SequenceEqual(file)
                || Decode(envelope.Protected) is not { } head || Decode(envelope.Payload) is not { } payload || Decode(envelope.Signature) is not { Length: 64 } signature
                || JsonSerializer.Deserialize<Header>(head) is not { Alg: Algorithm } header || header.Typ != type
                || keys.Keys.FirstOrDefault(key => key.Kid == header.Kid) is not { } jwk)
            {
                return null;
            }

            using var key = jwk.Open();
            return key.VerifyData(Signed(envelope.Protected, envelope.Payload), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ? payload : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or CryptographicException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[] Signed(string header, string body) => Encoding.ASCII.GetBytes($"{header}.{body}");

    private static byte[]? Decode(string text) =>
        Base64Url.DecodeFromChars(text) is var bytes && string.Equals(Base64Url.EncodeToString(bytes), text, StringComparison.Ordinal) ? bytes : null;

    private sealed record Header([property: JsonPropertyName("alg")] string Alg, [property: JsonPropertyName("kid")] string Kid, [property: JsonPropertyName("typ")] string Typ);

    private sealed record Envelope(
        [property: JsonPropertyName("payload")] string Payload, [property: JsonPropertyName("protected")] string Protected, [property: JsonPropertyName("signature")] string Signature);
}
