namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>Section <c>Transparency</c> of the settings. What was published stays as it was, whatever they say later.</summary>
public sealed class TransparencyOptions
{
    public const string Section = "Transparency";

    /// <summary>Fewer of one sort are not published.</summary>
    public int Least { get; init; } = 10;

    /// <summary>So long after its end a half year is published: letters that came in its last days are entered by then.</summary>
    public int SettleDays { get; init; } = 15;

    public bool IsSound => Least is >= 5 and <= 1000 && SettleDays is >= 1 and <= 180;
}
