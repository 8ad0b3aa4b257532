namespace SrmBlazor.Shared.Geography;

/// <summary>Marker of the texts about postcodes and phone numbers.</summary>
public sealed class GeographyTexts;
