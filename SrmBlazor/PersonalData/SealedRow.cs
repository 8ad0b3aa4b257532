using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

public enum RowState
{
    Live,

    /// <summary>The intent to erase is committed: nothing opens it and nothing brings it back.</summary>
    Erasing,

    Erased,
}

/// <summary>Where a sealed record lies in the main store: ciphertext and what is needed to open it, but never the key.</summary>
public sealed class SealedRow : IHandled
{
    public const int KindLength = 40;

    private SealedRow()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<SealedRow>(For.Accountability, new Retention(3, 0), nameof(ErasedOn),
        nameof(Kind), nameof(State), nameof(SavedOn), nameof(ErasureId));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string Kind { get; private init; } = "";

    public int Schema { get; private set; }

    /// <summary>Counts the saves; a writer names the one it saw.</summary>
    public int Version { get; private set; }

    public RowState State { get; private set; }

    public byte[]? Ciphertext { get; private set; }

    public DateTime SavedOn { get; private set; }

    public DateTime? ErasedOn { get; private set; }

    public Guid? ErasureId { get; private set; }

    internal static SealedRow Live(Guid id, Guid person, string kind, int schema, byte[] ciphertext, DateTime on) => new()
    {
        Id = id,
        PersonId = person,
        Kind = kind,
        Schema = schema,
        Version = 1,
        State = RowState.Live,
        Ciphertext = ciphertext,
        SavedOn = on,
    };

    internal void BeginErasure(Guid erasure)
    {
        if (State != RowState.Live)
        {
            throw new InvalidOperationException($"Record {Id} is {State} and cannot be set to be erased.");
        }

        State = RowState.Erasing;
        ErasureId = erasure;
    }

    public sealed class Mapping : IEntityTypeConfiguration<SealedRow>
    {
        public void Configure(EntityTypeBuilder<SealedRow> builder)
        {
            builder.ToTable("SealedRecords");
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasMaxLength(KindLength);
            builder.HasIndex(row => new { row.PersonId, row.Kind });
            builder.HasIndex(row => row.ErasureId);
            builder.HasIndex(row => row.State);
        }
    }
}
