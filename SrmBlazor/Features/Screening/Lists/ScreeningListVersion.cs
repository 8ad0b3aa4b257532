using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>A list as it went live. Rows stay as they are; the newest of a source counts. The same file may be taken over again: then it is known to be still the list.</summary>
public sealed class ScreeningListVersion
{
    private ScreeningListVersion()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>From 1, over all sources, in the order in which they went live.</summary>
    public int Number { get; private init; }

    public ListSource Source { get; private init; }

    /// <summary>The publisher's own date, or the one that was stated where the file has none.</summary>
    public DateOnly? FileDate { get; private init; }

    public DateTime ImportedOn { get; private init; }

    /// <summary>A staff member's id; <see cref="Guid.Empty"/> is the command line.</summary>
    public Guid ImportedBy { get; private init; }

    /// <summary>Of the file, hexadecimal: by it <see cref="ScreeningListFile"/> is found.</summary>
    public string Sha256 { get; private init; } = "";

    public int EntryCount { get; private init; }

    public int NameCount { get; private init; }

    public int AddressCount { get; private init; }

    /// <summary>It had shrunk or turned over, and somebody stated that it is meant so.</summary>
    public bool WasDeliberate { get; private init; }

    public ListCounts Counts => new(EntryCount, NameCount, AddressCount);

    /// <summary>The day of which the list tells.</summary>
    public DateOnly AsOf => FileDate ?? DateOnly.FromDateTime(ImportedOn);

    internal static ScreeningListVersion Of(int number, ListCheck check, Guid who, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Number = number,
        Source = check.Source,
        FileDate = check.FileDate,
        ImportedOn = now,
        ImportedBy = who,
        Sha256 = check.Sha256,
        EntryCount = check.Counts.Entries,
        NameCount = check.Counts.Names,
        AddressCount = check.Counts.Addresses,
        WasDeliberate = check.WasDeliberate,
    };

    /// <summary>The live version of every source, in the order of the sources.</summary>
    /// <param name="on">Those that were live then; null for now.</param>
    internal static async Task<IReadOnlyList<ScreeningListVersion>> LiveAsync(SrmDbContext db, DateTime? on = null, CancellationToken stop = default)
    {
        var versions = db.Set<ScreeningListVersion>().AsNoTracking().Where(version => on == null || version.ImportedOn <= on);
        var newest = versions.GroupBy(version => version.Source).Select(group => group.Max(version => version.Number));
        return [.. (await versions.Where(version => newest.Contains(version.Number)).ToListAsync(stop)).OrderBy(version => version.Source)];
    }

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningListVersion>
    {
        public void Configure(EntityTypeBuilder<ScreeningListVersion> builder)
        {
            builder.ToTable("ScreeningListVersions");
            builder.HasKey(version => version.Id);
            builder.Property(version => version.Id).ValueGeneratedNever();
            builder.HasIndex(version => version.Number).IsUnique();
            builder.HasIndex(version => new { version.Source, version.Number });
            builder.Property(version => version.Sha256).HasMaxLength(64);
            builder.HasOne<ScreeningListFile>().WithMany().HasForeignKey(version => version.Sha256).OnDelete(DeleteBehavior.Restrict);
            builder.Ignore(version => version.AsOf);
            builder.Ignore(version => version.Counts);
        }
    }
}
