using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>
/// What was published of a half year: once, and never changed, so that no two publications of one time can be held against each other. What may not be told
/// is not in it either.
/// </summary>
public sealed class TransparencyReport
{
    public const int ContentLength = 16_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private TransparencyReport()
    {
    }

    public Guid Id { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>Fewer of one sort were not told.</summary>
    public int Least { get; private init; }

    public DateTime PublishedOn { get; private init; }

    public string Content { get; private init; } = "";

    public HalfYear Half => new(From);

    public PublishedFigures Figures => JsonSerializer.Deserialize<PublishedFigures>(Content, Json)!;

    public static TransparencyReport Of(HalfYear half, PublishedFigures figures, int least, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        From = half.From,
        Least = least,
        PublishedOn = on,
        Content = JsonSerializer.Serialize(figures, Json),
    };

    public sealed class Mapping : IEntityTypeConfiguration<TransparencyReport>
    {
        public void Configure(EntityTypeBuilder<TransparencyReport> builder)
        {
            builder.ToTable("TransparencyReports");
            builder.Property(report => report.Id).ValueGeneratedNever();
            builder.Property(report => report.Content).HasMaxLength(ContentLength);
            builder.Ignore(report => report.Half);
            builder.Ignore(report => report.Figures);
            builder.HasIndex(report => report.From).IsUnique();
        }
    }
}
