using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Accounts;

public enum LinkKind
{
    Activation,
    PasswordReset,
    ResumeDraft,

    /// <summary>Sets up a staff account; for <see cref="MailedLinks.Installation"/>, the first administrator's.</summary>
    StaffSetup,

    /// <summary>Asks a guardian whether a child may register.</summary>
    Guardian,

    /// <summary>Brings a guardian back to the child's data. It opens as often as it is needed, as long as it lives.</summary>
    GuardianAccess,

    /// <summary>A recipient of disclosed data answers a notice, whose id stands in place of a person's.</summary>
    RecipientNotice,

    /// <summary>Makes a request about data that was typed at the public form.</summary>
    RightsRequest,

    /// <summary>Leads who has no account to their requests. It opens as often as it is needed, as long as it lives.</summary>
    RightsStatus,

    /// <summary>The same for who asks for somebody else; its "person" is the <c>Representation</c>.</summary>
    Representation,

    /// <summary>Lets another controller fetch a package, once; its "person" is the <c>Transfer</c>.</summary>
    TransferPickup,
}

/// <summary>A link that somebody was sent. Kept is only the hash of its secret: whoever reads the table can open nothing.</summary>
public sealed class MailedLink : IHandled
{
    private const int SecretLength = 32;

    private MailedLink()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<MailedLink>(For.Security, new Retention(0, 90), nameof(IssuedOn),
        nameof(Kind), nameof(ExpiresOn), nameof(UsedOn), nameof(SupersededOn));

    public Guid Id { get; private init; }

    public byte[] Hash { get; private init; } = [];

    public LinkKind Kind { get; private init; }

    public Guid? PersonId { get; private set; }

    public DateTime IssuedOn { get; private init; }

    public DateTime ExpiresOn { get; private init; }

    public DateTime? UsedOn { get; private set; }

    /// <summary>When a newer link took this one's place.</summary>
    public DateTime? SupersededOn { get; private set; }

    internal static (MailedLink Link, string Token) Issue(LinkKind kind, Guid person, DateTime now, TimeSpan life)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        return (new() { Id = Guid.CreateVersion7(), Hash = HashOf(token), Kind = kind, PersonId = person, IssuedOn = now, ExpiresOn = now + life }, token);
    }

    /// <summary>256 random bits cannot be guessed from a hash, however fast the hash is.</summary>
    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    internal LinkState StateOn(DateTime now) =>
        UsedOn is not null ? new LinkState.Used()
        : SupersededOn is not null ? new LinkState.Superseded()
        : ExpiresOn <= now ? new LinkState.Expired()
        : PersonId is { } person ? new LinkState.Good(person)
        : new LinkState.Unknown();

    public sealed class Mapping : IEntityTypeConfiguration<MailedLink>
    {
        public void Configure(EntityTypeBuilder<MailedLink> builder)
        {
            builder.ToTable("MailedLinks");
            builder.Property(link => link.Id).ValueGeneratedNever();
            builder.HasIndex(link => link.Hash).IsUnique();
            builder.HasIndex(link => new { link.PersonId, link.Kind });
        }
    }
}

/// <summary>What a link is worth now. A dead one says why.</summary>
public abstract record LinkState
{
    private LinkState()
    {
    }

    public sealed record Good(Guid Person) : LinkState;

    public sealed record Used : LinkState;

    public sealed record Expired : LinkState;

    /// <summary>A newer link was sent.</summary>
    public sealed record Superseded : LinkState;

    public sealed record Unknown : LinkState;
}
