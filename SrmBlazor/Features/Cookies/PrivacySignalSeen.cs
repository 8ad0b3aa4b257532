using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>
/// That a signed-in person's browser sent a privacy signal on a day. It is kept as a signal, not as a consent or a refusal: nothing is allowed
/// or forbidden by this row. Visitors leave none.
/// </summary>
public sealed class PrivacySignalSeen : IHandled
{
    private PrivacySignalSeen()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<PrivacySignalSeen>(For.Accountability, new Retention(1, 0), nameof(On), nameof(Kind), nameof(Day));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public SignalKind Kind { get; private init; }

    /// <summary>The first time on that day, to the second.</summary>
    public DateTime On { get; private init; }

    /// <summary>UTC.</summary>
    public DateOnly Day { get; private init; }

    public static PrivacySignalSeen Of(SignalKind kind, Act act) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = act.Who,
        Kind = kind,
        On = act.On.AddTicks(-(act.On.Ticks % TimeSpan.TicksPerSecond)),
        Day = DateOnly.FromDateTime(act.On),
    };

    public sealed class Mapping : IEntityTypeConfiguration<PrivacySignalSeen>
    {
        public void Configure(EntityTypeBuilder<PrivacySignalSeen> builder)
        {
            builder.ToTable("PrivacySignalsSeen");
            builder.Property(seen => seen.Id).ValueGeneratedNever();
            builder.HasIndex(seen => new { seen.PersonId, seen.Kind, seen.Day }).IsUnique();
            builder.HasIndex(seen => seen.On);
        }
    }
}
