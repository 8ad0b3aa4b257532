namespace SrmBlazor.Features.RightsRequests;

/// <summary>When staff are warned of a day that comes near, and who. Section <c>Warnings</c>.</summary>
public sealed class WarningOptions
{
    public const string Section = "Warnings";

    /// <summary>Of the days that count.</summary>
    public int FirstPercent { get; init; } = 50;

    public int SecondPercent { get; init; } = 80;

    /// <summary>From this level on all privacy officers are told, and not only who has the request in hand.</summary>
    public WarningLevel OfficersFrom { get; init; } = WarningLevel.Second;

    /// <summary>From this level on administrators are told too.</summary>
    public WarningLevel AdministratorsFrom { get; init; } = WarningLevel.LastDay;

    internal bool IsSound => FirstPercent >= 1 && FirstPercent < SecondPercent && SecondPercent <= 99 && Enum.IsDefined(OfficersFrom) && Enum.IsDefined(AdministratorsFrom);
}
