using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

public enum PurposeChange
{
    Began,
    Ended,

    /// <summary>The record's accuracy is disputed: only storage and claims may open it.</summary>
    Restricted,
    Released,

    /// <summary>Consented to anew, after what was consented to had changed.</summary>
    Renewed,
}

/// <summary>One line of the purpose ledger: append-only, in order.</summary>
public sealed class PurposeEvent : IHandled
{
    public const int PurposeLength = 40;
    public const int CauseLength = 60;

    private PurposeEvent()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<PurposeEvent>(For.Accountability,
        nameof(Purpose), nameof(RecordId), nameof(Change), nameof(On), nameof(Cause));

    public long Number { get; private set; }

    /// <summary>Null once the ledger's own term ended.</summary>
    public Guid? PersonId { get; private set; }

    public string Purpose { get; private set; } = "";

    /// <summary>The one record concerned; null where a purpose covers all records of its kinds.</summary>
    public Guid? RecordId { get; private set; }

    public PurposeChange Change { get; private set; }

    public DateTime On { get; private set; }

    /// <summary>The event behind it: <c>registration.submitted</c>.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>Whether it was written after a line of this number; one that waits to be saved was.</summary>
    internal bool IsAfter(long number) => Number == 0 || Number > number;

    internal static PurposeEvent Of(Guid person, Purpose purpose, Guid? record, PurposeChange change, DateTime on, string cause) => new()
    {
        PersonId = person,
        Purpose = purpose.Key,
        RecordId = record,
        Change = change,
        On = on,
        Cause = cause,
    };

    public sealed class Mapping : IEntityTypeConfiguration<PurposeEvent>
    {
        public void Configure(EntityTypeBuilder<PurposeEvent> builder)
        {
            builder.ToTable("PurposeEvents");
            builder.HasKey(line => line.Number);
            builder.Property(line => line.Purpose).HasMaxLength(PurposeLength);
            builder.Property(line => line.Cause).HasMaxLength(CauseLength);
            builder.HasIndex(line => new { line.PersonId, line.Purpose, line.Number });
            builder.HasIndex(line => new { line.Purpose, line.Number });
        }
    }
}
