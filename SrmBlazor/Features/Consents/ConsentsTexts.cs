namespace SrmBlazor.Features.Consents;

/// <summary>The words of the consent pages.</summary>
public sealed class ConsentsTexts;
