using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.News;

/// <summary>A piece of news. It is about nobody, and who wrote it stands in the audit chain alone.</summary>
public sealed class NewsItem
{
    private NewsItem()
    {
    }

    public Guid Id { get; private init; }

    public string EnglishSubject { get; private set; } = "";

    public string EnglishText { get; private set; } = "";

    public string ChineseSubject { get; private set; } = "";

    public string ChineseText { get; private set; } = "";

    /// <summary>Counts the saves: what is sent is what was shown.</summary>
    public int Version { get; private set; }

    public DateTime SavedOn { get; private set; }

    /// <summary>When somebody confirmed that it goes out; from then on it does not change.</summary>
    public DateTime? ConfirmedOn { get; private set; }

    public NewsText Text => new(EnglishSubject, EnglishText, ChineseSubject, ChineseText);

    /// <exception cref="ArgumentException">The text has flaws.</exception>
    internal static NewsItem Write(NewsText text, DateTime now)
    {
        var item = new NewsItem { Id = Guid.CreateVersion7() };
        item.Rewrite(text, now);
        return item;
    }

    /// <exception cref="InvalidOperationException">It was confirmed.</exception>
    internal void Rewrite(NewsText text, DateTime now)
    {
        Unsent();
        if (text.Flaws.Any())
        {
            throw new ArgumentException("A piece of news has subject and text in both languages, none of them too long.", nameof(text));
        }

        (EnglishSubject, EnglishText, ChineseSubject, ChineseText) = text.Trimmed();
        (Version, SavedOn) = (Version + 1, now);
    }

    /// <exception cref="InvalidOperationException">It was confirmed before.</exception>
    internal void Confirm(DateTime now)
    {
        Unsent();
        ConfirmedOn = now;
    }

    private void Unsent()
    {
        if (ConfirmedOn is not null)
        {
            throw new InvalidOperationException($"The news {Id} was sent and does not change.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<NewsItem>
    {
        public void Configure(EntityTypeBuilder<NewsItem> builder)
        {
            builder.ToTable("NewsItems");
            builder.Property(item => item.Id).ValueGeneratedNever();
            builder.Property(item => item.EnglishSubject).HasMaxLength(NewsText.LongestSubject);
            builder.Property(item => item.ChineseSubject).HasMaxLength(NewsText.LongestSubject);
            builder.Property(item => item.EnglishText).HasMaxLength(NewsText.LongestText);
            builder.Property(item => item.ChineseText).HasMaxLength(NewsText.LongestText);
            builder.Ignore(item => item.Text);
        }
    }
}
