using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Verification;

/// <summary>What a verifier wrote to the supplier with a decision. Sealed, because free text may name anybody.</summary>
public sealed record CaseMessage(string Text) : SealedRecord, IDeclared
{
    public const int Longest = 2000;

    public static RecordKind Kind { get; } = RecordKind.Of("case-message")
        .HeldBy(For.ExplainDecision)
        .Has(nameof(Text), Category.Correspondence);
}
