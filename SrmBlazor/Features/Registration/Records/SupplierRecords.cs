using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration.Records;

/// <summary>Name and nationality: what the account, orders, the identity check and the screening need.</summary>
public sealed record Identity(string FullName, string Nationality) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("identity")
        .HeldBy(For.Registration, For.Account, For.IdentityCheck, For.OrdersSettlement, For.Screening, For.KeepLonger)
        .UsedInPartBy(For.ShareAffiliate, nameof(FullName)).UsedInPartBy(For.PublicListing, nameof(FullName))
        .Has(nameof(FullName), Category.Identity)
        .Has(nameof(Nationality), Category.Identity)
        .Tells(nameof(FullName));
}

/// <summary>The identity document's type, country and number. Never used for screening.</summary>
public sealed record IdentityDocument(string Type, string Country, string Number) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("identity-document")
        .HeldBy(For.Registration, For.Account, For.IdentityCheck, For.OrdersSettlement)
        .Has(nameof(Type), Category.Document)
        .Has(nameof(Country), Category.Document)
        .HasSensitive(nameof(Number), Category.Document, For.SensitiveIdentity)
        .Tells(nameof(Number));
}

/// <summary>The picture of the identity document (JPEG, re-encoded). It serves the identity check alone.</summary>
public sealed record IdentityScan(byte[] Picture) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("identity-scan")
        .HeldBy(For.Registration, For.IdentityCheck)
        .HasSensitive(nameof(Picture), Category.Document, For.SensitiveIdentity);
}

/// <summary>Country of residence (ISO 3166-1 alpha-2) and age band: they decide which clock, age and screening rules apply.</summary>
public sealed record Residence(string Country, string AgeBand) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("residence")
        .HeldBy(For.Registration, For.Jurisdiction)
        .Has(nameof(Country), Category.Location)
        .Has(nameof(AgeBand), Category.Demographic);
}

/// <summary>Asked only with personnel leasing, used only where a position's health and safety needs it.</summary>
public sealed record LeasingProfile(string Gender, string BirthYear) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("leasing-profile")
        .HeldBy(For.Registration, For.LeasingMatching)
        .Has(nameof(Gender), Category.Demographic)
        .Has(nameof(BirthYear), Category.Demographic);
}

/// <summary>E.164; asked only with personnel leasing.</summary>
public sealed record Phone(string Number) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("phone")
        .HeldBy(For.Registration, For.LeasingContact, For.KeepLonger)
        .Has(nameof(Number), Category.Contact)
        .Tells(nameof(Number));
}

/// <summary>Asked only of residents of Russia and Ukraine.</summary>
public sealed record ScreeningAddress(string Postcode, string Address) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("screening-address")
        .HeldBy(For.Registration, For.RegionalScreening)
        .Has(nameof(Postcode), Category.Location)
        .Has(nameof(Address), Category.Location)
        .Tells(nameof(Address));
}

public sealed record Department(string Name) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("department")
        .HeldBy(For.Registration, For.WorkProfile).UsedBy(For.ShareAffiliate).Has(nameof(Name), Category.Work);
}

public sealed record Position(string Name) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("position")
        .HeldBy(For.Registration, For.WorkProfile).UsedBy(For.ShareAffiliate).Has(nameof(Name), Category.Work);
}

public sealed record CommunicationAddress(string Address) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("communication-address")
        .HeldBy(For.Registration, For.Correspondence).Has(nameof(Address), Category.Location).Tells(nameof(Address));
}

public sealed record City(string Name) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("city")
        .HeldBy(For.Registration, For.Correspondence).UsedBy(For.ShareAffiliate, For.PublicListing).Has(nameof(Name), Category.Location);
}
