using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.PersonalData;

/// <summary>
/// A version of the policy changed what a consent was given to. From here on the purpose is not live for anybody who has not consented
/// anew; what it holds stays held until they answer. Append-only.
/// </summary>
public sealed class PurposeRevision
{
    private PurposeRevision()
    {
    }

    public string Purpose { get; private init; } = "";

    /// <summary>The version of the policy.</summary>
    public int Version { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>The last line of the purpose ledger by then: consents up to this one were given to something else.</summary>
    public long After { get; private init; }

    internal static PurposeRevision Of(Purpose purpose, int version, long after, DateTime on) =>
        new() { Purpose = purpose.Key, Version = version, After = after, On = on };

    public sealed class Mapping : IEntityTypeConfiguration<PurposeRevision>
    {
        public void Configure(EntityTypeBuilder<PurposeRevision> builder)
        {
            builder.ToTable("PurposeRevisions");
            builder.HasKey(revision => new { revision.Purpose, revision.Version });
            builder.Property(revision => revision.Purpose).HasMaxLength(PurposeEvent.PurposeLength);
        }
    }
}
