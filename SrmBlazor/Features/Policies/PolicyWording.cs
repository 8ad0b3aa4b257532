using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Policies;

/// <summary>A version of the policy in one language: its sections as written, and once published the frozen text with its hash.</summary>
public sealed class PolicyWording
{
    private PolicyWording()
    {
    }

    public int Version { get; private init; }

    public string Language { get; private init; } = "";

    /// <summary>JSON of <see cref="PolicyPart"/>s.</summary>
    public string Written { get; private set; } = "";

    /// <summary>JSON of <see cref="FrozenTables"/>; empty while it is a draft.</summary>
    public string Tables { get; private set; } = "";

    /// <summary>Operator, version and tables frozen in; empty while it is a draft.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex; empty while it is a draft, and the mark by which the database refuses changes.</summary>
    public string Hash { get; private set; } = "";

    internal IReadOnlyList<PolicyPart> Parts => JsonSerializer.Deserialize<List<PolicyPart>>(Written)!;

    internal FrozenTables Frozen => JsonSerializer.Deserialize<FrozenTables>(Tables)!;

    internal static PolicyWording Open(int version, string language, IReadOnlyList<PolicyPart> parts) =>
        new() { Version = version, Language = language, Written = JsonSerializer.Serialize(parts) };

    internal void Rewrite(string slug, string markdown) =>
        Written = JsonSerializer.Serialize(Parts.Select(part => part.Slug == slug ? part with { Markdown = markdown } : part));

    internal void Freeze(PolicyPress press, DateOnly day)
    {
        var document = press.Set(Version, day, Language, Parts);
        (Text, Hash, Tables) = (document.Source, document.Hash, JsonSerializer.Serialize(press.Tables(Language)));
    }

    public sealed class Mapping : IEntityTypeConfiguration<PolicyWording>
    {
        public void Configure(EntityTypeBuilder<PolicyWording> builder)
        {
            builder.ToTable("PolicyTexts");
            builder.HasKey(wording => new { wording.Version, wording.Language });
            builder.Property(wording => wording.Language).HasMaxLength(Person.LanguageLength);
            builder.Property(wording => wording.Hash).HasMaxLength(64);
        }
    }
}

/// <summary>The generated tables as they stood in a published text, to tell later what changed.</summary>
/// <param name="Whole">Each table by its name in <c>{{table:name}}</c>.</param>
/// <param name="Purposes">The row of each purpose by its key.</param>
public sealed record FrozenTables(IReadOnlyDictionary<string, string> Whole, IReadOnlyDictionary<string, string> Purposes);
