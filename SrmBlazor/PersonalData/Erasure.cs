using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>An intent to erase some of a person's records, and when it was carried out: the main store's half of the erasure ledger.</summary>
public sealed class Erasure : IHandled
{
    private Erasure()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<Erasure>(For.Accountability, new Retention(3, 0), nameof(DoneOn), nameof(BegunOn), nameof(Cause), nameof(Records));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public DateTime BegunOn { get; private init; }

    /// <summary>Null while a step is still to be done; start-up finishes it.</summary>
    public DateTime? DoneOn { get; private set; }

    public string Cause { get; private init; } = "";

    public int Records { get; private init; }

    internal static Erasure Intend(Guid person, string cause, int records, DateTime on) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person, Cause = cause, Records = records, BegunOn = on };

    public sealed class Mapping : IEntityTypeConfiguration<Erasure>
    {
        public void Configure(EntityTypeBuilder<Erasure> builder)
        {
            builder.ToTable("Erasures");
            builder.Property(erasure => erasure.Id).ValueGeneratedNever();
            builder.Property(erasure => erasure.Cause).HasMaxLength(PurposeEvent.CauseLength);
            builder.HasIndex(erasure => erasure.DoneOn);
            builder.HasIndex(erasure => erasure.PersonId);
        }
    }
}
