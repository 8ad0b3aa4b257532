using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Accounts;

/// <summary>The name under which colleagues know a member of staff.</summary>
public sealed record StaffProfile(string FullName) : SealedRecord, IDeclared
{
    public const int NameLength = 100;

    public static RecordKind Kind { get; } = RecordKind.Of("staff-profile")
        .HeldBy(For.StaffWork)
        .Has(nameof(FullName), Category.Identity);
}
