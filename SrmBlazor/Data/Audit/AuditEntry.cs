using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Data.Audit;

/// <summary>
/// One link of the audit chain. Actor and subject are pseudonyms, so that the chain still verifies after everybody in it was
/// erased, and tells nothing to who lacks the root secret.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionLength = 60;
    public const int DetailLength = 200;

    private AuditEntry()
    {
    }

    public long Number { get; private set; }

    public DateTime On { get; private set; }

    public string Actor { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public byte[] Previous { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    internal static AuditEntry Of(RootSecret root, Act act, string action, Guid subject, string detail) => new()
    {
        On = act.On,
        Actor = RootSecret.Pseudonym(root.Audit, act.Who),
        Action = action,
        Subject = RootSecret.Pseudonym(root.Audit, subject),
        Detail = detail,
    };

    internal void Link(long number, byte[] previous, byte[] key)
    {
        Number = number;
        Previous = previous;
        Hash = AuditChain.HashOf(this, key);
    }

    public sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries");
            builder.HasKey(entry => entry.Number);
            builder.Property(entry => entry.Number).ValueGeneratedNever();
            builder.Property(entry => entry.Actor).HasMaxLength(24);
            builder.Property(entry => entry.Subject).HasMaxLength(24);
            builder.Property(entry => entry.Action).HasMaxLength(ActionLength);
            builder.Property(entry => entry.Detail).HasMaxLength(DetailLength);
            builder.HasIndex(entry => entry.Subject);
        }
    }
}
