using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Accounts;

/// <summary>The mailbox by which a person signs in and is reached. Found only through the key store's keyed hash.</summary>
public sealed record Mailbox(string Address) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("mailbox")
        .HeldBy(For.Registration, For.Account, For.StaffWork, For.KeepLonger)
        .UsedBy(For.News, For.ShareAffiliate)
        .Has(nameof(Address), Category.Contact)
        .Tells(nameof(Address));
}
