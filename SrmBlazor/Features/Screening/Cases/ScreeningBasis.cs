using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// What people are compared with: these lists, by this engine, with words weighed by these lists. Append-only; the newest counts, and every result names
/// one, so that it can be worked out again. How rare a word is comes from the lists of <see cref="MeasuredBy"/>, not from each day's: else a list that
/// gains a name would move the scores of people and entries that did not change, and what was cleared would not stay cleared (SCR-4).
/// </summary>
public sealed class ScreeningBasis
{
    private const int EngineLength = 20;
    private const int VersionsLength = 300;

    private ScreeningBasis()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>From 1, in the order in which they counted.</summary>
    public int Number { get; private init; }

    /// <summary>Of <see cref="Shelf"/>.</summary>
    public string Fingerprint { get; private init; } = "";

    public string Engine { get; private init; } = "";

    /// <summary>Ids of the list versions, parted by spaces.</summary>
    public string Versions { get; private init; } = "";

    /// <summary>The basis whose lists say how rare a word is; itself where everybody is compared anew.</summary>
    public Guid MeasuredBy { get; private init; }

    public int Entries { get; private init; }

    public DateTime On { get; private init; }

    public IReadOnlyList<Guid> VersionIds => [.. Versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N"))];

    public bool IsMeasure => MeasuredBy == Id;

    /// <summary>Whether it is these lists and the engine of this program.</summary>
    public bool IsOf(string fingerprint) => Fingerprint == fingerprint && Engine == Matching.Engine.Version;

    /// <param name="measure">The basis that weighed words so far; null to weigh them anew.</param>
    internal static ScreeningBasis Of(int number, Shelf shelf, ScreeningBasis? measure, DateTime on)
    {
        var id = Guid.CreateVersion7();
        return new ScreeningBasis
        {
            Id = id,
            Number = number,
            Fingerprint = shelf.Fingerprint,
            Engine = Matching.Engine.Version,
            Versions = string.Join(' ', shelf.Versions.Select(version => version.Id.ToString("N"))),
            MeasuredBy = measure?.Id ?? id,
            Entries = shelf.Entries.Count,
            On = on,
        };
    }

    /// <summary>Whether words are still weighed well enough by these lists: the engine is the same, and the number of entries within a tenth.</summary>
    internal bool Measures(Shelf shelf) => Engine == Matching.Engine.Version && Math.Abs(shelf.Entries.Count - Entries) * 10 <= Entries;

    internal static Task<ScreeningBasis?> NewestAsync(Data.SrmDbContext db, CancellationToken stop = default) =>
        db.Set<ScreeningBasis>().AsNoTracking().OrderByDescending(basis => basis.Number).FirstOrDefaultAsync(stop);

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningBasis>
    {
        public void Configure(EntityTypeBuilder<ScreeningBasis> builder)
        {
            builder.ToTable("ScreeningBases");
            builder.Property(basis => basis.Id).ValueGeneratedNever();
            builder.Property(basis => basis.Fingerprint).HasMaxLength(64);
            builder.Property(basis => basis.Engine).HasMaxLength(EngineLength);
            builder.Property(basis => basis.Versions).HasMaxLength(VersionsLength);
            builder.Ignore(basis => basis.VersionIds);
            builder.Ignore(basis => basis.IsMeasure);
            builder.HasIndex(basis => basis.Number).IsUnique();
        }
    }
}
