using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.News;

/// <summary>
/// The picture in one letter to somebody who allows that opening it is seen: whether it was asked for. Gone as soon as that is not allowed
/// any more.
/// </summary>
public sealed class NewsOpening : IHandled
{
    private NewsOpening()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<NewsOpening>(For.MailTracking, NewsDelivery.Term, nameof(WrittenOn), nameof(PictureHash), nameof(OpenedOn));

    public long Number { get; private set; }

    public Guid NewsId { get; private init; }

    public Guid? PersonId { get; private set; }

    public DateTime WrittenOn { get; private init; }

    /// <summary>Of the secret in the picture's address.</summary>
    public byte[] PictureHash { get; private init; } = [];

    /// <summary>When the picture was first asked for.</summary>
    public DateTime? OpenedOn { get; private set; }

    internal static (NewsOpening Opening, string Secret) Of(NewsDelivery delivery, DateTime now)
    {
        var secret = NewsSecret.New();
        return (new() { NewsId = delivery.NewsId, PersonId = delivery.PersonId, WrittenOn = now, PictureHash = NewsSecret.HashOf(secret) }, secret);
    }

    public sealed class Mapping : IEntityTypeConfiguration<NewsOpening>
    {
        public void Configure(EntityTypeBuilder<NewsOpening> builder)
        {
            builder.ToTable("NewsOpenings");
            builder.HasKey(opening => opening.Number);
            builder.HasIndex(opening => new { opening.NewsId, opening.PersonId }).IsUnique();
            builder.HasIndex(opening => opening.PictureHash).IsUnique();
            builder.HasIndex(opening => opening.PersonId);
            builder.HasOne<NewsItem>().WithMany().HasForeignKey(opening => opening.NewsId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
