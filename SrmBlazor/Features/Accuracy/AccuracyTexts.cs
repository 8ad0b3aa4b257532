namespace SrmBlazor.Features.Accuracy;

/// <summary>Marks the texts of this feature.</summary>
public sealed class AccuracyTexts;
