using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

public enum CaseEventKind
{
    CorrectionAsked,
    Corrected,
    Accepted,
    Refused,

    /// <summary>Nobody decided in time: the scan is gone and a new one is asked for.</summary>
    ScanLapsed,

    /// <summary>A number or a verifier showed a child: number and scan are gone and asked for anew once the guardian has consented.</summary>
    ChildFound,
}

/// <summary>One thing that happened in an identity check, in order of its id: what the supplier's timeline and the verifier's history show.</summary>
public sealed class CaseEvent : IHandled
{
    private const int ItemsLength = 120;

    private CaseEvent()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<CaseEvent>(For.Accountability, new Retention(3, 0), nameof(On),
        nameof(Kind), nameof(RegistrationId), nameof(Items), nameof(Ground), nameof(MessageId), nameof(ErasureId), nameof(By));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public Guid RegistrationId { get; private init; }

    public CaseEventKind Kind { get; private init; }

    /// <summary>What was asked for, or what was mended.</summary>
    public IReadOnlyList<CaseItem> Items { get; private init; } = [];

    public RefusalGround? Ground { get; private init; }

    /// <summary>The sealed <see cref="CaseMessage"/>; see <see cref="CaseHistory.MessageOfAsync"/>.</summary>
    public Guid? MessageId { get; private init; }

    /// <summary>The <see cref="Erasure"/> that went with it: the number of the deletion receipt.</summary>
    public Guid? ErasureId { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>The verifier or the supplier; <see cref="Guid.Empty"/> when a term ran out.</summary>
    public Guid By { get; private init; }

    public static CaseEvent Asked(SupplierRegistration registration, IEnumerable<CaseItem> items, Guid message, Guid? erasure, Act act) =>
        Of(registration, CaseEventKind.CorrectionAsked, act, erasure, [.. items], message: message);

    /// <summary>The supplier sent what was asked.</summary>
    public static CaseEvent Corrected(SupplierRegistration registration, IEnumerable<CaseItem> items, Guid? erasure, Act act) =>
        Of(registration, CaseEventKind.Corrected, act, erasure, [.. items]);

    public static CaseEvent Accepted(SupplierRegistration registration, Guid? erasure, Act act) => Of(registration, CaseEventKind.Accepted, act, erasure, []);

    public static CaseEvent Refused(SupplierRegistration registration, RefusalGround ground, Guid message, Guid? erasure, Act act) =>
        Of(registration, CaseEventKind.Refused, act, erasure, [], ground, message);

    public static CaseEvent Lapsed(SupplierRegistration registration, Guid? erasure, Act act) =>
        Of(registration, CaseEventKind.ScanLapsed, act, erasure, [CaseItem.Scan]);

    public static CaseEvent ChildFound(SupplierRegistration registration, Guid? erasure, Act act) =>
        Of(registration, CaseEventKind.ChildFound, act, erasure, [CaseItem.IdNumber, CaseItem.Scan]);

    private static CaseEvent Of(SupplierRegistration registration, CaseEventKind kind, Act act, Guid? erasure, CaseItem[] items, RefusalGround? ground = null, Guid? message = null) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = registration.PersonId,
        RegistrationId = registration.Id,
        Kind = kind,
        Items = [.. items.Distinct().Order()],
        Ground = ground,
        MessageId = message,
        ErasureId = erasure,
        On = act.On,
        By = act.Who,
    };

    public sealed class Mapping : IEntityTypeConfiguration<CaseEvent>
    {
        public void Configure(EntityTypeBuilder<CaseEvent> builder)
        {
            builder.ToTable("CaseEvents");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Items).HasMaxLength(ItemsLength).HasConversion(
                items => string.Join(',', items),
                names => names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CaseItem>).ToArray(),
                new ValueComparer<IReadOnlyList<CaseItem>>((one, other) => one!.SequenceEqual(other!), items => items.Aggregate(0, HashCode.Combine), items => items));
            builder.HasIndex(one => one.PersonId);
            builder.HasIndex(one => one.RegistrationId);
        }
    }
}
