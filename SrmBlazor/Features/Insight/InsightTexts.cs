namespace SrmBlazor.Features.Insight;

/// <summary>Marks the texts of this folder.</summary>
public sealed class InsightTexts
{
    private InsightTexts()
    {
    }
}
