using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Consents;

/// <summary>A notice as it was shown, kept once for all who saw it. Append-only; it is about nobody.</summary>
public sealed class NoticeText
{
    private NoticeText()
    {
    }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string Hash { get; private init; } = "";

    public string Text { get; private init; } = "";

    internal static NoticeText Of(Notice notice) => new() { Hash = notice.Hash, Text = notice.Text };

    public sealed class Mapping : IEntityTypeConfiguration<NoticeText>
    {
        public void Configure(EntityTypeBuilder<NoticeText> builder)
        {
            builder.ToTable("NoticeTexts");
            builder.HasKey(text => text.Hash);
            builder.Property(text => text.Hash).HasMaxLength(64);
        }
    }
}
