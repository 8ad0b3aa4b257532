namespace SrmBlazor.Features.Verification;

/// <summary>Marks the texts of this feature.</summary>
public sealed class VerificationTexts;
