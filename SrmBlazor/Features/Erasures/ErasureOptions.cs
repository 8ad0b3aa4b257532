namespace SrmBlazor.Features.Erasures;

/// <summary>Section <c>Erasure</c> of the settings.</summary>
public sealed class ErasureOptions
{
    public const string Section = "Erasure";

    /// <summary>How long who closes an account may take it back, if they want that time.</summary>
    public int CoolingOffHours { get; set; } = 72;
}
