namespace SrmBlazor.Features.PrivacyCenter;

public sealed class PrivacyCenterTexts;
