using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration;

public enum DraftState
{
    Open,
    Submitted,

    /// <summary>Discarded, refused the separate consent, or lapsed: its records are erased.</summary>
    Ended,
}

/// <summary>Where a registration in progress lies: nothing typed is in this row.</summary>
public sealed class Draft : IHandled
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);
    public static readonly TimeSpan WarnBefore = TimeSpan.FromDays(5);

    private Draft()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<Draft>(For.Registration, new Retention(0, 60), nameof(BegunOn),
        nameof(State), nameof(ExpiresOn), nameof(WarnedOn), nameof(RecordId), nameof(ScanId));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>SHA-256 of the owner's secret.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The sealed answers.</summary>
    public Guid RecordId { get; private init; }

    /// <summary>The sealed scan, once there is one.</summary>
    public Guid? ScanId { get; private set; }

    public DraftState State { get; private set; }

    public DateTime BegunOn { get; private init; }

    public DateTime ExpiresOn { get; private init; }

    public DateTime? WarnedOn { get; private set; }

    public static Draft Begin(Guid person, DraftKey key, Guid record, DateTime on) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person,
        KeyHash = key.Hash,
        RecordId = record,
        State = DraftState.Open,
        BegunOn = on,
        ExpiresOn = on + Life,
    };

    public void Submit() => Leave(DraftState.Submitted);

    public void End() => Leave(DraftState.Ended);

    public void AttachScan(Guid scan) => ScanId = scan;

    public void DetachScan() => ScanId = null;

    /// <summary>Another device goes on; the key so far opens nothing any more.</summary>
    public void HandTo(DraftKey key) => KeyHash = key.Hash;

    public void Warned(DateTime on) => WarnedOn = on;

    private void Leave(DraftState state)
    {
        if (State != DraftState.Open)
        {
            throw new InvalidOperationException($"A draft that is {State} cannot become {state}.");
        }

        State = state;
    }

    public sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.ToTable("Drafts");
            builder.Property(draft => draft.Id).ValueGeneratedNever();
            builder.HasIndex(draft => draft.KeyHash).IsUnique();
            builder.HasIndex(draft => draft.PersonId);
            builder.HasIndex(draft => new { draft.State, draft.ExpiresOn });
        }
    }
}
