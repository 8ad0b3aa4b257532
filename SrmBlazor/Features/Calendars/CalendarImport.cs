using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.Calendars;

/// <summary>A list of days as it was read in. Rows stay as they are; of two lists for a year the later one counts. Who imported stands in the audit chain.</summary>
public sealed class CalendarImport
{
    /// <summary>Characters; a year of China's has 3,500.</summary>
    public const int LongestList = 100_000;

    private CalendarImport()
    {
    }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public string Calendar { get; private init; } = "";

    public string List { get; private init; } = "";

    public DateTime ImportedOn { get; private init; }

    internal static CalendarImport Of(int number, string calendar, string list, DateTime now) =>
        new() { Number = number, Calendar = calendar, List = list, ImportedOn = now };

    /// <summary>What was imported so far, on top of what the program brings.</summary>
    internal static DeadlineLaw AddTo(DeadlineLaw shipped, SrmDbContext db) =>
        db.Set<CalendarImport>().AsNoTracking().OrderBy(import => import.Number).AsEnumerable().Aggregate(shipped, (law, import) => law.With(import.Calendar, import.Days));

    internal IReadOnlyList<StatutoryDay> Days => StatutoryDay.Read($"import {Number}", List).Sound();

    public sealed class Mapping : IEntityTypeConfiguration<CalendarImport>
    {
        public void Configure(EntityTypeBuilder<CalendarImport> builder)
        {
            builder.ToTable("CalendarImports");
            builder.HasKey(import => import.Number);
            builder.Property(import => import.Number).ValueGeneratedNever();
            builder.Property(import => import.Calendar).HasMaxLength(40);
            builder.Property(import => import.List).HasMaxLength(LongestList);
            builder.Ignore(import => import.Days);
        }
    }
}
