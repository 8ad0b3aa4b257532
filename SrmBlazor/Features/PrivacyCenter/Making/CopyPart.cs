using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>A piece of a package that waits to be fetched. It repeats what the other records hold.</summary>
/// <param name="Number">Counted from 0.</param>
public sealed record CopyPart(int Number, byte[] Bytes) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("copy-part").HeldBy(For.CopyDelivery).AsTransient()
        .Has(nameof(Number), Category.Handling)
        .Has(nameof(Bytes), Category.Handling);
}
