using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Data.Signing;

/// <summary>
/// A P-256 key that signs what people take away (ES256, RFC 7518). The private half is sealed under the root secret; the public half is
/// published for ever, so that what was signed before a rotation still verifies.
/// </summary>
public sealed class SigningKey
{
    private SigningKey()
    {
    }

    /// <summary>The JWK thumbprint of the public half (RFC 7638).</summary>
    public string Id { get; private init; } = "";

    public string X { get; private init; } = "";

    public string Y { get; private init; } = "";

    public byte[] SealedPrivate { get; private init; } = [];

    public DateTime MadeOn { get; private init; }

    public static SigningKey Make(RootSecret root, DateTime on)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = PublicKey.Of(Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return new SigningKey { Id = jwk.Kid, X = jwk.X, Y = jwk.Y, MadeOn = on, SealedPrivate = Close(root, key.ExportPkcs8PrivateKey(), jwk.Kid) };
    }

    public PublicKey Public => PublicKey.Of(X, Y);

    /// <summary>The caller disposes it.</summary>
    internal ECDsa Open(RootSecret root)
    {
        var plain = SealedBox.Open(KeyOf(root), SealedPrivate, Encoding.ASCII.GetBytes(Id));
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(plain, out _);
        CryptographicOperations.ZeroMemory(plain);
        return key;
    }

    private static byte[] Close(RootSecret root, byte[] plain, string id)
    {
        var box = SealedBox.Close(KeyOf(root), plain, Encoding.ASCII.GetBytes(id));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    private static byte[] KeyOf(RootSecret root) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root.Master, 32, info: "srm|v1|signing"u8.ToArray());

    public sealed class Mapping : IEntityTypeConfiguration<SigningKey>
    {
        public void Configure(EntityTypeBuilder<SigningKey> builder)
        {
            builder.ToTable("SigningKeys");
            builder.Property(key => key.Id).HasMaxLength(43);
            builder.Property(key => key.X).HasMaxLength(43);
            builder.Property(key => key.Y).HasMaxLength(43);
            builder.Ignore(key => key.Public);
        }
    }
}
