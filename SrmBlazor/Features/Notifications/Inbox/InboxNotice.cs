using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>
/// What stands in somebody's inbox: which letter it stands beside, and where its link leads. No word and no name: the text is put together when it is
/// read, in the reader's language.
/// </summary>
public sealed class InboxNotice : IHandled
{
    public const int PlaceLength = 100;

    private const int SecretLength = 32;

    private InboxNotice()
    {
    }

    /// <summary>Half a year: whoever comes back from a long journey still finds what happened.</summary>
    public static Retention Term { get; } = new(0, 180);

    public static Handling Handling { get; } = Handling.WithTerm<InboxNotice>(For.DeliverMessage, Term, nameof(On), nameof(Letter), nameof(Kind), nameof(Place), nameof(ReadOn), nameof(UnsubscribeHash));

    /// <summary>That of its mail, where one was written.</summary>
    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>Which of <see cref="Letters"/>.</summary>
    public string Letter { get; private init; } = "";

    public InboxKind Kind { get; private init; }

    /// <summary>An address of this site, from the root; empty where it leads nowhere.</summary>
    public string Place { get; private init; } = "";

    /// <summary>Null while its letter must not leave yet: the inbox does not show it either.</summary>
    public DateTime? On { get; private set; }

    public DateTime? ReadOn { get; private set; }

    /// <summary>Of the secret by which its mail is unsubscribed from; null where that is not offered.</summary>
    public byte[]? UnsubscribeHash { get; private set; }

    /// <summary>Null for a letter that belongs to no inbox, such as one whose link is a key.</summary>
    /// <param name="on">Null where the letter does not leave yet.</param>
    internal static InboxNotice? Beside(Letter letter, Guid person, DateTime? on) =>
        InboxKinds.OfLetter(letter.Name) is { } kind && letter.Link is { Address: { Query: "" } link }
            ? new InboxNotice { Id = Guid.CreateVersion7(), PersonId = person, Letter = letter.Name, Kind = kind, Place = (link.AbsolutePath + link.Fragment) is { Length: <= PlaceLength } place ? place : "", On = on }
            : null;

    /// <returns>The secret of the link to unsubscribe; it is kept nowhere.</returns>
    internal string OfferEnd()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        UnsubscribeHash = HashOf(secret);
        return secret;
    }

    /// <summary>256 random bits cannot be guessed from a hash, however fast the hash is.</summary>
    internal static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public sealed class Mapping : IEntityTypeConfiguration<InboxNotice>
    {
        public void Configure(EntityTypeBuilder<InboxNotice> builder)
        {
            builder.ToTable("InboxNotices");
            builder.Property(notice => notice.Id).ValueGeneratedNever();
            builder.Property(notice => notice.Letter).HasMaxLength(OutboxMail.LetterLength);
            builder.Property(notice => notice.Place).HasMaxLength(PlaceLength);
            builder.HasIndex(notice => new { notice.PersonId, notice.On, notice.Id });
            // every page of everybody asks for these
            builder.HasIndex(notice => notice.PersonId, "IX_InboxNotices_Unread").HasFilter("\"ReadOn\" IS NULL");
            builder.HasIndex(notice => notice.On);
            builder.HasIndex(notice => notice.UnsubscribeHash).IsUnique();
        }
    }
}
