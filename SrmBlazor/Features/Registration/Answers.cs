using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration;

/// <summary>One question of the wizard.</summary>
public enum Item
{
    Mailbox,
    FullName,
    Nationality,
    Country,
    Cooperation,
    Gender,
    BirthYear,
    IdType,
    IdCountry,
    IdNumber,
    Phone,
    Postcode,
    ScreeningAddress,
    CommunicationAddress,
    City,
    Department,
    Position,
    AgeBand,
}

/// <summary>
/// Everything typed so far, as typed: a draft keeps half a number too. One sealed record under one key for the draft's whole life;
/// choices are codes (ISO country, enum name).
/// </summary>
public sealed record Answers : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = Declare();

    public string? Mailbox { get; init; }

    public string? FullName { get; init; }

    public string? Nationality { get; init; }

    public string? Country { get; init; }

    public string? Cooperation { get; init; }

    public string? Gender { get; init; }

    public string? BirthYear { get; init; }

    public string? IdType { get; init; }

    public string? IdCountry { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public string? Postcode { get; init; }

    public string? ScreeningAddress { get; init; }

    public string? CommunicationAddress { get; init; }

    public string? City { get; init; }

    public string? Department { get; init; }

    public string? Position { get; init; }

    public string? AgeBand { get; init; }

    /// <summary>Keys of the additional purposes that a child's guardian ticked, parted by commas; null without a guardian's consent. Nobody types it.</summary>
    public string? GuardianChoices { get; init; }

    public string? this[Item item] => item switch
    {
        Item.Mailbox => Mailbox,
        Item.FullName => FullName,
        Item.Nationality => Nationality,
        Item.Country => Country,
        Item.Cooperation => Cooperation,
        Item.Gender => Gender,
        Item.BirthYear => BirthYear,
        Item.IdType => IdType,
        Item.IdCountry => IdCountry,
        Item.IdNumber => IdNumber,
        Item.Phone => Phone,
        Item.Postcode => Postcode,
        Item.ScreeningAddress => ScreeningAddress,
        Item.CommunicationAddress => CommunicationAddress,
        Item.City => City,
        Item.Department => Department,
        Item.Position => Position,
        Item.AgeBand => AgeBand,
    };

    /// <summary>The answers with one changed; an empty text is no answer.</summary>
    public Answers With(Item item, string? value)
    {
        value = string.IsNullOrEmpty(value) ? null : value;
        return item switch
        {
            Item.Mailbox => this with { Mailbox = value },
            Item.FullName => this with { FullName = value },
            Item.Nationality => this with { Nationality = value },
            Item.Country => this with { Country = value },
            Item.Cooperation => this with { Cooperation = value },
            Item.Gender => this with { Gender = value },
            Item.BirthYear => this with { BirthYear = value },
            Item.IdType => this with { IdType = value },
            Item.IdCountry => this with { IdCountry = value },
            Item.IdNumber => this with { IdNumber = value },
            Item.Phone => this with { Phone = value },
            Item.Postcode => this with { Postcode = value },
            Item.ScreeningAddress => this with { ScreeningAddress = value },
            Item.CommunicationAddress => this with { CommunicationAddress = value },
            Item.City => this with { City = value },
            Item.Department => this with { Department = value },
            Item.Position => this with { Position = value },
            Item.AgeBand => this with { AgeBand = value },
        };
    }

    private static RecordKind Declare()
    {
        var kind = RecordKind.Of("registration-draft").HeldBy(For.Registration).AsTransient().Has(nameof(GuardianChoices), Category.Handling);
        foreach (var item in Enum.GetValues<Item>())
        {
            _ = item == Item.IdNumber
                ? kind.HasSensitive(item.ToString(), Category.Document, For.SensitiveIdentity)
                : kind.Has(item.ToString(), Category.Correspondence);
        }

        return kind.Tells(nameof(Mailbox), nameof(FullName), nameof(IdNumber), nameof(Phone), nameof(ScreeningAddress), nameof(CommunicationAddress));
    }
}
