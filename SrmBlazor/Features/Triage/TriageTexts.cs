namespace SrmBlazor.Features.Triage;

/// <summary>Marks the texts of this folder.</summary>
public sealed class TriageTexts
{
    private TriageTexts()
    {
    }
}
