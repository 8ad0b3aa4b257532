namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Marker of the texts about lists.</summary>
public sealed class ListTexts;
