using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.News;

public enum DeliveryState
{
    Waiting,

    /// <summary>The letter lies in the outbox, or left from there.</summary>
    Written,

    /// <summary>Between the confirmation and the letter the consent was taken back, or the account closed.</summary>
    Withheld,
}

/// <summary>One piece of news to one person. Of the secret in its letter only the hash is kept: whoever reads the table can ask for nothing.</summary>
public sealed class NewsDelivery : IHandled
{
    private NewsDelivery()
    {
    }

    /// <summary>So long the link to unsubscribe works; a letter lies about for years, but who wants no more finds a newer one.</summary>
    public static Retention Term { get; } = new(0, 400);

    public static Handling Handling { get; } = Handling.WithTerm<NewsDelivery>(For.News, Term, nameof(QueuedOn),
        nameof(State), nameof(WrittenOn), nameof(UnsubscribeHash));

    public long Number { get; private set; }

    public Guid NewsId { get; private init; }

    public Guid? PersonId { get; private set; }

    public DeliveryState State { get; private set; }

    public DateTime QueuedOn { get; private init; }

    public DateTime? WrittenOn { get; private set; }

    public byte[]? UnsubscribeHash { get; private set; }

    internal static NewsDelivery Queue(Guid news, Guid person, DateTime on) => new() { NewsId = news, PersonId = person, QueuedOn = on };

    /// <returns>The secret of the link to unsubscribe; it is kept nowhere.</returns>
    internal string Write(DateTime now)
    {
        var secret = NewsSecret.New();
        (State, WrittenOn, UnsubscribeHash) = (DeliveryState.Written, now, NewsSecret.HashOf(secret));
        return secret;
    }

    internal void Withhold() => State = DeliveryState.Withheld;

    public sealed class Mapping : IEntityTypeConfiguration<NewsDelivery>
    {
        public void Configure(EntityTypeBuilder<NewsDelivery> builder)
        {
            builder.ToTable("NewsDeliveries");
            builder.HasKey(delivery => delivery.Number);
            builder.HasIndex(delivery => new { delivery.NewsId, delivery.PersonId }).IsUnique();
            builder.HasIndex(delivery => delivery.UnsubscribeHash).IsUnique();
            builder.HasIndex(delivery => new { delivery.State, delivery.Number });
            builder.HasIndex(delivery => delivery.PersonId);
            builder.HasOne<NewsItem>().WithMany().HasForeignKey(delivery => delivery.NewsId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
