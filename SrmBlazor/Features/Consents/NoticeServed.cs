using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Consents;

/// <summary>A notice was put before a person: which text, where and when. A decision refers to one. Append-only.</summary>
public sealed class NoticeServed : IHandled
{
    public const int SurfaceLength = 40;

    private NoticeServed()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<NoticeServed>(For.Accountability, nameof(Purpose), nameof(TextHash), nameof(Surface), nameof(On));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string Purpose { get; private init; } = "";

    /// <summary>Of the <see cref="NoticeText"/>.</summary>
    public string TextHash { get; private init; } = "";

    /// <summary>The page it stood on: <c>/privacy/consents</c>.</summary>
    public string Surface { get; private init; } = "";

    public DateTime On { get; private init; }

    internal static NoticeServed Of(Guid person, Notice notice, string surface, DateTime on) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person, Purpose = notice.Purpose, TextHash = notice.Hash, Surface = surface, On = on };

    public sealed class Mapping : IEntityTypeConfiguration<NoticeServed>
    {
        public void Configure(EntityTypeBuilder<NoticeServed> builder)
        {
            builder.ToTable("NoticesServed");
            builder.Property(served => served.Id).ValueGeneratedNever();
            builder.Property(served => served.Purpose).HasMaxLength(PurposeEvent.PurposeLength);
            builder.Property(served => served.TextHash).HasMaxLength(64);
            builder.Property(served => served.Surface).HasMaxLength(SurfaceLength);
            builder.HasIndex(served => served.PersonId);
            builder.HasOne<NoticeText>().WithMany().HasForeignKey(served => served.TextHash).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
