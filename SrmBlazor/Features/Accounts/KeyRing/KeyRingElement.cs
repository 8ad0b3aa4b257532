using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Accounts.KeyRing;

/// <summary>One key of the ring that protects cookies and form tokens; its secret part is encrypted under the root secret.</summary>
public sealed class KeyRingElement
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public sealed class Mapping : IEntityTypeConfiguration<KeyRingElement>
    {
        public void Configure(EntityTypeBuilder<KeyRingElement> builder)
        {
            builder.ToTable("KeyRing");
            builder.Property(element => element.Id).ValueGeneratedNever();
            builder.Property(element => element.Name).HasMaxLength(100);
        }
    }
}
