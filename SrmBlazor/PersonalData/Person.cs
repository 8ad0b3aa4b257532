using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.PersonalData;

/// <summary>A random id that tells nothing, the region whose rules apply, and the language to speak. Feature tables refer to nothing else.</summary>
public sealed class Person
{
    public const int RegionLength = 8;
    public const int LanguageLength = 8;

    public Guid Id { get; private init; }

    /// <summary>ISO 3166-1 alpha-2 code whose clocks, ages and screening rules apply; empty until known.</summary>
    public string Region { get; private set; } = "";

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "";

    public static Person Create(string language, string region = "") => new() { Id = Guid.NewGuid(), Language = language, Region = region };

    public void Speaks(string language) => Language = language;

    public void LivesIn(string region) => Region = region;

    public sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("Persons");
            builder.Property(person => person.Id).ValueGeneratedNever();
            builder.Property(person => person.Region).HasMaxLength(RegionLength);
            builder.Property(person => person.Language).HasMaxLength(LanguageLength);
        }
    }
}
