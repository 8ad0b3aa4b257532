using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What the person or staff wrote in a request. Sealed, because free text may name anybody.</summary>
public sealed record RequestMessage(string Text) : SealedRecord, IDeclared
{
    public const int Longest = 4000;

    public static RecordKind Kind { get; } = RecordKind.Of("request-message")
        .HeldBy(For.RightsRequest)
        .Has(nameof(Text), Category.Correspondence);
}

/// <summary>Who asked by letter, mail or phone, and where the answer goes. Mailbox or address may be empty, not both.</summary>
public sealed record RequestContact(string Name, string Mailbox, string Address) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("request-contact")
        .HeldBy(For.RightsRequest)
        .Has(nameof(Name), Category.Identity)
        .Has(nameof(Mailbox), Category.Contact)
        .Has(nameof(Address), Category.Contact);
}

/// <summary>The picture (JPEG, drawn anew) of a letter, an authority or a proof. Erased with the decision.</summary>
public sealed record RequestEvidence(byte[] Picture) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("request-evidence")
        .HeldBy(For.RequestProof)
        .HasSensitive(nameof(Picture), Category.Document, For.SensitiveIdentity);
}

/// <summary>About whom a representative asks. The mailbox may be empty.</summary>
public sealed record RepresentedPerson(string Name, string Mailbox) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("represented-person")
        .HeldBy(For.RightsRequest)
        .Has(nameof(Name), Category.Identity)
        .Has(nameof(Mailbox), Category.Contact);
}
