namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>Marks the texts of this folder: what staff read in a case beside the way of its request.</summary>
public sealed class CaseTexts
{
    private CaseTexts()
    {
    }
}
