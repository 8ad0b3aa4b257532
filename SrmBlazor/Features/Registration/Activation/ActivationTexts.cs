namespace SrmBlazor.Features.Registration.Activation;

/// <summary>Marks the texts of the pages behind the letters of a registration.</summary>
public sealed class ActivationTexts;
