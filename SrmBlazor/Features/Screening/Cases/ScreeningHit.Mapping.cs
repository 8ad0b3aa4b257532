using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Screening.Cases;

public sealed partial class ScreeningHit
{
    public sealed class Mapping : IEntityTypeConfiguration<ScreeningHit>
    {
        public void Configure(EntityTypeBuilder<ScreeningHit> builder)
        {
            builder.ToTable("ScreeningHits");
            builder.Property(hit => hit.Id).ValueGeneratedNever();
            builder.Property(hit => hit.Entry).HasMaxLength(ScreeningHashes.Length);
            builder.Property(hit => hit.Content).HasMaxLength(ScreeningHashes.Length);
            builder.Property(hit => hit.Compared).HasMaxLength(ScreeningHashes.Length);
            builder.Property(hit => hit.Engine).HasMaxLength(20);
            builder.Ignore(hit => hit.IsOpen);
            builder.Ignore(hit => hit.IsProposed);
            builder.HasIndex(hit => new { hit.CaseId, hit.Entry }).IsUnique();
        }
    }
}
