using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Erasures;

/// <summary>A certificate that was promised, and its signed versions. It leads to nobody; who has the letter's link finds it. Kept for three years.</summary>
public sealed class IssuedCertificate
{
    public const int KeptYears = 3;

    private const int SecretLength = 32;

    private IssuedCertificate()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Of the secret in the link.</summary>
    public byte[] TokenHash { get; private init; } = [];

    /// <summary>SHA-256, lower-case hex, of the code by which the person shows that it is about them.</summary>
    public string Commitment { get; private init; } = "";

    public DateTime MadeOn { get; private init; }

    public List<CertificateVersion> Versions { get; } = [];

    /// <returns>What only the letter knows: the secret of the link, and the code.</returns>
    internal static (IssuedCertificate Certificate, string Token, string Code) Make(Guid person, DateTime on)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        var code = $"{person:N}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength))}";
        return (new() { Id = Guid.NewGuid(), TokenHash = HashOf(token), Commitment = CommitmentOf(code), MadeOn = on }, token, code);
    }

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static string CommitmentOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    internal void Add(byte[] file, DateTime on) => Versions.Add(new CertificateVersion { CertificateId = Id, Number = Versions.Count + 1, File = file, IssuedOn = on });

    public sealed class Mapping : IEntityTypeConfiguration<IssuedCertificate>
    {
        public void Configure(EntityTypeBuilder<IssuedCertificate> builder)
        {
            builder.ToTable("ErasureCertificates");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Commitment).HasMaxLength(64);
            builder.HasIndex(one => one.TokenHash).IsUnique();
            builder.OwnsMany(one => one.Versions, version =>
            {
                version.ToTable("ErasureCertificateVersions");
                version.WithOwner().HasForeignKey(one => one.CertificateId);
                version.HasKey(one => new { one.CertificateId, one.Number });
                version.Property(one => one.Number).ValueGeneratedNever();
            });
        }
    }
}

public sealed class CertificateVersion
{
    public Guid CertificateId { get; init; }

    public int Number { get; init; }

    /// <summary>The signed file.</summary>
    public byte[] File { get; init; } = [];

    public DateTime IssuedOn { get; init; }
}
