namespace SrmBlazor.Features.Screening;

public sealed class ScreeningOptions
{
    public const string Section = "Screening";

    /// <summary>Days after which a publisher's list is marked as old.</summary>
    public int ListsOldAfterDays { get; set; } = 7;

    internal bool IsSound => ListsOldAfterDays is >= 1 and <= 365;
}
