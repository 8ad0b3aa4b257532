using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Disclosures;

/// <summary>Something of a person was given to a recipient: what by name, never a value. Append-only; the person sees it.</summary>
public sealed class Disclosure : IHandled
{
    public const int ItemsLength = 600;

    private Disclosure()
    {
    }

    /// <summary>Three years: so long it can be shown what was given to whom.</summary>
    public static Handling Handling { get; } = Handling.WithTerm<Disclosure>(For.Accountability, new Retention(3, 0), nameof(On),
        nameof(RecipientKey), nameof(Items), nameof(Purpose), nameof(Basis), nameof(MailId));

    /// <summary>Of the offer that the person confirmed: confirmed twice, it is one.</summary>
    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string RecipientKey { get; private init; } = "";

    /// <summary>Kind and property of each item, parted by spaces.</summary>
    public string Items { get; private init; } = "";

    public string Purpose { get; private init; } = "";

    public Basis Basis { get; private init; }

    /// <summary>The letter by which it left, or did not.</summary>
    public Guid MailId { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>What the recipient's letter names it by. It comes of a random number and tells nothing.</summary>
    public static string ReferenceOf(Guid disclosure) => $"DIS-{disclosure.ToString("N")[..12].ToUpperInvariant()}";

    internal static Disclosure Of(Offer offer, Purpose purpose, Guid mail, Act act) => new()
    {
        Id = offer.Number,
        PersonId = act.Who,
        RecipientKey = offer.Recipient,
        Items = string.Join(' ', offer.Values.Select(value => value.Item)),
        Purpose = purpose.Key,
        Basis = purpose.Basis,
        MailId = mail,
        On = act.On,
    };

    public sealed class Mapping : IEntityTypeConfiguration<Disclosure>
    {
        public void Configure(EntityTypeBuilder<Disclosure> builder)
        {
            builder.ToTable("Disclosures");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.RecipientKey).HasMaxLength(Recipient.KeyLength);
            builder.Property(one => one.Items).HasMaxLength(ItemsLength);
            builder.Property(one => one.Purpose).HasMaxLength(PurposeEvent.PurposeLength);
            builder.HasIndex(one => one.PersonId);
        }
    }
}
