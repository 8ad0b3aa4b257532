namespace SrmBlazor.Features.Guardians;

/// <summary>Marks the texts of this feature.</summary>
public sealed class GuardiansTexts;
