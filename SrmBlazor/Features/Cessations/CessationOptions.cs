namespace SrmBlazor.Features.Cessations;

/// <summary>Section <c>Cessation</c> of the settings.</summary>
public sealed class CessationOptions
{
    public const string Section = "Cessation";

    /// <summary>How long before the erasure the end of a service is announced, at least.</summary>
    public int Days { get; set; } = 30;
}
