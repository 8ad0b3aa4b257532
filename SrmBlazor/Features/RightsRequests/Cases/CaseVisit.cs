using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>A page of a case that somebody has open at this moment: gone when the page is, or a moment after the browser fell silent.</summary>
public sealed class CaseVisit
{
    /// <summary>How often an open page says that it is there.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>After so long without a word nobody is there.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(45);

    /// <summary>How long somebody who typed counts as writing.</summary>
    public static readonly TimeSpan Writing = TimeSpan.FromSeconds(6);

    /// <summary>What comes sooner than this after what was kept is not kept again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private CaseVisit()
    {
    }

    /// <summary>Of the page: one person may have two.</summary>
    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    /// <summary>The member of staff; null for the person, who is kept only while writing.</summary>
    public Guid? StaffId { get; private init; }

    public DateTime SeenOn { get; private set; }

    /// <summary>When a key was last pressed in a message; never which.</summary>
    public DateTime? WroteOn { get; private set; }

    internal static CaseVisit Of(Guid id, Guid request, Guid? staff, DateTime on) => new() { Id = id, RequestId = request, StaffId = staff, SeenOn = on };

    internal void See(DateTime on) => SeenOn = on;

    internal void Write(DateTime on) => (SeenOn, WroteOn) = (on, on);

    public sealed class Mapping : IEntityTypeConfiguration<CaseVisit>
    {
        public void Configure(EntityTypeBuilder<CaseVisit> builder)
        {
            builder.ToTable("CaseVisits");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasIndex(one => one.RequestId);
            builder.HasIndex(one => one.SeenOn);
        }
    }
}
