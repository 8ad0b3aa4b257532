using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration;

public enum DraftState
{
    Open,

    /// <summary>A child's: nothing is asked, shown or saved before the guardian has consented.</summary>
    AwaitsGuardian,

    Submitted,

    /// <summary>Discarded, refused the separate consent, refused by the guardian, or lapsed: its records are erased.</summary>
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

    /// <summary>The day after its end belongs to the round that ends it.</summary>
    public static Handling Handling { get; } = Handling.WithTerm<Draft>(For.Registration, new Retention(0, 1), nameof(ExpiresOn),
        nameof(State), nameof(BegunOn), nameof(WarnedOn), nameof(RecordId), nameof(ScanId));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>SHA-256 of the owner's secret.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The sealed answers; empty before there are any.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The sealed scan, once there is one.</summary>
    public Guid? ScanId { get; private set; }

    public DraftState State { get; private set; }

    public DateTime BegunOn { get; private init; }

    public DateTime ExpiresOn { get; private set; }

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

    /// <summary>A child's, without any answers.</summary>
    public static Draft Await(Guid person, DraftKey key, DateTime on) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person,
        KeyHash = key.Hash,
        State = DraftState.AwaitsGuardian,
        BegunOn = on,
        ExpiresOn = on + Life,
    };

    /// <summary>What was answered shows a child: the guardian has thirty days from now.</summary>
    public void Freeze(DateTime on)
    {
        Move(DraftState.AwaitsGuardian, DraftState.Open);
        ExpiresOn = on + Life;
    }

    /// <summary>The guardian has consented; from now on the child has as long as anybody.</summary>
    public void Admit(Guid record, DateTime on)
    {
        Move(DraftState.Open, DraftState.AwaitsGuardian);
        (RecordId, ExpiresOn, WarnedOn) = (record, on + Life, null);
    }

    public void Submit() => Move(DraftState.Submitted, DraftState.Open);

    public void End() => Move(DraftState.Ended, DraftState.Open, DraftState.AwaitsGuardian);

    public void AttachScan(Guid scan) => ScanId = scan;

    public void DetachScan() => ScanId = null;

    /// <summary>Another device goes on; the key so far opens nothing any more.</summary>
    public void HandTo(DraftKey key) => KeyHash = key.Hash;

    public void Warned(DateTime on) => WarnedOn = on;

    private void Move(DraftState to, params ReadOnlySpan<DraftState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"A draft that is {State} cannot become {to}.");
        }

        State = to;
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
