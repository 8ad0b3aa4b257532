namespace SrmBlazor.Features.Home;

/// <summary>Marks the texts of this feature.</summary>
public sealed class HomeTexts;
