using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>How near the day is, in order: a later one tells what the earlier ones would.</summary>
public enum WarningLevel
{
    /// <summary>The first part of the time is gone: half of it, unless configured.</summary>
    First,

    /// <summary>Most of it is gone.</summary>
    Second,

    DayBefore,

    LastDay,
}

/// <summary>Staff were warned of a request: once for each level of a clock, whatever crashes and however many nodes look. Append-only.</summary>
public sealed class RequestWarning
{
    private RequestWarning()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    /// <summary>Which clock it was of: a request has another one after more time was taken, and after an appeal that was right.</summary>
    public DateOnly ClockFrom { get; private init; }

    public WarningLevel Level { get; private init; }

    public DateTime On { get; private init; }

    internal static RequestWarning Of(RightsRequest request, WarningLevel level, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request.Id,
        ClockFrom = request.WarnedFrom,
        Level = level,
        On = on,
    };

    public sealed class Mapping : IEntityTypeConfiguration<RequestWarning>
    {
        public void Configure(EntityTypeBuilder<RequestWarning> builder)
        {
            builder.ToTable("RequestWarnings");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasOne<RightsRequest>().WithMany().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(one => new { one.RequestId, one.ClockFrom, one.Level }).IsUnique();
        }
    }
}
