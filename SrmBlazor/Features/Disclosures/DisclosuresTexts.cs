namespace SrmBlazor.Features.Disclosures;

/// <summary>Marks the texts of this folder.</summary>
public sealed class DisclosuresTexts;
