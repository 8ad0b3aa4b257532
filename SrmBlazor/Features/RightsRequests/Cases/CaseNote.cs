using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>
/// What staff write for staff in a case. It is about the person and so it is the person's data, as an examiner's remarks are the candidate's
/// (CJEU C-434/16): neither PIPL 45 nor GDPR 15 knows an exemption for notes as such. It therefore stands in a copy of their data like everything else
/// that is sealed, and who writes is told so before they write; on the page of the request the person does not see it. What would be exempt, the data of
/// others (GDPR 15(4)), is not to be written at all.
/// </summary>
public sealed record CaseNote(string Text) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("case-note")
        .HeldBy(For.RightsRequest)
        .Has(nameof(Text), Category.Correspondence);
}
