namespace SrmBlazor.Features.Registration;

/// <summary>What the registration says to a person, in both languages.</summary>
public sealed class RegistrationTexts;
