using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>The clock stood still because the person was asked for something; the region's rule says whether it may.</summary>
public sealed class ClockPause
{
    private ClockPause()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    public PauseReason Reason { get; private init; }

    public DateTime BeganOn { get; private init; }

    public DateTime? EndedOn { get; private set; }

    internal static ClockPause Begin(Guid request, PauseReason reason, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request,
        Reason = reason,
        BeganOn = on,
    };

    /// <exception cref="InvalidOperationException">It ended before.</exception>
    internal void End(DateTime on) => EndedOn = EndedOn is null ? on : throw new InvalidOperationException("A pause ends once.");

    public sealed class Mapping : IEntityTypeConfiguration<ClockPause>
    {
        public void Configure(EntityTypeBuilder<ClockPause> builder)
        {
            builder.ToTable("ClockPauses");
            builder.Property(pause => pause.Id).ValueGeneratedNever();
            builder.HasIndex(pause => pause.RequestId);
        }
    }
}
