namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Texts of the screening's pages, in both languages.</summary>
public sealed class ScreeningCasesTexts;
