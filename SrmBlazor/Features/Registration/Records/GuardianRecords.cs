using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration.Records;

/// <summary>All that is kept of a child before its guardian has consented (PIPL 31).</summary>
public sealed record GuardianInvitation(string Mailbox, string Country, string AgeBand) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("guardian-invitation")
        .HeldBy(For.GuardianInvitation)
        .Has(nameof(Mailbox), Category.Contact)
        .Has(nameof(Country), Category.Location)
        .Has(nameof(AgeBand), Category.Demographic)
        .Tells(nameof(Mailbox));
}

/// <summary>Who consented for a child and acts for it.</summary>
/// <param name="Guardian">The random id under which the guardian acts.</param>
/// <param name="Agreed">Keys of the additional purposes that the guardian ticked, parted by commas.</param>
public sealed record Guardianship(string Guardian, string FullName, string Mailbox, string Relation, string Agreed) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("guardianship")
        .HeldBy(For.Guardianship)
        .Has(nameof(Guardian), Category.Handling)
        .Has(nameof(FullName), Category.Identity)
        .Has(nameof(Mailbox), Category.Contact)
        .Has(nameof(Relation), Category.Identity)
        .Has(nameof(Agreed), Category.Handling)
        .Tells(nameof(FullName), nameof(Mailbox));
}
