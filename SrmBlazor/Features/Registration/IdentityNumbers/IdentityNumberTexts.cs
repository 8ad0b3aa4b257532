namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>Marker of the sentences about identity numbers.</summary>
public sealed class IdentityNumberTexts;
