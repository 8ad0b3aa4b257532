using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.PersonalData.Keys;

/// <summary>A record's key, wrapped by the master key.</summary>
public sealed class WrappedKey
{
    public Guid RecordId { get; init; }

    public byte[] Wrapped { get; init; } = [];

    public DateTime MadeOn { get; init; }

    /// <summary>Since when the nightly round finds no row for the key: it was never written, or a restore of the main store lost it.</summary>
    public DateTime? MissedOn { get; init; }
}

/// <summary>A keyed hash of a whole value for exact look-ups. It lives with the keys, so that a stolen main database links nothing.</summary>
public sealed class BlindIndex
{
    public Guid Id { get; init; }

    public LookUp Kind { get; init; }

    public byte[] Hash { get; init; } = [];

    public Guid PersonId { get; init; }

    public Guid RecordId { get; init; }
}

/// <summary>What can be looked up by its whole value.</summary>
public enum LookUp
{
    /// <summary>The mailbox of an active account: one person each.</summary>
    Mailbox,

    /// <summary>The mailbox of a registration not yet confirmed: several may coexist.</summary>
    PendingMailbox,

    IdNumber,

    WholeName,

    /// <summary>The mailbox of a guardian: one may have several children here.</summary>
    GuardianMailbox,

    /// <summary>The mailbox of somebody without an account who asked about their data: the next request goes to the same person.</summary>
    RequestMailbox,
}

/// <summary>The half of the erasure ledger that survives a restore of the main store.</summary>
public sealed class Tombstone
{
    public Guid RecordId { get; init; }

    public Guid ErasureId { get; init; }

    public DateTime ErasedOn { get; init; }
}

/// <summary>Which installation a store belongs to, and a proof that the root secret fits.</summary>
public sealed class KeyInstallation
{
    public int Id { get; init; }

    public Guid InstallationId { get; init; }

    public byte[] Proof { get; init; } = [];
}

internal sealed class KeyMapping : IEntityTypeConfiguration<WrappedKey>, IEntityTypeConfiguration<BlindIndex>,
    IEntityTypeConfiguration<Tombstone>, IEntityTypeConfiguration<KeyInstallation>
{
    public void Configure(EntityTypeBuilder<WrappedKey> builder)
    {
        builder.ToTable("RecordKeys");
        builder.HasKey(key => key.RecordId);
        builder.Property(key => key.RecordId).ValueGeneratedNever();
        builder.HasIndex(key => key.MissedOn);
    }

    public void Configure(EntityTypeBuilder<BlindIndex> builder)
    {
        builder.ToTable("BlindIndexes");
        builder.Property(index => index.Id).ValueGeneratedNever();
        builder.HasIndex(index => new { index.Kind, index.Hash });
        builder.HasIndex(index => index.Hash, "OneAccountPerMailbox").IsUnique().HasFilter("\"Kind\" = 'Mailbox'");
        builder.HasIndex(index => index.RecordId);
    }

    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("Tombstones");
        builder.HasKey(stone => stone.RecordId);
        builder.Property(stone => stone.RecordId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<KeyInstallation> builder)
    {
        builder.ToTable("Installation");
        builder.Property(installation => installation.Id).ValueGeneratedNever();
    }
}
