namespace SrmBlazor.Features.Cookies;

/// <summary>Marks the texts of this feature: the page, and for each cookie of the register why it is there.</summary>
public sealed class CookiesTexts;
