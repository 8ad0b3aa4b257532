using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Data.Jobs;

/// <summary>Which process runs a recurring job now, and when it ran last: with several nodes one of them runs it.</summary>
public sealed class JobLease
{
    public string Name { get; private init; } = "";

    public DateTime LeasedUntil { get; private set; }

    public DateTime? LastRunOn { get; private set; }

    internal static JobLease New(string name) => new() { Name = name, LeasedUntil = DateTime.UnixEpoch };

    public sealed class Mapping : IEntityTypeConfiguration<JobLease>
    {
        public void Configure(EntityTypeBuilder<JobLease> builder)
        {
            builder.ToTable("JobLeases");
            builder.HasKey(lease => lease.Name);
            builder.Property(lease => lease.Name).HasMaxLength(40);
        }
    }
}
